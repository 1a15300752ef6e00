import { Textarea } from "@mantine/core";
import { useLoopSession } from "../../bindings/loop-session-context";
import { useLive } from "../../bindings/use-live";

/** In UTF-16 units; the others' laptops refuse what is longer than two of these. */
const longestNote = 50_000;

/** The panel's shared note about one item. */
export const Discussion = ({ itemKey }: { readonly itemKey: string }) => {
  const session = useLoopSession();
  const note = useLive(session.discussion(itemKey));
  return (
    <Textarea
      mt="lg"
      label="What was said"
      description="Everybody in the room can write here."
      autosize
      minRows={3}
      maxLength={longestNote}
      value={note}
      onChange={(event) => session.setDiscussion(itemKey, event.currentTarget.value)}
    />
  );
};
