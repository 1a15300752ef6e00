import type { LoopId } from "../../../src/domain/ids";
import type { WrapContext } from "../../../src/domain/sealing/key-wrap";
import { nodeCrypto } from "./node-crypto";

/** What a loop's secret is good for; one label each, so that knowing one tells nothing of the others. */
const labels = {
  topic: "panelbook/1/topic",
  signalingPassword: "panelbook/1/signaling-password",
  transportKey: "panelbook/1/transport-key",
  bundleKey: "panelbook/1/bundle-key",
  passageKey: "panelbook/1/passage-key",
} as const;

/** 32 bytes by HKDF-SHA-256 with empty salt and the label as info. */
export const deriveLoopKey = (secret: Uint8Array, use: keyof typeof labels): Uint8Array =>
  nodeCrypto.hkdfSha256({
    secret,
    salt: new Uint8Array(0),
    info: nodeCrypto.utf8(labels[use]),
    length: 32,
  });

/** The name of the room at the signaling server, as text. */
export const topicOf = (secret: Uint8Array): string => nodeCrypto.toBase64Url(deriveLoopKey(secret, "topic"));

/** What a wrapped loop secret is bound to; `context` is the conversation it is sent in. */
export const secretWrapContext = (loopId: LoopId, generation: number, context: Uint8Array): WrapContext => ({
  use: "panelbook/1/loop-secret",
  version: 1,
  loopId,
  generation,
  context: nodeCrypto.toBase64Url(context),
});
