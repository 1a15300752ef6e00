import { err, ok, type Result } from "../result";
import { type LoopRecord, loopRecordSchema } from "./record";

/** The newest version of the record this program reads. */
const newestVersion = loopRecordSchema.shape.formatVersion.def.values.reduce<number>(
  (newest, version) => Math.max(newest, version),
  0,
);

/** `newerRecord`: made by a later program; `path` of `broken` is where in the record the first fault is. */
export type RecordFileFailure =
  | { readonly type: "notJson" }
  | { readonly type: "notARecord" }
  | { readonly type: "newerRecord"; readonly version: number }
  | { readonly type: "broken"; readonly path: string };

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text, (_, value: unknown) => {
      // Half a character can be written in JSON and be hashed by nobody.
      if (typeof value === "string" && !value.isWellFormed()) throw new SyntaxError("half a character");
      return value;
    });
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
};

/** Reads a record's file. Nothing of it is trusted: what is not a record of a version we know is refused with its reason. */
export const parseRecordFile = (text: string): Result<LoopRecord, RecordFileFailure> => {
  const value = parsed(text.replace(/^\ufeff/, ""));
  if (value === undefined) return err({ type: "notJson" });
  if (
    typeof value !== "object" ||
    value === null ||
    !("format" in value) ||
    value.format !== "panelbook-record"
  )
    return err({ type: "notARecord" });
  const version = "formatVersion" in value ? value.formatVersion : undefined;
  if (typeof version === "number" && version > newestVersion) return err({ type: "newerRecord", version });
  const read = loopRecordSchema.safeParse(value);
  return read.success
    ? ok(read.data)
    : err({ type: "broken", path: read.error.issues[0]?.path.join(".") ?? "" });
};
