import { bytesFromBase64Url, bytesToBase64Url } from "./base64url-bytes";

/** Unpadded base64url of a text that has only ASCII characters; anything else is a bug and throws. */
export const asciiToBase64Url = (text: string): string => {
  const codes = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  if (codes.some((code) => code > 127)) throw new Error("not an ASCII text");
  return bytesToBase64Url(Uint8Array.from(codes));
};

/** The ASCII text behind unpadded base64url, or null where it is not one. */
export const asciiFromBase64Url = (encoded: string): string | null => {
  const bytes = bytesFromBase64Url(encoded);
  if (bytes === null || bytes.some((code) => code > 127)) return null;
  return Array.from(bytes, (code) => String.fromCharCode(code)).join("");
};
