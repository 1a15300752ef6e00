import type { Base64Url } from "../../domain/ids";
import { base64UrlSchema } from "../../domain/ids";

/** `String.fromCharCode` takes its bytes as arguments, of which engines allow only so many. */
const chunkBytes = 0x8000;

/** Bytes as unpadded base64url. */
export const toBase64Url = (bytes: Uint8Array): Base64Url => {
  let binary = "";
  for (let start = 0; start < bytes.length; start += chunkBytes)
    binary += String.fromCharCode(...bytes.subarray(start, start + chunkBytes));
  return base64UrlSchema.parse(btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""));
};

/** The bytes of unpadded base64url, or null where the text is none (a length no number of bytes has). */
export const fromBase64Url = (text: Base64Url): Uint8Array<ArrayBuffer> | null => {
  if (text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
};
