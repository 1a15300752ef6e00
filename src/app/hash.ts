import { toBase64Url } from "../store/rows/base64url";

/** SHA-256 of a text's UTF-8 bytes in unpadded base64url, as every format here writes hashes. */
export const hashOfText = async (text: string): Promise<string> =>
  toBase64Url(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))));
