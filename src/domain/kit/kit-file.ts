import { z } from "zod";
import { err, ok, type Result } from "../result";
import { type Kit, kitSchema } from "./kit";
import { checkKitReferences, type KitReferenceProblem } from "./kit-references";
import { describeKit } from "./role-page/describe-kit";
import type { ImportReport } from "./role-page/report";

/** The version of the kit file that this program writes and the newest it reads. */
export const kitFileVersion = 1;

/** How long a kit file may be, in UTF-16 units, as `String.length` counts. */
export const kitFileLimit = 10_000_000;

export interface KitFileProblem {
  /** Where in the file, such as `questions[3].prompt`. */
  readonly path: string;
  readonly message: string;
}

/** Why a text was not read as a kit file. */
export type KitFileRefusal =
  | { readonly type: "empty" }
  | { readonly type: "tooLarge"; readonly characters: number; readonly limit: number }
  /** `line`, from 1: where it stops being JSON; null where that is not known. */
  | { readonly type: "notJson"; readonly line: number | null }
  /** JSON, but nothing that calls itself a kit. */
  | { readonly type: "notAKitFile" }
  | { readonly type: "newerVersion"; readonly found: number; readonly supported: number }
  /** A key that could change how objects behave; no honest file has one. */
  | { readonly type: "forbiddenKey"; readonly path: string; readonly key: string }
  /** The shape is wrong; the first places, best known first. */
  | { readonly type: "invalid"; readonly problems: readonly KitFileProblem[] }
  | KitReferenceProblem;

const headSchema = z.object({ format: z.literal("panelbook-kit"), formatVersion: z.int().positive() });

const problemsShown = 5;
const forbidden: ReadonlySet<string> = new Set(["__proto__", "prototype", "constructor"]);

const lineAt = (text: string, position: number): number => text.slice(0, position).split("\n").length;

/* V8 names the place in its message; where another engine words it otherwise, no line is named. */
const lineOf = (text: string, message: string): number | null => {
  if (message.includes("Unexpected end of JSON input")) return lineAt(text, text.length);
  const [, position] = / at position (\d+)/.exec(message) ?? [];
  return position === undefined ? null : lineAt(text, Number(position));
};

const parseJson = (text: string): Result<unknown, KitFileRefusal> => {
  try {
    const value: unknown = JSON.parse(text);
    return ok(value);
  } catch (thrown) {
    // Text of a stranger: that it is no JSON is an expected answer, not a bug.
    return err({ type: "notJson", line: lineOf(text, thrown instanceof Error ? thrown.message : "") });
  }
};

const stepTo = (path: string, key: string | number): string => {
  if (typeof key === "number") return `${path}[${key}]`;
  return path === "" ? key : `${path}.${key}`;
};

interface Place {
  readonly path: string;
  readonly value: unknown;
}

const childrenOf = ({ path, value }: Place): readonly (Place & { readonly key: string | number })[] => {
  if (Array.isArray(value)) return value.map((each, key) => ({ key, path: stepTo(path, key), value: each }));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).map(([key, each]) => ({ key, path: stepTo(path, key), value: each }));
};

/* Walks with a stack of its own: a file may nest deeper than calls can. */
const forbiddenKey = (file: unknown): KitFileRefusal | null => {
  const open: Place[] = [{ path: "", value: file }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const child of childrenOf(place)) {
      if (typeof child.key === "string" && forbidden.has(child.key))
        return { type: "forbiddenKey", path: child.path, key: child.key };
      open.push(child);
    }
  }
  return null;
};

const pathOf = (steps: readonly PropertyKey[]): string =>
  steps.reduce<string>((path, step) => stepTo(path, typeof step === "number" ? step : String(step)), "");

const checkHead = (file: unknown): Result<unknown, KitFileRefusal> => {
  const head = headSchema.safeParse(file);
  if (!head.success) return err({ type: "notAKitFile" });
  const { formatVersion } = head.data;
  if (formatVersion > kitFileVersion)
    return err({ type: "newerVersion", found: formatVersion, supported: kitFileVersion });
  return ok(file);
};

const checkShape = (file: unknown): Result<Kit, KitFileRefusal> => {
  const parsed = kitSchema.safeParse(file);
  if (parsed.success) return ok(parsed.data);
  const problems = parsed.error.issues
    .slice(0, problemsShown)
    .map(({ path, message }) => ({ path: pathOf(path), message }));
  return err({ type: "invalid", problems });
};

const fieldOf = (value: unknown, key: string | number): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;

/** Paths that the file has and the kit has not: fields this version does not know. */
const unknownFields = (file: unknown, kit: Kit): readonly string[] => {
  const found: string[] = [];
  const open: (Place & { readonly known: unknown })[] = [{ path: "", value: file, known: kit }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const child of childrenOf(place)) {
      const known = fieldOf(place.known, child.key);
      if (known === undefined) found.push(child.path);
      else open.push({ ...child, known });
    }
  }
  return found.sort();
};

const reportOf = (kit: Kit, file: unknown): ImportReport => ({
  ...describeKit(kit),
  notes: unknownFields(file, kit).map((path) => ({ type: "unknownField", path })),
});

/** A kit from a kit file, with the report an import shows. */
export interface KitFromFile {
  readonly kit: Kit;
  readonly report: ImportReport;
}

/**
 * Reads a kit file (JSON). Its shape, ids and references are checked before anything of it is used; texts are
 * taken as text. Fields of no known name are left out and stand in the report's notes.
 */
export const parseKitFile = (text: string, limit = kitFileLimit): Result<KitFromFile, KitFileRefusal> => {
  if (text.length > limit) return err({ type: "tooLarge", characters: text.length, limit });
  const content = text.startsWith("\ufeff") ? text.slice(1) : text;
  if (content.trim() === "") return err({ type: "empty" });
  const file = parseJson(content);
  if (!file.ok) return file;
  const refusal = forbiddenKey(file.value);
  if (refusal !== null) return err(refusal);
  const head = checkHead(file.value);
  if (!head.ok) return head;
  const shaped = checkShape(head.value);
  if (!shaped.ok) return shaped;
  const checked = checkKitReferences(shaped.value);
  return checked.ok ? ok({ kit: checked.value, report: reportOf(checked.value, file.value) }) : checked;
};
