import { randomBytes } from "node:crypto";
import { deviceIdentityFrom } from "../../../electron/main/vault/device-identity";
import type { DeviceIdentity } from "../../../src/domain/sealing/crypto-port";

export { nodeCrypto } from "../../../electron/main/vault/node-crypto";

/** A laptop's keys, fresh. */
export const aDevice = (): DeviceIdentity =>
  deviceIdentityFrom({
    signing: new Uint8Array(randomBytes(32)),
    agreement: new Uint8Array(randomBytes(32)),
  });
