import { z } from "zod";
import { err, ok, type Result } from "../result";
import { canonicalJson } from "../sealing/canonical-json";
import type { KitPart } from "../sealing/entries";
import { type Kit, kitSchema } from "./kit";
import {
  answersPath,
  type KitList,
  kitLists,
  layOutParts,
  listPaths,
  repeatedPath,
  rolePath,
} from "./snapshot";

/** A kit put together from its parts. */
export interface OpenedKit {
  readonly kit: Kit;
  /** Paths of role guides and answers that were not among the parts; their texts are empty in `kit`. */
  readonly withheld: readonly string[];
}

/** Why parts are not a kit. `path` names the part at fault. */
export type PartsFailure =
  | { readonly type: "partRepeated"; readonly path: string }
  | { readonly type: "partMissing"; readonly path: string }
  /** Not JSON, or not the one canonical text of its value. */
  | { readonly type: "partUnreadable"; readonly path: string }
  /** A part no kit has, one under the wrong path or audience, or one with fields a kit does not know. */
  | { readonly type: "partMisplaced"; readonly path: string }
  /** The parts are there and readable, but what they say is not a kit: one line per place. */
  | { readonly type: "notAKit"; readonly places: readonly string[] };

type Values = ReadonlyMap<string, unknown>;

const canonicalValue = (text: string): { readonly value: unknown } | null => {
  try {
    const value: unknown = JSON.parse(text);
    return canonicalJson(value) === text ? { value } : null;
  } catch {
    // Text of a stranger: a syntax error, a lone surrogate or nesting without end all mean the same here.
    return null;
  }
};

const readValues = (parts: readonly KitPart[]): Result<Values, PartsFailure> => {
  const values = new Map<string, unknown>();
  for (const { path, text } of parts) {
    const read = canonicalValue(text);
    if (values.has(path)) return err({ type: "partRepeated", path });
    if (read === null) return err({ type: "partUnreadable", path });
    values.set(path, read.value);
  }
  return ok(values);
};

const idsSchema = z.array(z.string());
const objectSchema = z.record(z.string(), z.unknown());
const answersSchema = z.array(z.object({ expected: z.string() }));
const openExerciseSchema = z.looseObject({
  id: z.string(),
  roles: z.array(z.looseObject({ id: z.string() })),
  items: z.array(objectSchema),
});

const objectAt = (values: Values, path: string): Readonly<Record<string, unknown>> =>
  objectSchema.safeParse(values.get(path)).data ?? {};

const blankGuide = { archetype: "", motivation: "", constraints: [], tensions: [], guidance: [], doNot: [] };

/** An exercise with its guides and answers, or with empty texts where this laptop does not hold them. */
const joinedExercise = (values: Values, value: unknown): unknown => {
  const open = openExerciseSchema.safeParse(value).data;
  if (open === undefined) return value;
  const answers = answersSchema.safeParse(values.get(answersPath(open.id))).data ?? [];
  return {
    ...open,
    roles: open.roles.map((role) => ({
      ...blankGuide,
      ...role,
      ...objectAt(values, rolePath(open.id, role.id)),
    })),
    items: open.items.map((item, index) => ({ ...item, expected: answers[index]?.expected ?? "" })),
  };
};

const pathsOf = (values: Values, list: KitList): readonly string[] =>
  (idsSchema.safeParse(objectAt(values, "order")[list]).data ?? []).map((id) => `${listPaths[list]}/${id}`);

const listOf = (values: Values, list: KitList): readonly unknown[] =>
  pathsOf(values, list).map((path) =>
    list === "exercises" ? joinedExercise(values, values.get(path)) : values.get(path),
  );

const assembled = (values: Values): unknown => ({
  ...objectAt(values, "head"),
  ...objectAt(values, "scales"),
  essay: values.get("essay"),
  intros: values.get("intros"),
  levels: values.get("levels"),
  ...Object.fromEntries(kitLists.map((list) => [list, listOf(values, list)])),
});

const missingPath = (values: Values): string | null => {
  const listed = kitLists.flatMap((list) => pathsOf(values, list));
  const needed = ["head", "essay", "intros", "levels", "scales", "order", ...listed];
  return needed.find((path) => !values.has(path)) ?? null;
};

/** The first part that is not what taking the kit apart again would make of it. */
const misplacedPath = (parts: readonly KitPart[], again: readonly KitPart[]): string | null => {
  const expected = new Map(again.map((part) => [part.path, part]));
  const fits = (part: KitPart): boolean => {
    const twin = expected.get(part.path);
    return twin !== undefined && twin.text === part.text && twin.audience === part.audience;
  };
  return parts.find((part) => !fits(part))?.path ?? null;
};

/** A kit counts only if taking it apart gives the very parts it came from: nothing extra, nothing moved. */
const fitting = (kit: Kit, parts: readonly KitPart[]): Result<OpenedKit, PartsFailure> => {
  const again = layOutParts(kit);
  const repeated = repeatedPath(again);
  if (repeated !== null) return err({ type: "partRepeated", path: repeated });
  const misplaced = misplacedPath(parts, again);
  if (misplaced !== null) return err({ type: "partMisplaced", path: misplaced });
  const held = new Set(parts.map((part) => part.path));
  return ok({ kit, withheld: again.map((part) => part.path).filter((path) => !held.has(path)) });
};

/**
 * Puts a kit together from its parts, in whatever order they come; the undoing of `kitToParts`. Parts may be
 * a stranger's: every fault is a failure, never a throw. Role guides and answers may be absent, everything
 * else must be there.
 */
export const partsToKit = (parts: readonly KitPart[]): Result<OpenedKit, PartsFailure> => {
  const read = readValues(parts);
  if (!read.ok) return read;
  const missing = missingPath(read.value);
  if (missing !== null) return err({ type: "partMissing", path: missing });
  const parsed = kitSchema.safeParse(assembled(read.value));
  if (parsed.success) return fitting(parsed.data, parts);
  const places = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  return err({ type: "notAKit", places });
};
