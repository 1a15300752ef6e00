import { z } from "zod";
import type { KitId } from "../../domain/ids";
import { hashSchema, kitIdSchema } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import { lintKit } from "../../domain/kit/lint/lint-kit";
import { kitToParts } from "../../domain/kit/snapshot";
import { canonicalJson } from "../../domain/sealing/canonical-json";
import type { KitPart } from "../../domain/sealing/entries";
import { kitPartSchema } from "../../domain/sealing/entries";
import type { KitHeadDocument, KitPartDocument, KitVersionDocument } from "../collections/documents";
import { contentStamp } from "./content-stamp";

/** What the library lists of a kit. */
export const kitHeadSchema = z.object({
  id: kitIdSchema,
  title: z.string(),
  author: z.string(),
  version: z.int().positive(),
  /** The names of the levels, in order of seniority. */
  levels: z.array(z.string()),
  /** How many questions it has. */
  questions: z.int().nonnegative(),
  /** How much of it is worth another look; null where it was not written since that is counted. */
  findings: z.int().nonnegative().nullable().default(null),
  /** What its parts say (`contentStamp`); null where it was not written since that is kept. */
  stamp: z.string().nullable().default(null),
  /** What its newest published version says, "" where it has none; null as for `stamp`. */
  published: z.string().nullable().default(null),
  updatedAt: z.string(),
});
export type KitHead = z.infer<typeof kitHeadSchema>;

/** A frozen snapshot of a kit, as a loop uses it. */
export const frozenKitSchema = z.object({
  /** Merkle root of the parts. */
  kitRoot: hashSchema,
  kitId: kitIdSchema,
  version: z.int().positive(),
  parts: z.array(kitPartSchema),
});
export type FrozenKit = z.infer<typeof frozenKitSchema>;

/**
 * That a version of a kit was published. Lies among the snapshots as a row of its own with one part, so that a snapshot is
 * still written once and never again: a version that is restored has the root of the earlier one.
 */
export const publicationSchema = z.object({
  kitId: kitIdSchema,
  /** Counts from 1. */
  version: z.int().positive(),
  /** Root of the snapshot with its parts. */
  kitRoot: hashSchema,
  /** What changed, in the words of whoever published it; may be empty. */
  note: z.string(),
  publishedAt: z.string(),
});
export type Publication = z.infer<typeof publicationSchema>;

const publicationPath = "publication";
const publicationFormat = z.object({
  formatVersion: z.literal(1),
  kitRoot: hashSchema,
  note: z.string(),
});

/** No root has a full stop in it. */
export const publicationId = (kitId: KitId, version: number): string => `${kitId}.${version}`;

export const publicationToDocument = (publication: Publication): KitVersionDocument => {
  const { kitId, version, kitRoot, note, publishedAt } = publication;
  const text = canonicalJson({ formatVersion: 1, kitRoot, note });
  return {
    id: publicationId(kitId, version),
    kitId,
    version,
    frozenAt: publishedAt,
    parts: [{ path: publicationPath, audience: "all", text }],
  };
};

const parsed = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    // A damaged row is no publication; whoever reads it says so.
    return null;
  }
};

export const documentToPublication = (document: KitVersionDocument): Publication | null => {
  const { kitId, version, frozenAt, parts } = document;
  const read = publicationFormat.safeParse(parsed(parts[0]?.text ?? ""));
  if (!read.success) return null;
  const { kitRoot, note } = read.data;
  return publicationSchema.safeParse({ kitId, version, kitRoot, note, publishedAt: frozenAt }).data ?? null;
};

/** The part every kit has, by which kits are found among their parts. */
export const headPath = "head";

export const kitToHead = (
  kit: Kit,
  version: number,
  updatedAt: string,
  published: string | null,
): KitHeadDocument => ({
  id: kit.id,
  title: kit.title,
  author: kit.author,
  version,
  levels: kit.levels.map((level) => level.name),
  questions: kit.questions.length,
  findings: lintKit(kit).length,
  stamp: contentStamp(kitToParts(kit)),
  ...(published === null ? {} : { published }),
  updatedAt,
});

export const partToDocument = (kitId: KitId, part: KitPart): KitPartDocument => ({
  id: `${kitId}/${part.path}`,
  kitId,
  ...part,
});

export const frozenToDocument = (frozen: FrozenKit, frozenAt: string): KitVersionDocument => ({
  id: frozen.kitRoot,
  kitId: frozen.kitId,
  version: frozen.version,
  frozenAt,
  parts: [...frozen.parts],
});

export const documentToFrozen = ({ id, kitId, version, parts }: KitVersionDocument): FrozenKit | null =>
  frozenKitSchema.safeParse({ kitRoot: id, kitId, version, parts }).data ?? null;
