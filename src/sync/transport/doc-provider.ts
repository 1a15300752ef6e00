import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { type Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import { messageYjsSyncStep1, readSyncMessage, writeSyncStep1, writeUpdate } from "y-protocols/sync";
import type * as Y from "yjs";
import { messageTypes } from "../gate/message";

/** What y-webrtc does with a document and its connections, without WebRTC: for transports that have no provider. */
export interface DocProvider {
  /** The first messages on a new connection. */
  readonly greetings: () => readonly Uint8Array[];
  /** Applies a message of a peer; returns the answer, if it wants one. */
  readonly receive: (message: Uint8Array) => Uint8Array | null;
  readonly close: () => void;
}

const syncMessage = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.sync);
  write(encoder);
  return encoding.toUint8Array(encoder);
};

const awarenessMessage = (awareness: Awareness, clients: readonly number[]): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.awareness);
  encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [...clients]));
  return encoding.toUint8Array(encoder);
};

interface Present {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

/**
 * Follows `doc` and broadcasts each change, whoever made it, to every connection; with `awareness` also who is there.
 */
export const provideDoc = (
  doc: Y.Doc,
  broadcast: (message: Uint8Array) => void,
  awareness: Awareness | null = null,
): DocProvider => {
  const origin = Symbol("a peer");
  const onUpdate = (update: Uint8Array): void => {
    broadcast(syncMessage((encoder) => writeUpdate(encoder, update)));
  };
  const onPresence = ({ added, updated, removed }: Present): void => {
    if (awareness !== null) broadcast(awarenessMessage(awareness, [...added, ...updated, ...removed]));
  };
  doc.on("update", onUpdate);
  awareness?.on("update", onPresence);
  return {
    greetings: () => [
      syncMessage((encoder) => writeSyncStep1(encoder, doc)),
      ...(awareness === null ? [] : [awarenessMessage(awareness, [...awareness.getStates().keys()])]),
    ],
    receive: (message) => {
      const decoder = decoding.createDecoder(message);
      const kind = decoding.readVarUint(decoder);
      if (kind === messageTypes.awareness && awareness !== null)
        applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), origin);
      if (kind !== messageTypes.sync) return null;
      let type = -1;
      const answer = syncMessage((encoder) => {
        type = readSyncMessage(decoder, encoder, doc, origin);
      });
      return type === messageYjsSyncStep1 ? answer : null;
    },
    close: () => {
      doc.off("update", onUpdate);
      awareness?.off("update", onPresence);
    },
  };
};
