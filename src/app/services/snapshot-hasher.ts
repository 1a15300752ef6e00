import { sha256 } from "@noble/hashes/sha2.js";
import type { RootHasher } from "../../domain/kit/kit-root";

const fromBase64Url = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

/** SHA-256 that answers at once: checking a kit takes hundreds of hashes in a row, which WebCrypto would only promise. */
export const snapshotHasher: RootHasher = {
  sha256: (bytes) => sha256(bytes),
  utf8: (text) => new TextEncoder().encode(text),
  toBase64Url,
  fromBase64Url,
};
