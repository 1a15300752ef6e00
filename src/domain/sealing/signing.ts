import {
  type Base64Url,
  base64UrlSchema,
  type DeviceId,
  deviceIdSchema,
  type Hash,
  hashSchema,
} from "../ids";
import { err, type Result, unwrap } from "../result";
import { concatBytes } from "./bytes";
import type { CryptoPort, DeviceIdentity } from "./crypto-port";
import { type EntryBody, type EntryKind, entryBodySchemas, type SignedEntry } from "./entries";
import { guardedCanonicalJson, type JsonRefusal } from "./guarded-json";
import { asSigned } from "./signed-form";

/** Bytes in unpadded base64url, typed as the formats carry them. */
export const toText = (bytes: Uint8Array, crypto: CryptoPort): Base64Url =>
  base64UrlSchema.parse(crypto.toBase64Url(bytes));

/** SHA-256 as the formats write it. */
export const hashOf = (bytes: Uint8Array, crypto: CryptoPort): Hash =>
  hashSchema.parse(crypto.toBase64Url(crypto.sha256(bytes)));

/** A device is named by the SHA-256 of its raw Ed25519 public key. */
export const deviceIdOf = (signKey: Uint8Array, crypto: CryptoPort): DeviceId =>
  deviceIdSchema.parse(hashOf(signKey, crypto));

/**
 * What a signature is made over: "panelbook/1/" + kind + NUL + the exact bytes of the body. Kinds contain no
 * NUL, so no body of one kind can be passed off as a body of another.
 */
export const signedBytes = (kind: string, body: string, crypto: CryptoPort): Uint8Array =>
  concatBytes(crypto.utf8(`panelbook/1/${kind}\0`), crypto.utf8(body));

/** An entry's name: SHA-256 of its signed bytes. */
export const entryHash = (
  entry: { readonly kind: string; readonly body: string },
  crypto: CryptoPort,
): Hash => hashOf(signedBytes(entry.kind, entry.body, crypto), crypto);

/** The device a body names as its author; a card names it in its header. */
export const deviceIdIn = <Kind extends EntryKind>(kind: Kind, body: EntryBody<Kind>): DeviceId =>
  kind === "card" ? (body as EntryBody<"card">).header.deviceId : (body as EntryBody<"call">).deviceId;

export type LayoutRefusal = { readonly type: "bodyInvalid" } | JsonRefusal;

/**
 * The text of a body as it will be signed: checked against the kind's schema (which also trims what the schema
 * trims), then canonical JSON. Refuses what another laptop would refuse.
 */
export const layOutBody = (kind: EntryKind, body: unknown): Result<string, LayoutRefusal> => {
  const parsed = entryBodySchemas[kind].safeParse(body);
  return parsed.success ? guardedCanonicalJson(asSigned(kind, parsed.data)) : err({ type: "bodyInvalid" });
};

/** Signs a text that `layOutBody` made. */
export const signText = (
  kind: EntryKind,
  body: string,
  identity: DeviceIdentity,
  crypto: CryptoPort,
): SignedEntry => ({
  kind,
  body,
  signKey: toText(identity.signKey, crypto),
  signature: toText(identity.sign(signedBytes(kind, body, crypto)), crypto),
});

/** Signs a body. A body of another device, or one that does not match its schema, is a bug and throws. */
export const signEntry = <Kind extends EntryKind>(
  kind: Kind,
  body: EntryBody<Kind>,
  identity: DeviceIdentity,
  crypto: CryptoPort,
): SignedEntry => {
  if (deviceIdIn(kind, body) !== identity.deviceId) throw new Error("a body names its signing device");
  return signText(kind, unwrap(layOutBody(kind, body)), identity, crypto);
};

/** The raw bytes of a base64url text, or null where the text is not the one spelling of its bytes. */
export const exactBytes = (text: string, crypto: CryptoPort): Uint8Array | null => {
  const bytes = crypto.fromBase64Url(text);
  return crypto.toBase64Url(bytes) === text ? bytes : null;
};

/** The raw bytes of base64url text that a schema and a signature already vouch for. */
export const textBytes = (text: string, crypto: CryptoPort): Uint8Array => crypto.fromBase64Url(text);
