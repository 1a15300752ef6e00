import { Stack, Textarea } from "@mantine/core";
import { keptWordsText, useKeptWords } from "../../bindings/kept-words";
import { useLoopSession, useLoopView } from "../../bindings/loop-session-context";
import { useLive } from "../../bindings/use-live";
import { OfferLine } from "../../ui/offer-line";
import { timeText } from "../../ui/time-text";

/** In UTF-16 units; the others' laptops refuse what is longer than two of these. */
const longestNote = 50_000;

/** What went out of the note by a colleague's laptop and is kept here. */
const Kept = ({ itemKey }: { readonly itemKey: string }) => {
  const view = useLoopView();
  const { kept, putBack, dismiss } = useKeptWords({ kind: "discussion", item: itemKey });
  return kept.map((one) => (
    <OfferLine
      key={one.id}
      text={keptWordsText(view, one, timeText(one.at))}
      accept="Put back"
      dismiss="Leave it"
      onAccept={() => putBack(one.id)}
      onDismiss={() => dismiss(one.id)}
    />
  ));
};

/** The panel's shared note about one item. */
export const Discussion = ({ itemKey }: { readonly itemKey: string }) => {
  const session = useLoopSession();
  const note = useLive(session.discussion(itemKey));
  return (
    <Stack gap="xs" mt="lg">
      <Textarea
        label="What was said"
        description="Everybody in the room can write here."
        autosize
        minRows={3}
        maxLength={longestNote}
        value={note}
        onChange={(event) => session.setDiscussion(itemKey, event.currentTarget.value)}
      />
      <Kept itemKey={itemKey} />
    </Stack>
  );
};
