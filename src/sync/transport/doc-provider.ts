import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { messageYjsSyncStep1, readSyncMessage, writeSyncStep1, writeUpdate } from "y-protocols/sync";
import type * as Y from "yjs";
import { messageTypes } from "../gate/message";

/** What y-webrtc does with a document and its connections, without WebRTC: for transports that have no provider. */
export interface DocProvider {
  /** The first message on a new connection. */
  readonly greeting: () => Uint8Array;
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

/** Follows `doc` and broadcasts each change, whoever made it, to every connection. */
export const provideDoc = (doc: Y.Doc, broadcast: (message: Uint8Array) => void): DocProvider => {
  const origin = Symbol("a peer");
  const onUpdate = (update: Uint8Array): void => {
    broadcast(syncMessage((encoder) => writeUpdate(encoder, update)));
  };
  doc.on("update", onUpdate);
  return {
    greeting: () => syncMessage((encoder) => writeSyncStep1(encoder, doc)),
    receive: (message) => {
      const decoder = decoding.createDecoder(message);
      if (decoding.readVarUint(decoder) !== messageTypes.sync) return null;
      let type = -1;
      const answer = syncMessage((encoder) => {
        type = readSyncMessage(decoder, encoder, doc, origin);
      });
      return type === messageYjsSyncStep1 ? answer : null;
    },
    close: () => doc.off("update", onUpdate),
  };
};
