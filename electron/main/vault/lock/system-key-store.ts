import { safeStorage } from "electron";
import type { KeyStore } from "./key-store";

/** On Linux Electron also "encrypts" with a password that everybody knows; that protects nothing. */
const isReal = (): boolean =>
  safeStorage.isEncryptionAvailable() &&
  (process.platform !== "linux" ||
    !["basic_text", "unknown"].includes(safeStorage.getSelectedStorageBackend()));

/** Keychain, DPAPI, or a Linux secret service. Asked only once the program is ready. */
export const systemKeyStore: KeyStore = {
  isThere: isReal,
  seal: (key) => {
    try {
      return new Uint8Array(safeStorage.encryptString(Buffer.from(key).toString("base64url")));
    } catch {
      // It throws where the person does not let the program in.
      return null;
    }
  },
  open: (sealed) => {
    try {
      return new Uint8Array(Buffer.from(safeStorage.decryptString(Buffer.from(sealed)), "base64url"));
    } catch {
      // It throws for a store that was reset, another account's, and one that is not there.
      return null;
    }
  },
};
