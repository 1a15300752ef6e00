import type * as Y from "yjs";
import type { AttachedPersistence } from "./persistence/attach-persistence";
import type { StateDigest } from "./state-digest";
import { stateDigest } from "./state-digest";

/** Changes that come closer together are acknowledged together. */
const together = 200;

export interface AcknowledgeParts {
  readonly doc: Y.Doc;
  readonly disk: Pick<AttachedPersistence, "saved">;
  /** Tells the others that this state is durable here. */
  readonly say: (held: StateDigest) => void;
}

/**
 * Says after each change which state of the document is durable on this laptop, and never before it is: what is said is
 * the state before the disk was asked.
 */
export const acknowledge = ({ doc, disk, say }: AcknowledgeParts): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changed = false;
  let busy = false;
  let closed = false;

  const rest = (): void => {
    timer = setTimeout(() => {
      timer = undefined;
      if (changed) void tell();
    }, together);
  };
  const tell = async (): Promise<void> => {
    busy = true;
    changed = false;
    const held = stateDigest(doc);
    const saved = await disk.saved();
    busy = false;
    if (closed) return;
    if (saved.ok) say(held);
    rest();
  };
  const onUpdate = (): void => {
    changed = true;
    if (!busy && timer === undefined) void tell();
  };
  doc.on("update", onUpdate);
  onUpdate();
  return () => {
    closed = true;
    clearTimeout(timer);
    doc.off("update", onUpdate);
  };
};
