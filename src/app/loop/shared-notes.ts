import type { LoopSession } from "../../bindings/services";
import type { Live } from "../../domain/live";
import type { LoopDoc } from "../../sync/loop-doc/loop-doc";

/** Debrief notes by item, each the same live object however often it is asked for. */
export const sharedNotes = (doc: LoopDoc): LoopSession["discussion"] => {
  const notes = new Map<string, Live<string>>();
  const open = (item: string): Live<string> => ({
    get: () => doc.discussion(item),
    subscribe: (listener) =>
      doc.observe(({ discussions }) => {
        if (discussions.has(item)) listener();
      }),
  });
  return (item) => {
    const note = notes.get(item) ?? open(item);
    notes.set(item, note);
    return note;
  };
};
