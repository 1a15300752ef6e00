import { Button } from "@mantine/core";
import type { LoopView } from "../../../domain/loop/loop-view";
import { KeyHint } from "../../../ui/keys/key-hint";
import { GroupLabel } from "../../../ui/section";
import { keepFocus } from "../keep-focus";
import { GivenList, HandOffList } from "./hand-off-list";
import classes from "./hand-over.module.css";
import { handedByMe } from "./handed-over";
import { useHandedOver, useReadKey } from "./use-handed-over";
import { handedHeading } from "./words";

/** Beside the question: what colleagues handed over, the new ones marked until they were read, and what was handed over to them. */
export const HandOverSide = ({ view }: { readonly view: LoopView }) => {
  const handed = useHandedOver(view);
  useReadKey(handed);
  const given = handedByMe(view);
  return (
    <>
      <GroupLabel as="h2">{handedHeading(handed.unread)}</GroupLabel>
      {handed.notes.length === 0 ? (
        <p className={classes.empty}>Nothing yet.</p>
      ) : (
        <HandOffList view={view} notes={handed.notes} />
      )}
      {handed.unread === 0 ? null : (
        <Button
          className={classes.read}
          size="compact-sm"
          variant="default"
          onMouseDown={keepFocus}
          onClick={handed.markRead}
          rightSection={<KeyHint keys="r" />}
        >
          Read
        </Button>
      )}
      {given.length === 0 ? null : (
        <>
          <GroupLabel as="h2">You handed over</GroupLabel>
          <GivenList view={view} notes={given} />
        </>
      )}
    </>
  );
};
