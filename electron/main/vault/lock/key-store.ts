/** The operating system's key store, as far as one device key needs it. */
export interface KeyStore {
  /** False where there is none, or only one that anybody can open. */
  readonly isThere: () => boolean;
  /** Null where the store does not take it. */
  readonly seal: (key: Uint8Array) => Uint8Array | null;
  /** The key, or null where the store does not give it back: another account, or a store that was reset. */
  readonly open: (sealed: Uint8Array) => Uint8Array | null;
}

/** Where there is none. */
export const noKeyStore: KeyStore = {
  isThere: () => false,
  seal: () => null,
  open: () => null,
};
