import { z } from "zod";
import { base64UrlSchema, type Hash, hashSchema, type Timestamp, timestampSchema } from "../ids";
import { err, ok, type Result } from "../result";
import { oldestProtocol, protocolVersion } from "../sealing/entries";
import { asciiFromBase64Url, asciiToBase64Url } from "./ascii-base64url";
import { bytesFromBase64Url, bytesToBase64Url } from "./base64url-bytes";
import { crc32Hex } from "./crc32";
import { inviteBytes, partsOfInvite, secondsOf } from "./invite-bytes";
import { jsonValue } from "./json-value";
import {
  addressText,
  defaultLanPort,
  type LanAddress,
  type LanName,
  lanAddressSchema,
  lanPortSchema,
  parseAddress,
  parseLanName,
  splitAddress,
} from "./lan-address";
import { type LoopLabel, loopLabelSchema } from "./loop-label";

/**
 * The newest version of the invite's own text; the loop's protocol is inside. An invite of one door is written as the first
 * version, which every program reads.
 */
export const inviteVersion = 2;
const prefix = "panelbook-invite";
/** An invite has under 500 characters; a pasted mail may surround it. */
const longestText = 20_000;

/** 128 random bits: opens the lobby and nothing else. */
export const joinTokenSchema = base64UrlSchema.length(22);

/** Doors of other members that an invite may name, and the addresses of each: more make its picture hard to read. */
export const mostOtherDoors = 3;
export const mostAddressesOfOthers = 2;

/** Where a laptop may be reached and by which key it is known there. */
export const doorSchema = z.object({
  key: hashSchema,
  addresses: z.array(lanAddressSchema).min(1).max(mostAddressesOfOthers),
});
export interface Door {
  readonly key: Hash;
  readonly addresses: readonly LanAddress[];
}

/** What a joiner is handed on paper, as a QR code, a file or copied text. It never holds the loop secret. */
export const fullInviteSchema = z.object({
  protocol: z.int().positive(),
  /** Where the host may be reached, the likeliest first. */
  addresses: z.array(lanAddressSchema).min(1).max(4),
  label: loopLabelSchema,
  joinToken: joinTokenSchema,
  /** SHA-256 of the signing key of the laptop that answers. */
  facilitatorKey: hashSchema,
  /** Null: until the host stops hosting. */
  expiresAt: timestampSchema.nullable(),
  /**
   * Other members' laptops, for whoever comes when that one is closed. They know nothing of the join token, so whoever
   * lets the joiner in there compares the six words.
   */
  others: z.array(doorSchema).max(mostOtherDoors),
});
export type FullInvite = z.infer<typeof fullInviteSchema>;

/** Address and label, short enough to type. Whoever joins with it has to compare the six words. */
export interface TypedCode {
  readonly address: LanAddress;
  readonly label: LoopLabel;
}

/** What a person pasted or typed to get in. */
export type WayIn =
  | { readonly kind: "invite"; readonly invite: FullInvite }
  | { readonly kind: "typed"; readonly code: TypedCode }
  /** A typed code with the laptop's name in place of its address. */
  | { readonly kind: "named"; readonly at: LanName; readonly label: LoopLabel };

export type InviteRefusal =
  | { readonly type: "empty" }
  | { readonly type: "notAnInvite" }
  /** It is an invite, but letters are missing or changed: copy it again. */
  | { readonly type: "damaged" }
  /** It was made by a newer program than this one. */
  | { readonly type: "updateFirst" }
  /** It was made by a program older than this one still works with. */
  | { readonly type: "hostMustUpdate" }
  | { readonly type: "expired"; readonly at: Timestamp }
  | { readonly type: "badTypedCode"; readonly part: "address" | "port" | "label" };

/** The members of the invite's JSON have one letter each, because every letter makes the QR code denser. */
const packedSchema = z.object({
  p: z.int().positive(),
  a: z.array(z.string()).min(1).max(4),
  l: loopLabelSchema,
  t: joinTokenSchema,
  k: hashSchema,
  e: z.int().positive().max(8_640_000_000_000).optional(),
});

const timestampOf = (seconds: number): Timestamp =>
  timestampSchema.parse(new Date(seconds * 1000).toISOString());

const framed = (version: number, payload: string): string =>
  `${prefix}:${version}:${payload}:${crc32Hex(payload)}`;

/**
 * The text of an invite. Of one door:
 * "panelbook-invite:1:" + base64url of JSON + ":" + its CRC-32. The version is readable before anything else is,
 * so that every later program can say what it met. Of several doors it is version 2, with bytes in place of the JSON
 * (`invite-bytes`). `expiresAt` is kept to the second, rounded up.
 */
export const inviteText = (invite: FullInvite): string => {
  if (invite.others.length > 0) return framed(2, bytesToBase64Url(inviteBytes(invite)));
  const packed = {
    p: invite.protocol,
    a: invite.addresses.map(addressText),
    l: invite.label,
    t: invite.joinToken,
    k: invite.facilitatorKey,
    ...(invite.expiresAt === null ? {} : { e: secondsOf(invite.expiresAt) }),
  };
  return framed(1, asciiToBase64Url(JSON.stringify(packed)));
};

/** "192.168.10.4:47111/K7QX". */
export const typedCodeText = (code: TypedCode): string => `${addressText(code.address)}/${code.label}`;

const unpackBytes = (payload: string): FullInvite | null => {
  const bytes = bytesFromBase64Url(payload);
  return bytes === null ? null : (fullInviteSchema.safeParse(partsOfInvite(bytes)).data ?? null);
};

const unpackJson = (payload: string): FullInvite | null => {
  const json = asciiFromBase64Url(payload);
  if (json === null) return null;
  const packed = packedSchema.safeParse(jsonValue(json));
  if (!packed.success) return null;
  const addresses = packed.data.a.map(parseAddress);
  const { p: protocol, l: label, t: joinToken, k: facilitatorKey, e: seconds } = packed.data;
  const expiresAt = seconds === undefined ? null : timestampOf(seconds);
  const invite = { protocol, addresses, label, joinToken, facilitatorKey, expiresAt, others: [] };
  const parsed = fullInviteSchema.safeParse(invite);
  return parsed.success ? parsed.data : null;
};

interface ReadingOptions {
  /** The wall clock; null reads an invite without asking whether it has expired. */
  readonly now: Timestamp | null;
  /** The newest protocol this program speaks, and the oldest. */
  readonly protocol?: number;
  readonly oldest?: number;
}

const readFull = (body: string, options: ReadingOptions): Result<WayIn, InviteRefusal> => {
  const version = /^(\d{1,6}):/.exec(body)?.[1];
  if (version === undefined) return err({ type: "damaged" });
  if (Number(version) > inviteVersion) return err({ type: "updateFirst" });
  const [, payload = "", sum] = /^\d+:([A-Za-z0-9_-]+):([0-9a-fA-F]{8})/.exec(body) ?? [];
  if (sum?.toLowerCase() !== crc32Hex(payload)) return err({ type: "damaged" });
  const invite = Number(version) === 1 ? unpackJson(payload) : unpackBytes(payload);
  return invite === null ? err({ type: "damaged" }) : checkTimely(invite, options);
};

const checkTimely = (
  invite: FullInvite,
  { now, protocol = protocolVersion, oldest = oldestProtocol }: ReadingOptions,
): Result<WayIn, InviteRefusal> => {
  if (invite.protocol > protocol) return err({ type: "updateFirst" });
  if (invite.protocol < oldest) return err({ type: "hostMustUpdate" });
  if (now !== null && invite.expiresAt !== null && now > invite.expiresAt) {
    return err({ type: "expired", at: invite.expiresAt });
  }
  return ok({ kind: "invite", invite });
};

const badPart = (part: "address" | "port" | "label"): Result<WayIn, InviteRefusal> =>
  err({ type: "badTypedCode", part });

const readTyped = (text: string): Result<WayIn, InviteRefusal> => {
  const cut = text.lastIndexOf("/");
  const where = cut < 0 ? text : text.slice(0, cut);
  const parts = splitAddress(where);
  const at = parts === null ? parseLanName(where) : null;
  // Without a stroke only an address is surely meant as one; a word may be anything.
  if (cut < 0) return parts === null ? err({ type: "notAnInvite" }) : badPart("label");
  if (parts === null && at === null) return err({ type: "notAnInvite" });
  const port = lanPortSchema.safeParse(parts?.port ?? defaultLanPort);
  if (!port.success) return badPart("port");
  const address = lanAddressSchema.safeParse({ host: parts?.host, port: port.data });
  if (at === null && !address.success) return badPart("address");
  const label = loopLabelSchema.safeParse(text.slice(cut + 1).toUpperCase());
  if (!label.success) return badPart("label");
  if (at !== null) return ok({ kind: "named", at, label: label.data });
  return address.success
    ? ok({ kind: "typed", code: { address: address.data, label: label.data } })
    : badPart("address");
};

/** What clipboards and mail programs put between letters: white space and invisible marks. */
const between = /[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g;

/**
 * Reads what a person pasted or typed: a full invite, also one that a mail wrapped or wrote words around, or a
 * typed code in any case and with spaces anywhere; without a port it means `defaultLanPort`.
 */
export const parseWayIn = (text: string, options: ReadingOptions): Result<WayIn, InviteRefusal> => {
  if (text.length > longestText) return err({ type: "notAnInvite" });
  const dense = text.replace(between, "");
  if (dense === "") return err({ type: "empty" });
  const found = dense.search(/panelbook-invite:/i);
  return found < 0 ? readTyped(dense) : readFull(dense.slice(found + prefix.length + 1), options);
};

/** Everything a joiner knows from its way in; what is null has to be made up for by comparing six words. */
export interface LobbyTicket {
  readonly addresses: readonly LanAddress[];
  /** Where the addresses have to be asked for by a laptop's name; there are none before. */
  readonly at?: LanName;
  readonly label: LoopLabel;
  readonly joinToken: string | null;
  readonly hostKey: Hash | null;
  /** Where else to knock if nobody of the loop answers there; the join token means nothing to these. */
  readonly others?: readonly Door[];
}

export const ticketOf = (way: WayIn): LobbyTicket => {
  if (way.kind === "invite") {
    const { addresses, label, joinToken, facilitatorKey: hostKey, others } = way.invite;
    return { addresses, label, joinToken, hostKey, ...(others.length === 0 ? {} : { others }) };
  }
  const unproven = { joinToken: null, hostKey: null };
  return way.kind === "named"
    ? { addresses: [], at: way.at, label: way.label, ...unproven }
    : { addresses: [way.code.address], label: way.code.label, ...unproven };
};
