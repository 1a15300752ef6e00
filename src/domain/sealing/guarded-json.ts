import { err, ok, type Result } from "../result";
import { canonicalJson } from "./canonical-json";

/** Deeper than any format here (a card's evidence is 6 deep) and far below what exhausts a stack. */
export const maxJsonDepth = 32;

/** Keys that change what an object is instead of what it holds; no format here uses them. */
const prototypeKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

export type JsonRefusal = {
  readonly type: "loneSurrogate" | "notJson" | "tooDeep" | "prototypeKey" | "notCanonical";
};

const children = (value: unknown): readonly unknown[] =>
  typeof value === "object" && value !== null ? Object.values(value) : [];

const namesOf = (value: unknown): readonly string[] =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];

const textsOf = (value: unknown): readonly string[] => (typeof value === "string" ? [value] : namesOf(value));

/** What is wrong in one level of a parsed text; levels are walked without recursion. */
const faultInLevel = (level: readonly unknown[]): JsonRefusal | null => {
  if (level.some((value) => namesOf(value).some((name) => prototypeKeys.has(name))))
    return { type: "prototypeKey" };
  if (level.some((value) => textsOf(value).some((text) => !text.isWellFormed())))
    return { type: "loneSurrogate" };
  return null;
};

const faultOf = (value: unknown): JsonRefusal | null => {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxJsonDepth) return { type: "tooDeep" };
    const fault = faultInLevel(level);
    if (fault !== null) return fault;
    level = level.flatMap(children);
  }
  return null;
};

const parsed = (text: string): Result<unknown, JsonRefusal> => {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return err({ type: "notJson" });
    throw error;
  }
};

/**
 * A value made fit for canonical JSON or the reason why it is not: too deep, lone surrogates, prototype keys.
 * For values whose texts people typed; what the program itself lays out goes to `canonicalJson` directly.
 */
export const guardedCanonicalJson = (value: unknown): Result<string, JsonRefusal> => {
  const fault = faultOf(value);
  return fault === null ? ok(canonicalJson(value)) : err(fault);
};

/**
 * Reads JSON that came from outside. It must be its own canonical form (RFC 8785), so that no two texts mean
 * the same; this also refuses duplicate keys, whitespace and other spellings of numbers.
 */
export const parseCanonicalJson = (text: string): Result<unknown, JsonRefusal> => {
  if (!text.isWellFormed()) return err({ type: "loneSurrogate" });
  const value = parsed(text);
  if (!value.ok) return value;
  const canonical = guardedCanonicalJson(value.value);
  if (!canonical.ok) return canonical;
  return canonical.value === text ? ok(value.value) : err({ type: "notCanonical" });
};
