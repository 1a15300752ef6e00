import { join } from "node:path";
import { type Lan, type LanOptions, setupLan } from "../../../electron/main/lan";
import { publicKeysOf } from "../../../electron/main/vault/identity";
import { lobbyVault } from "../../../electron/main/vault/loop-exchange";
import { openVault, type Vault } from "../../../electron/main/vault/open-vault";
import { type Device, deviceSchema } from "../../../src/domain/loop/roster";
import { unwrap } from "../../../src/domain/result";
import { noon, personId } from "../builders/record";
import { appOrigin } from "./wire-client";

/** One laptop with its real vault on the disk, reachable on the loopback interface. */
export interface VaultLaptop {
  readonly vault: Vault;
  readonly lan: Lan;
  readonly bugs: readonly unknown[];
  /** As a roster lists it, as the laptop of the person with this name. */
  readonly device: Device;
}

export const aVaultLaptop = (
  folder: string,
  name: string,
  over: Partial<Omit<LanOptions, "vault">> = {},
): VaultLaptop => {
  const vault = unwrap(openVault(join(folder, name)));
  const bugs: unknown[] = [];
  const lan = setupLan({
    vault: lobbyVault(vault),
    notify: () => undefined,
    report: (error) => bugs.push(error),
    origins: [appOrigin],
    server: { port: 0, ports: 1, hosts: ["127.0.0.1"] },
    ...over,
  });
  const device = deviceSchema.parse({
    ...publicKeysOf(vault.identity),
    personId: personId(name),
    label: "",
    admittedAt: noon,
  });
  return { vault, lan, bugs, device };
};
