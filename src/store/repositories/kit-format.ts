import { z } from "zod";
import type { KitId } from "../../domain/ids";
import { hashSchema, kitIdSchema } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import type { KitPart } from "../../domain/sealing/entries";
import { kitPartSchema } from "../../domain/sealing/entries";
import type { KitHeadDocument, KitPartDocument, KitVersionDocument } from "../collections/documents";

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

/** The part every kit has, by which kits are found among their parts. */
export const headPath = "head";

export const kitToHead = (kit: Kit, version: number, updatedAt: string): KitHeadDocument => ({
  id: kit.id,
  title: kit.title,
  author: kit.author,
  version,
  levels: kit.levels.map((level) => level.name),
  questions: kit.questions.length,
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
