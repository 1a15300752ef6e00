import type { LobbyVault, ReceivedSecret } from "../../../electron/main/lan/lobby-vault";
import { roomSealOf } from "../../../electron/main/vault/room-seal";
import type { LoopId } from "../../../src/domain/ids";
import type { SecretWrap } from "../../../src/domain/loop/lobby/messages";
import { err, ok } from "../../../src/domain/result";
import type { AgreementKey, DeviceIdentity } from "../../../src/domain/sealing/crypto-port";
import { unwrapSecret, wrapSecret } from "../../../src/domain/sealing/key-wrap";
import { aDevice, nodeCrypto } from "./node-crypto";

const contextOf = (context: Uint8Array) => ({ purpose: "test", context: nodeCrypto.toBase64Url(context) });

/** The secret in a wrap, or null where it was not made for this key and context. */
export const openWrap = (mine: AgreementKey, wrap: SecretWrap, context: Uint8Array): Uint8Array | null =>
  unwrapSecret(wrap, mine, contextOf(context), nodeCrypto);

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
    rooms: async (loopId) => {
      const secret = secrets.get(loopId);
      return secret === undefined
        ? err({ type: "noLoopSecret" })
        : ok([roomSealOf({ generation: 1, secret })]);
    },
    wrapSecret: async (loopId, recipient, context) => {
      const secret = secrets.get(loopId);
      if (secret === undefined) return err({ type: "noLoopSecret" });
      const wrap = wrapSecret(secret, recipient, contextOf(context), nodeCrypto);
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
