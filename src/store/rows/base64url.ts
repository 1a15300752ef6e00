import type { Base64Url } from "../../domain/ids";
import { base64UrlSchema } from "../../domain/ids";

/** `String.fromCharCode` takes its characters as arguments, of which engines allow only so many. */
const chunkBytes = 0x2000;

/** Bytes as unpadded base64url. */
export const toBase64Url = (bytes: Uint8Array): Base64Url => {
  let binary = "";
  for (let start = 0; start < bytes.length; start += chunkBytes)
    binary += Reflect.apply(String.fromCharCode, null, bytes.subarray(start, start + chunkBytes));
  return base64UrlSchema.parse(btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""));
};

/** The bytes of unpadded base64url, or null where the text is none (a length no number of bytes has). */
export const fromBase64Url = (text: Base64Url): Uint8Array<ArrayBuffer> | null => {
  if (text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  // A loop, because `Uint8Array.from` with a callback takes ten times as long, and rows can be megabytes.
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
};
