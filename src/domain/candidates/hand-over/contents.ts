import { z } from "zod";
import { candidateSchema } from "../../candidate/candidate";
import { samenessActSchema } from "../../candidate/sameness";
import {
  applicationIdSchema,
  candidateIdSchema,
  type Hash,
  hashSchema,
  kitIdSchema,
  timestampSchema,
} from "../../ids";
import { type Section, sectionHeadBytes } from "../../loop/bundle/sections";
import { err, ok, type Result } from "../../result";
import type { CryptoPort } from "../../sealing/crypto-port";
import { type Application, type ApplicationEvent, applicationEventSchema } from "../application";

/**
 * The sections of a hand-over: `about` once and first, then the people, then the files, each followed by its content in
 * pieces of `filePieceBytes` (the last has the rest). A kind keeps its meaning; unknown kinds are passed over.
 */
export const handOverKinds = { about: 1, person: 2, file: 3, piece: 4 } as const;

export const filePieceBytes = 64 * 1024;

export const handOverAboutSchema = z.strictObject({
  v: z.literal(1),
  /** The clock of the laptop that wrote it: shown, never trusted. */
  at: timestampSchema,
  /** How many of each follow. */
  people: z.int().nonnegative().max(100_000),
  files: z.int().nonnegative().max(1_000_000),
  /** The roles that were applied for, with the titles of their kits, for a laptop that has not got them. */
  roles: z.array(z.strictObject({ kitId: kitIdSchema, title: z.string().max(500) })).max(10_000),
});
export type HandOverAbout = z.infer<typeof handOverAboutSchema>;

/** A person and what happened to their applications; readings in progress stay on the reviewer's laptop. */
export const handedPersonSchema = z.strictObject({
  candidate: candidateSchema,
  applications: z
    .array(
      z.strictObject({
        id: applicationIdSchema,
        kitId: kitIdSchema,
        events: z.array(applicationEventSchema).min(1).max(2000),
      }),
    )
    .max(500),
});
export type HandedPerson = z.infer<typeof handedPersonSchema>;

export const handedFileSchema = z.strictObject({
  candidateId: candidateIdSchema,
  /** SHA-256 of the content. */
  hash: hashSchema,
  /** Bytes of content. */
  size: z.int().positive(),
});
export type HandedFile = z.infer<typeof handedFileSchema>;

type TextPort = Pick<CryptoPort, "utf8" | "utf8Text">;

const jsonSection = (kind: number, value: unknown, text: Pick<CryptoPort, "utf8">): Section => ({
  kind,
  bytes: text.utf8(JSON.stringify(value)),
});

/** What stands before the files. */
export const headSections = (
  about: HandOverAbout,
  people: readonly HandedPerson[],
  text: Pick<CryptoPort, "utf8">,
): readonly Section[] => [
  jsonSection(handOverKinds.about, about, text),
  ...people.map((person) => jsonSection(handOverKinds.person, person, text)),
];

export const fileSection = (file: HandedFile, text: Pick<CryptoPort, "utf8">): Section =>
  jsonSection(handOverKinds.file, file, text);

/** Bytes that a file takes up in the contents. */
export const handedFileBytes = (file: HandedFile, text: Pick<CryptoPort, "utf8">): number =>
  sectionHeadBytes +
  fileSection(file, text).bytes.length +
  file.size +
  Math.ceil(file.size / filePieceBytes) * sectionHeadBytes;

const invalid = err({ type: "contentsInvalid" } as const);

/** A section's JSON as `schema` says, or a refusal. */
export const readSection = <Value>(
  { bytes }: Section,
  schema: z.ZodType<Value>,
  text: Pick<TextPort, "utf8Text">,
): Result<Value, { readonly type: "contentsInvalid" }> => {
  const json = text.utf8Text(bytes);
  if (json === null) return invalid;
  try {
    const parsed = schema.safeParse(JSON.parse(json));
    return parsed.success ? ok(parsed.data) : invalid;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return invalid;
    throw thrown;
  }
};

const kinded = z.array(z.object({ kind: z.string() }));
const anyPersonSchema = z.object({
  candidate: z.object({ sameness: kinded.default([]) }),
  applications: z.array(z.object({ events: kinded })),
});
const eventKinds = new Set<string>(applicationEventSchema.options.map(({ shape }) => shape.kind.value));
const samenessKinds = new Set<string>(samenessActSchema.options.map(({ shape }) => shape.kind.value));

const knowsMore = ({ candidate, applications }: z.infer<typeof anyPersonSchema>): boolean =>
  candidate.sameness.some(({ kind }) => !samenessKinds.has(kind)) ||
  applications.some(({ events }) => events.some(({ kind }) => !eventKinds.has(kind)));

/** A person's section; `updateFirst` where a newer program told of something that this one has no kind for. */
export const readPerson = (
  section: Section,
  text: Pick<TextPort, "utf8Text">,
): Result<HandedPerson, { readonly type: "contentsInvalid" | "updateFirst" }> => {
  const read = readSection(section, handedPersonSchema, text);
  if (read.ok) return read;
  const loose = readSection(section, anyPersonSchema, text);
  return loose.ok && knowsMore(loose.value) ? err({ type: "updateFirst" }) : read;
};

/** The files that what happened to an application speaks of and that are still kept. */
export const filesNamed = ({ events }: Pick<Application, "events">): readonly Hash[] => {
  const kept = new Set<Hash>();
  for (const event of events) {
    for (const hash of hashesIn(event)) kept.add(hash);
    if (event.kind === "documentRemoved") kept.delete(event.hash);
  }
  // A recording that was deleted comes back by no event, in whatever order two laptops' clocks put them.
  for (const event of events) if (event.kind === "recordingRemoved") kept.delete(event.hash);
  return [...kept];
};

/** Every file that was ever named, also those that were removed since. */
export const filesEverNamed = ({ events }: Pick<Application, "events">): readonly Hash[] => [
  ...new Set(events.flatMap(hashesIn)),
];

const hashesIn = (event: ApplicationEvent): readonly Hash[] => {
  if (event.kind === "documentKept") return [event.document.hash];
  if (event.kind !== "taken") return [];
  return event.taken.responses.flatMap((response) => (response.kind === "video" ? [response.clip.hash] : []));
};
