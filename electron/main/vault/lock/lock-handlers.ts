import type { HandlersOf } from "../../../contract/channels";
import type { lockChannels } from "../../../contract/lock";
import type { DeviceLock } from "./device-lock";

/** The lock as the contract's channels; `forget` drops the keys that the open vault holds. */
export const lockHandlers = (lock: DeviceLock, forget: () => void): HandlersOf<typeof lockChannels> => ({
  "lock.state": () => lock.state(),
  "lock.open": ({ by, secret }) =>
    by === "words" ? lock.openWithWords(secret) : lock.openWithPassphrase(secret),
  "lock.close": async () => {
    const closed = await lock.close();
    if (closed.ok) forget();
    return closed;
  },
  "lock.setPassphrase": ({ passphrase, before }) => lock.setPassphrase(passphrase, before),
  "lock.removePassphrase": ({ passphrase }) => lock.removePassphrase(passphrase),
  "lock.makeWords": () => lock.makeWords(),
  "lock.setAfter": ({ minutes }) => lock.setLockAfter(minutes),
});
