import { z } from "zod";
import { loopIdSchema, personIdSchema, timestampSchema } from "../../ids";
import { err, ok, type Result } from "../../result";
import { canonicalJson } from "../../sealing/canonical-json";
import type { CryptoPort } from "../../sealing/crypto-port";
import type { SignedEntry } from "../../sealing/entries";
import { parseCanonicalJson } from "../../sealing/guarded-json";
import { bytesToEntry, entryToBytes } from "../../sealing/wire";
import { type ContentsRefusal, type Section, sectionKinds } from "./sections";

/** `whole`: everything this laptop has of the loop. `own`: what its person signed and handed on. */
export const bundlePartSchema = z.enum(["whole", "own"]);
export type BundlePart = z.infer<typeof bundlePartSchema>;

const aboutSchema = z.strictObject({
  v: z.literal(1),
  loopId: loopIdSchema,
  part: bundlePartSchema,
  /** The clock of the laptop that wrote it: shown, never trusted. */
  at: timestampSchema,
});
export type BundleAbout = z.infer<typeof aboutSchema>;

const maxShares = 20_000;

const sharesSchema = z.strictObject({
  personId: personIdSchema,
  handOffs: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Za-z0-9_-]{1,60}$/),
        to: personIdSchema.nullable(),
        text: z.string().max(10_000),
        at: timestampSchema,
      }),
    )
    .max(maxShares),
});
/** What one person handed on: notes that are written once, so that they mean the same wherever they arrive. */
export type BundleShares = z.infer<typeof sharesSchema>;

/** What a bundle carries. */
export interface BundleContents {
  readonly about: BundleAbout;
  /** The loop's document in Yjs' second encoding; null in an `own` bundle. */
  readonly state: Uint8Array | null;
  readonly entries: readonly SignedEntry[];
  readonly shares: BundleShares | null;
}

type TextPort = Pick<CryptoPort, "utf8" | "utf8Text">;

export const contentsToSections = (
  { about, state, entries, shares }: BundleContents,
  text: TextPort,
): readonly Section[] => [
  { kind: sectionKinds.about, bytes: text.utf8(canonicalJson(about)) },
  ...(shares === null ? [] : [{ kind: sectionKinds.shares, bytes: text.utf8(canonicalJson(shares)) }]),
  ...entries.map((entry) => ({ kind: sectionKinds.entry, bytes: entryToBytes(entry, text) })),
  ...(state === null ? [] : [{ kind: sectionKinds.state, bytes: state }]),
];

const invalid = err<ContentsRefusal>({ type: "contentsInvalid" });

/** One value of a kind of section that stands at most once. */
const onlyOne = (sections: readonly Section[], kind: number): Uint8Array | null | "several" => {
  const found = sections.filter((section) => section.kind === kind);
  return found.length > 1 ? "several" : (found[0]?.bytes ?? null);
};

const readJson = <Value>(
  bytes: Uint8Array,
  schema: z.ZodType<Value>,
  text: TextPort,
): Result<Value, ContentsRefusal> => {
  const json = text.utf8Text(bytes);
  const value = json === null ? null : parseCanonicalJson(json);
  if (value === null || !value.ok) return invalid;
  const parsed = schema.safeParse(value.value);
  return parsed.success ? ok(parsed.data) : invalid;
};

const readEntries = (
  sections: readonly Section[],
  text: TextPort,
): Result<readonly SignedEntry[], ContentsRefusal> => {
  const entries: SignedEntry[] = [];
  for (const { kind, bytes } of sections) {
    if (kind !== sectionKinds.entry) continue;
    const entry = bytesToEntry(bytes, text);
    if (!entry.ok) return invalid;
    entries.push(entry.value);
  }
  return ok(entries);
};

/** What the sections say; the entries in it are not authenticated yet. Sections of unknown kinds are passed over. */
export const sectionsToContents = (
  sections: readonly Section[],
  text: TextPort,
): Result<BundleContents, ContentsRefusal> => {
  const [first] = sections;
  const state = onlyOne(sections, sectionKinds.state);
  const sharesBytes = onlyOne(sections, sectionKinds.shares);
  if (first?.kind !== sectionKinds.about || onlyOne(sections, sectionKinds.about) === "several")
    return invalid;
  if (state === "several" || sharesBytes === "several") return invalid;
  const about = readJson(first.bytes, aboutSchema, text);
  if (!about.ok) return about;
  const shares = sharesBytes === null ? ok(null) : readJson(sharesBytes, sharesSchema, text);
  if (!shares.ok) return shares;
  const entries = readEntries(sections, text);
  return entries.ok
    ? ok({ about: about.value, state, entries: entries.value, shares: shares.value })
    : entries;
};
