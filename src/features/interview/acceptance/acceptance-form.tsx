import { Box, Radio, Stack, Textarea } from "@mantine/core";
import { ErrorCard } from "../../../ui/error-card";
import { KeyHint } from "../../../ui/keys/key-hint";
import { useKeys } from "../../../ui/keys/keys";
import { Section } from "../../../ui/section";
import type { Acceptance } from "./use-acceptance";
import { acceptanceWording, acceptTrouble } from "./words";

/** What starting the first interview signs. Nothing once it was signed. */
export const AcceptanceForm = ({ acceptance }: { readonly acceptance: Acceptance }) => {
  const { isOpen, said, say, failure } = acceptance;
  useKeys({
    title: "Conflict of interest",
    scope: "screen",
    bindings: [{ keys: "n", does: "I have none", active: isOpen, run: () => say({ kind: "none" }) }],
  });
  if (!isOpen) return null;
  return (
    <Section id="accept" title="Before your first slot" note="Starting signs this; the panel can see it.">
      <p>{acceptanceWording}</p>
      <Radio.Group
        label="Conflict of interest"
        value={said.kind === "unsaid" ? null : said.kind}
        onChange={(value) => say(value === "none" ? { kind: "none" } : { kind: "declared", text: "" })}
      >
        <Stack gap={4} mt={4}>
          <Radio
            value="none"
            label={
              <>
                I have none <KeyHint keys="n" />
              </>
            }
          />
          <Radio value="declared" label="I declare one" />
        </Stack>
      </Radio.Group>
      {said.kind !== "declared" ? null : (
        <Textarea
          mt={8}
          label="What it is"
          description="One sentence, such as “We worked in one team until last year”. Talk to the facilitator before you go on: they may give the slot to somebody else."
          autosize
          maxLength={2000}
          value={said.text}
          onChange={(event) => say({ kind: "declared", text: event.currentTarget.value })}
        />
      )}
      {failure === null ? null : (
        <Box mt={12}>
          <ErrorCard trouble={acceptTrouble(failure)} />
        </Box>
      )}
    </Section>
  );
};
