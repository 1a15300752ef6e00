import { Radio, Stack, Textarea } from "@mantine/core";
import { ErrorCard } from "../../../ui/error-card";
import { Section } from "../../../ui/section";
import type { Acceptance } from "./use-acceptance";
import { acceptanceWording, acceptTrouble } from "./words";

/** What starting the first interview signs. Nothing once it was signed. */
export const AcceptanceForm = ({ acceptance }: { readonly acceptance: Acceptance }) => {
  const { isOpen, conflict, declare, failure } = acceptance;
  if (!isOpen) return null;
  return (
    <Section id="accept" title="Before your first slot" note="Starting signs this; the panel can see it.">
      <p>{acceptanceWording}</p>
      <Radio.Group
        label="Conflict of interest"
        value={conflict === null ? "none" : "declared"}
        onChange={(value) => declare(value === "none" ? null : "")}
      >
        <Stack gap={4} mt={4}>
          <Radio value="none" label="I have none" />
          <Radio value="declared" label="I declare one" />
        </Stack>
      </Radio.Group>
      {conflict === null ? null : (
        <Textarea
          mt={8}
          label="What it is"
          description="One sentence, such as “We worked in one team until last year”. Talk to the facilitator before you go on: they may give the slot to somebody else."
          autosize
          maxLength={2000}
          value={conflict}
          onChange={(event) => declare(event.currentTarget.value)}
        />
      )}
      {failure === null ? null : <ErrorCard trouble={acceptTrouble(failure)} />}
    </Section>
  );
};
