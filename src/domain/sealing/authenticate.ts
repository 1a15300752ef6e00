import type { DeviceId, Hash } from "../ids";
import type { DeviceKeys } from "../loop/roster";
import { err, ok, type Result } from "../result";
import { canonicalJson } from "./canonical-json";
import type { CryptoPort } from "./crypto-port";
import {
  type AuthenticEntry,
  type EntryBody,
  type EntryKind,
  entryBodySchemas,
  entryKindSchema,
  type SignedEntry,
  signedEntrySchema,
} from "./entries";
import { type JsonRefusal, parseCanonicalJson } from "./guarded-json";
import { asSigned } from "./signed-form";
import { deviceIdIn, deviceIdOf, entryHash, exactBytes, signedBytes } from "./signing";
import { isWeakSignKey } from "./weak-keys";
import { defaultMaxEntryBytes } from "./wire";

/** Why an entry is kept apart. `updateFirst`: it is from a newer program than this one. */
export type EntryRefusal =
  | {
      readonly type:
        | "entryInvalid"
        | "unknownKind"
        | "tooLarge"
        | "weakKey"
        | "badSignature"
        | "updateFirst"
        | "bodyInvalid"
        | "deviceIdMismatch";
    }
  | JsonRefusal;

const refuse = (type: EntryRefusal["type"]) => err<EntryRefusal>({ type });

const signatureFault = (entry: SignedEntry, crypto: CryptoPort): EntryRefusal | null => {
  const key = exactBytes(entry.signKey, crypto);
  const signature = exactBytes(entry.signature, crypto);
  if (key === null || signature === null) return { type: "entryInvalid" };
  if (isWeakSignKey(key)) return { type: "weakKey" };
  const valid = crypto.verifyEd25519(key, signedBytes(entry.kind, entry.body, crypto), signature);
  return valid ? null : { type: "badSignature" };
};

/** A body of a later version may have any shape, so its number is looked at before its schema. */
const isFromNewerProgram = (body: unknown): boolean => {
  if (typeof body !== "object" || body === null) return false;
  const facts: object = "header" in body && typeof body.header === "object" ? (body.header ?? body) : body;
  return "v" in facts && Number.isInteger(facts.v) && Number(facts.v) > 1;
};

/**
 * The schema reads exactly what was signed: a member it does not know, or a text it would trim, is refused
 * here, because the rest of the program sees only what the schema returned.
 */
const readBody = (kind: EntryKind, text: string): Result<EntryBody<EntryKind>, EntryRefusal> => {
  const value = parseCanonicalJson(text);
  if (!value.ok) return value;
  if (isFromNewerProgram(value.value)) return refuse("updateFirst");
  const parsed = entryBodySchemas[kind].safeParse(value.value);
  if (!parsed.success || canonicalJson(asSigned(kind, parsed.data)) !== text) return refuse("bodyInvalid");
  return ok(parsed.data);
};

/** The devices a body vouches for: each id must be the hash of the key it stands for. */
const keysIn = (kind: EntryKind, body: EntryBody<EntryKind>): readonly DeviceKeys[] => {
  if (kind === "charter") return [(body as EntryBody<"charter">).facilitator];
  return kind === "roster" ? (body as EntryBody<"roster">).devices : [];
};

const namesItsKey = (keys: DeviceKeys, crypto: CryptoPort): boolean => {
  const key = exactBytes(keys.signKey, crypto);
  return key !== null && keys.deviceId === deviceIdOf(key, crypto);
};

const assemble = (
  kind: EntryKind,
  body: EntryBody<EntryKind>,
  entry: SignedEntry,
  names: { readonly hash: Hash; readonly deviceId: DeviceId },
): AuthenticEntry => ({ kind, ...names, body, entry }) as AuthenticEntry;

/**
 * Checks everything about an entry that needs no other entry: its shape, its kind, the signature over the exact
 * text, that the text is its own canonical form and matches the kind's schema, and that the device it names is
 * the one whose key signed. Whether that device may say such a thing is the ledger's question.
 */
export const authenticate = (
  entry: unknown,
  crypto: CryptoPort,
  maxBytes: number = defaultMaxEntryBytes,
): Result<AuthenticEntry, EntryRefusal> => {
  const shape = signedEntrySchema.safeParse(entry);
  if (!shape.success) return refuse("entryInvalid");
  const kind = entryKindSchema.safeParse(shape.data.kind);
  if (!kind.success) return refuse("unknownKind");
  if (shape.data.body.length > maxBytes) return refuse("tooLarge");
  if (!shape.data.body.isWellFormed()) return refuse("loneSurrogate");
  const fault = signatureFault(shape.data, crypto);
  if (fault !== null) return err(fault);
  return authenticBody(kind.data, shape.data, crypto);
};

const authenticBody = (
  kind: EntryKind,
  entry: SignedEntry,
  crypto: CryptoPort,
): Result<AuthenticEntry, EntryRefusal> => {
  const body = readBody(kind, entry.body);
  if (!body.ok) return body;
  const deviceId = deviceIdOf(crypto.fromBase64Url(entry.signKey), crypto);
  if (deviceIdIn(kind, body.value) !== deviceId) return refuse("deviceIdMismatch");
  if (!keysIn(kind, body.value).every((keys) => namesItsKey(keys, crypto))) return refuse("deviceIdMismatch");
  return ok(assemble(kind, body.value, entry, { hash: entryHash(entry, crypto), deviceId }));
};

/**
 * The entry as the rest of the program works with it, where main already authenticated it and only told its
 * hash and device (a window has no crypto of its own). A body that cannot be read then is a bug and throws.
 */
export const authenticatedElsewhere = (
  entry: SignedEntry,
  names: { readonly hash: Hash; readonly deviceId: DeviceId },
): AuthenticEntry => {
  const kind = entryKindSchema.parse(entry.kind);
  return assemble(kind, entryBodySchemas[kind].parse(JSON.parse(entry.body)), entry, names);
};
