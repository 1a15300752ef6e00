import { concatBytes } from "../../../src/domain/sealing/bytes";
import type { RoomSeal } from "../lan/lobby-vault";
import { deriveLoopKey, topicOf } from "./loop-keys";
import type { LoopSecret } from "./loop-secrets";
import { nodeCrypto } from "./node-crypto";

const nonceBytes = 12;

/** A room as the network is shown it: what is sealed with it opens for whoever was in that room, and for nobody else. */
export const roomSealOf = ({ generation, secret }: LoopSecret): RoomSeal => {
  const key = deriveLoopKey(secret, "passageKey");
  const topic = topicOf(secret);
  const associated = nodeCrypto.utf8(topic);
  return {
    generation,
    topic,
    seal: (bytes) => {
      const nonce = nodeCrypto.randomBytes(nonceBytes);
      return concatBytes(nonce, nodeCrypto.aesGcmSeal({ key, nonce, associated, bytes }));
    },
    open: (sealed) => {
      const [nonce, bytes] = [sealed.subarray(0, nonceBytes), sealed.subarray(nonceBytes)];
      return nonce.length < nonceBytes ? null : nodeCrypto.aesGcmOpen({ key, nonce, associated, bytes });
    },
  };
};
