import * as Y from "yjs";
import { err, ok, type Result } from "../../domain/result";
import type { Gate } from "../gate/gate";
import type { GateLimits } from "../gate/limits";
import { openLoopDoc, type StoredEntry } from "../loop-doc/loop-doc";
import { type Outlook, outlookOf, textsOf } from "./outlook";
import { type StateRefusal, stateToUpdate } from "./state-update";

/** What a state holds by itself, whatever is here. */
export interface StateContents {
  readonly entries: readonly StoredEntry[];
  /** The shared texts by their names in the document. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A loop's document as it goes into a bundle and comes out of one. */
export interface StateCarrier {
  /** The whole document in Yjs' second encoding. */
  readonly whole: () => Uint8Array;
  /** What taking this state in would change, or why it may not be taken. Changes nothing. */
  readonly look: (state: Uint8Array) => Result<Outlook, StateRefusal>;
  /** What the state holds, once `look` has found it good. */
  readonly contents: (state: Uint8Array) => Result<StateContents, StateRefusal>;
  /** Takes a state in through the gate, or says why not and changes nothing. */
  readonly take: (state: Uint8Array) => Result<void, StateRefusal>;
}

const contentsOf = (update: Uint8Array): StateContents => {
  const alone = new Y.Doc();
  Y.applyUpdate(alone, update);
  const contents = { entries: openLoopDoc(alone).entries(), texts: textsOf(alone) };
  alone.destroy();
  return contents;
};

export const openCarrier = (doc: Y.Doc, gate: Gate, limits: GateLimits): StateCarrier => ({
  whole: () => Y.encodeStateAsUpdateV2(doc),
  look: (state) => {
    const update = stateToUpdate(state, limits);
    if (!update.ok) return update;
    const reason = gate.reasonAgainst(update.value);
    return reason === null ? ok(outlookOf(doc, update.value)) : err({ type: reason });
  },
  contents: (state) => {
    const update = stateToUpdate(state, limits);
    return update.ok ? ok(contentsOf(update.value)) : update;
  },
  take: (state) => {
    const update = stateToUpdate(state, limits);
    if (!update.ok) return update;
    const reason = gate.admit(update.value);
    return reason === null ? ok(undefined) : err({ type: reason });
  },
});
