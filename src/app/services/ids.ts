import type { IdService } from "../../bindings/services";

/** 16 random bytes in unpadded base64url. */
const randomId = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

/** The window's own clock and randomness: the only place where the app asks for either. */
export const windowIds: IdService = { newId: randomId, now: () => new Date().toISOString() };
