import { Checkbox, Radio, Stack } from "@mantine/core";
import { audienceWords } from "../../documents/outlines/audience-words";
import { type Disclosure, type PackAudience, packAudiences } from "../../domain/record/audiences";
import type { PackChoice } from "./use-export";
import { words } from "./words";

interface ChoosePackProps {
  readonly choice: PackChoice;
  readonly onChange: (choice: PackChoice) => void;
}

/** What may be opened beyond the default, by the audience that it concerns. */
const openings: Partial<Record<PackAudience, keyof Disclosure>> = {
  hiringManager: "individualScores",
  subjectAccess: "namePanelists",
};

const isAudience = (value: string): value is PackAudience =>
  packAudiences.some((audience) => audience === value);

/** For whom the pack is, with a word on who may read it. */
export const ChoosePack = ({ choice: { audience, disclosure }, onChange }: ChoosePackProps) => {
  const opening = openings[audience];
  return (
    <Stack gap="sm" mb="md">
      <Radio.Group
        value={audience}
        onChange={(value) => isAudience(value) && onChange({ audience: value, disclosure })}
        aria-label={words.forWhom}
      >
        <Stack gap={10}>
          {packAudiences.map((known) => (
            <Radio
              key={known}
              value={known}
              label={audienceWords[known].title}
              description={audienceWords[known].readers}
            />
          ))}
        </Stack>
      </Radio.Group>
      {opening === undefined ? null : (
        <Checkbox
          checked={disclosure[opening]}
          label={words.openings[opening]}
          onChange={(event) =>
            onChange({ audience, disclosure: { ...disclosure, [opening]: event.currentTarget.checked } })
          }
        />
      )}
    </Stack>
  );
};
