import type { IdService } from "../../bindings/services";
import { toBase64Url } from "../../store/rows/base64url";

/** The window's own clock and randomness: the only place where the app asks for either. */
export const windowIds: IdService = {
  newId: () => toBase64Url(crypto.getRandomValues(new Uint8Array(16))),
  now: () => new Date().toISOString(),
};
