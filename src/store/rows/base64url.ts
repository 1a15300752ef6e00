import type { Base64Url } from "../../domain/ids";

/** `String.fromCharCode` takes its characters as arguments, of which engines allow only so many. */
const chunkBytes = 0x2000;

interface Base64Options {
  readonly alphabet: "base64url";
  readonly omitPadding?: boolean;
}

/** What Chromium brings and the Node of the tests does not; both know what they write is base64url without looking again. */
interface NativeBase64 {
  readonly toBase64?: (this: Uint8Array, options: Base64Options) => string;
}

const byHand = (bytes: Uint8Array): string => {
  let binary = "";
  for (let start = 0; start < bytes.length; start += chunkBytes)
    binary += Reflect.apply(String.fromCharCode, null, bytes.subarray(start, start + chunkBytes));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};

/** Bytes as unpadded base64url. A document of megabytes comes through here whenever it is compacted. */
export const toBase64Url = (bytes: Uint8Array): Base64Url => {
  const { toBase64 } = bytes as Uint8Array & NativeBase64;
  const text = toBase64?.call(bytes, { alphabet: "base64url", omitPadding: true }) ?? byHand(bytes);
  // Parsing would walk over megabytes again to find what encoding cannot get wrong.
  return text as Base64Url;
};

/** A multiple of three, so that what slices become can be put together. */
const sliceBytes = 3 * 128 * 1024;
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** The same, for megabytes in several tasks, so that keys are answered in between. */
export const toBase64UrlInTurns = async (bytes: Uint8Array, pause = nextTask): Promise<Base64Url> => {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += sliceBytes) {
    if (start > 0) await pause();
    parts.push(toBase64Url(bytes.subarray(start, start + sliceBytes)));
  }
  return parts.join("") as Base64Url;
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
