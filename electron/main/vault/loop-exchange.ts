import { err, ok } from "../../../src/domain/result";
import { unwrapSecret, wrapSecret } from "../../../src/domain/sealing/key-wrap";
import type { LobbyVault } from "../lan/lobby-vault";
import { secretWrapContext } from "./loop-keys";
import { secretBytes } from "./loop-secrets";
import { nodeCrypto } from "./node-crypto";
import type { Vault } from "./open-vault";
import { rawKeyBytes } from "./raw-keys";
import { roomSealOf } from "./room-seal";

const rooms =
  ({ loopSecrets }: Vault): LobbyVault["rooms"] =>
  async (loopId) => {
    const secrets = loopSecrets.all(loopId);
    if (!secrets.ok || secrets.value.length === 0) return err({ type: "noLoopSecret" });
    return ok(secrets.value.map(roomSealOf));
  };

const wrapFor =
  ({ loopSecrets }: Vault): LobbyVault["wrapSecret"] =>
  async (loopId, recipientAgreeKey, context) => {
    const newest = loopSecrets.newest(loopId);
    if (!newest.ok) return err({ type: "noLoopSecret" });
    if (recipientAgreeKey.length !== rawKeyBytes) return err({ type: "unusableKey" });
    const { generation, secret } = newest.value;
    const bound = secretWrapContext(loopId, generation, context);
    const wrap = wrapSecret(secret, recipientAgreeKey, bound, nodeCrypto);
    return wrap === null ? err({ type: "unusableKey" }) : ok({ generation, wrap });
  };

const accept =
  ({ identity, loopSecrets, keyring }: Vault): LobbyVault["acceptSecret"] =>
  async ({ loopId, generation, wrap, context }) => {
    const bound = secretWrapContext(loopId, generation, context);
    const secret = unwrapSecret(wrap, identity.agreement, bound, nodeCrypto);
    if (secret?.length !== secretBytes) return err({ type: "wrapDoesNotOpen" });
    const destroyed = keyring.isDestroyed(loopId);
    if (!destroyed.ok || destroyed.value) return err({ type: "notStored" });
    const kept = loopSecrets.keep(loopId, { generation, secret });
    if (kept.ok) return ok(undefined);
    return err({ type: kept.error.type === "otherSecret" ? "otherSecret" : "notStored" });
  };

/** What the lobby needs of the vault: it passes loop secrets on, wrapped, and never sees one. */
export const lobbyVault = (vault: Vault): LobbyVault => ({
  crypto: nodeCrypto,
  identity: () => vault.identity,
  rooms: rooms(vault),
  wrapSecret: wrapFor(vault),
  acceptSecret: accept(vault),
});
