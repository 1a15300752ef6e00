import { z } from "zod";
import { questionStateSchema } from "../../domain/card/card";
import {
  hashSchema,
  type PersonId,
  personIdSchema,
  questionIdSchema,
  slotIdSchema,
  timestampSchema,
} from "../../domain/ids";
import { type PartWrap, partWrapSchema } from "../../domain/kit/part-wraps";
import type { CardProgress, CoverageMark, HandOff } from "../../domain/loop/loop-view";
import { kitPartSchema } from "../../domain/sealing/entries";

/**
 * Pairs of conversions between what the document stores and the domain's words. Reading returns null for a value
 * that is none of ours: a peer may have written anything, and one bad value must not hide the others.
 */

/** A part of the frozen kit that this loop may know of and not read: its hash still takes part in the kit's root. */
const withheldPartSchema = kitPartSchema.omit({ text: true }).extend({ hash: hashSchema });

const storedPartSchema = z.union([kitPartSchema, withheldPartSchema]);
/** A kit part as the loop carries it: readable, or by its hash alone. */
export type StoredKitPart = z.infer<typeof storedPartSchema>;

const progressSchema = z
  .object({ answered: z.int().nonnegative(), of: z.int().nonnegative().max(10_000) })
  .refine(({ answered, of }) => answered <= of);

const handOffSchema = z.object({
  from: personIdSchema,
  to: personIdSchema.nullable(),
  text: z.string().max(10_000),
  at: timestampSchema,
});

const coverageKeySchema = z.tuple([slotIdSchema, questionIdSchema, personIdSchema]);
const progressKeySchema = z.tuple([slotIdSchema, personIdSchema]);
const handOffIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,60}$/);

/** The stored form of one item: its key in the map and its plain value. */
export interface Stored {
  readonly key: string;
  readonly value: unknown;
}

/** Compares plain values, whose members are always written in one order. */
export const isSameValue = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

export const entryFrom = (key: string, value: unknown): Uint8Array | null =>
  hashSchema.safeParse(key).success && value instanceof Uint8Array ? value : null;

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

export const kitPartFrom = (key: string, value: unknown): StoredKitPart | null => {
  if (typeof value !== "string") return null;
  const part = storedPartSchema.safeParse(jsonOf(value));
  return part.success && part.data.path === key ? part.data : null;
};

export const storedKitPart = (part: StoredKitPart): Stored => ({
  key: part.path,
  value: JSON.stringify(storedPartSchema.parse(part)),
});

const wrapKey = ({ path, recipient, sender }: PartWrap): string => `${path}|${recipient}|${sender}`;

export const kitWrapFrom = (key: string, value: unknown): PartWrap | null => {
  const wrap = partWrapSchema.safeParse(value);
  return wrap.success && wrapKey(wrap.data) === key ? wrap.data : null;
};

export const storedKitWrap = (wrap: PartWrap): Stored => ({ key: wrapKey(wrap), value: { ...wrap } });

export const coverageFrom = (key: string, value: unknown): CoverageMark | null => {
  const ids = coverageKeySchema.safeParse(key.split("/"));
  const state = questionStateSchema.safeParse(value);
  if (!ids.success || !state.success) return null;
  const [slotId, questionId, personId] = ids.data;
  return { slotId, questionId, personId, state: state.data };
};

export const storedCoverage = ({ slotId, questionId, personId, state }: CoverageMark): Stored => ({
  key: [slotId, questionId, personId].join("/"),
  value: state,
});

export const progressFrom = (key: string, value: unknown): CardProgress | null => {
  const ids = progressKeySchema.safeParse(key.split("/"));
  const progress = progressSchema.safeParse(value);
  if (!ids.success || !progress.success) return null;
  const [slotId, personId] = ids.data;
  return { slotId, personId, ...progress.data };
};

export const storedProgress = ({ slotId, personId, answered, of }: CardProgress): Stored => ({
  key: [slotId, personId].join("/"),
  value: { answered, of },
});

export const handOffFrom = (key: string, value: unknown): HandOff | null => {
  const id = handOffIdSchema.safeParse(key);
  const handOff = handOffSchema.safeParse(value);
  return id.success && handOff.success ? { id: id.data, ...handOff.data } : null;
};

export const storedHandOff = ({ id, from, to, text, at }: HandOff): Stored => ({
  key: id,
  value: { from, to, text, at },
});

/** Whose typing has the number Yjs gave it. One running program has one number, so a person comes to have many. */
export interface NoteWriter {
  readonly clientId: number;
  readonly personId: PersonId;
}

export const noteWriterFrom = (key: string, value: unknown): NoteWriter | null => {
  const personId = personIdSchema.safeParse(value);
  return personId.success && /^[0-9]{1,10}$/.test(key)
    ? { clientId: Number(key), personId: personId.data }
    : null;
};

export const storedNoteWriter = ({ clientId, personId }: NoteWriter): Stored => ({
  key: String(clientId),
  value: personId,
});
