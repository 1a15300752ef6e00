import type { LobbyVault, ReceivedSecret } from "../../../electron/main/lan/lobby-vault";
import type { LoopId } from "../../../src/domain/ids";
import { base64UrlSchema } from "../../../src/domain/ids";
import type { SecretWrap } from "../../../src/domain/loop/lobby/messages";
import { err, ok } from "../../../src/domain/result";
import type { AgreementKey, DeviceIdentity } from "../../../src/domain/sealing/crypto-port";
import { aDevice, nodeCrypto } from "./node-crypto";

const text = (bytes: Uint8Array) => base64UrlSchema.parse(nodeCrypto.toBase64Url(bytes));

const wrapKey = (shared: Uint8Array, context: Uint8Array) =>
  nodeCrypto.hkdfSha256({ secret: shared, salt: new Uint8Array(0), info: context, length: 32 });

const wrapTo = (secret: Uint8Array, recipient: Uint8Array, context: Uint8Array): SecretWrap | null => {
  const ephemeral = nodeCrypto.ephemeralX25519();
  const shared = ephemeral.agree(recipient);
  if (shared === null) return null;
  const nonce = nodeCrypto.randomBytes(12);
  const key = wrapKey(shared, context);
  const ciphertext = nodeCrypto.aesGcmSeal({ key, nonce, associated: context, bytes: secret });
  return { ephemeralKey: text(ephemeral.publicKey), nonce: text(nonce), ciphertext: text(ciphertext) };
};

/** The secret in a wrap, or null where it was not made for this key and context. */
export const openWrap = (mine: AgreementKey, wrap: SecretWrap, context: Uint8Array): Uint8Array | null => {
  const shared = mine.agree(nodeCrypto.fromBase64Url(wrap.ephemeralKey));
  if (shared === null) return null;
  return nodeCrypto.aesGcmOpen({
    key: wrapKey(shared, context),
    nonce: nodeCrypto.fromBase64Url(wrap.nonce),
    associated: context,
    bytes: nodeCrypto.fromBase64Url(wrap.ciphertext),
  });
};

export interface TestVault extends LobbyVault {
  readonly device: DeviceIdentity;
  /** Loop secrets by loop; what was accepted from a host lands here. */
  readonly secrets: Map<LoopId, Uint8Array>;
  readonly accepted: ReceivedSecret[];
}

/** A vault in memory with a key of its own. */
export const testVault = (): TestVault => {
  const device = aDevice();
  const secrets = new Map<LoopId, Uint8Array>();
  const accepted: ReceivedSecret[] = [];
  return {
    crypto: nodeCrypto,
    device,
    secrets,
    accepted,
    identity: () => device,
    roomTopics: async (loopId) => {
      const secret = secrets.get(loopId);
      if (secret === undefined) return err({ type: "noLoopSecret" });
      return ok([`topic-${nodeCrypto.toBase64Url(nodeCrypto.sha256(secret))}`]);
    },
    wrapSecret: async (loopId, recipient, context) => {
      const secret = secrets.get(loopId);
      if (secret === undefined) return err({ type: "noLoopSecret" });
      const wrap = wrapTo(secret, recipient, context);
      return wrap === null ? err({ type: "unusableKey" }) : ok({ generation: 1, wrap });
    },
    acceptSecret: async (received) => {
      const secret = openWrap(device.agreement, received.wrap, received.context);
      if (secret === null) return err({ type: "wrapDoesNotOpen" });
      accepted.push(received);
      secrets.set(received.loopId, secret);
      return ok(undefined);
    },
  };
};
