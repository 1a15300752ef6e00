import { z } from "zod";
import { err, ok, type Result } from "../../result";
import { type Kit, kitSchema } from "../kit";
import { kitReferenceProblems } from "../kit-references";
import { mergeValues, type Preference, type ValuePath } from "./merge-values";

/** Why two changes of one kit do not go together. */
export type KitConflict =
  /** Both changed the same text, or one changed what the other removed; `path` as in the kit, with ids for places in lists. */
  | { readonly type: "changedElsewhere"; readonly path: ValuePath }
  /** Each is sound by itself; together something leads nowhere, as a new question about a competency that was removed. */
  | { readonly type: "removedElsewhere"; readonly from: string };

const pointsSchema = z
  .array(z.looseObject({}))
  .transform((points) => points.map((point, at) => ({ ...point, value: at + 1 })));
/** Points are merged by their labels: two that are both new have the same number until all are numbered by their places. */
const numberedSchema = z.looseObject({ questionScale: pointsSchema, exerciseScale: pointsSchema });

/**
 * The kit with what `mine` changed since `base`, made again on `theirs`. All three are kits that hold by themselves;
 * so does what comes back. With a preference only what would leave a reference without its end is still refused.
 */
export const mergeKits = (
  base: Kit,
  mine: Kit,
  theirs: Kit,
  preference: Preference = "neither",
): Result<Kit, KitConflict> => {
  const { value, conflicts } = mergeValues({ base, mine, theirs }, [], preference);
  const [path] = conflicts;
  if (path !== undefined) return err({ type: "changedElsewhere", path });
  const kit = numberedSchema.pipe(kitSchema).safeParse(value);
  // Only lists can have become too short or too long: two sides that each took out another of the last two levels.
  if (!kit.success) return err({ type: "removedElsewhere", from: kit.error.issues[0]?.path.join(".") ?? "" });
  const [problem] = kitReferenceProblems(kit.data);
  if (problem === undefined) return ok(kit.data);
  const from = problem.type === "danglingReference" ? problem.from : problem.path;
  return err({ type: "removedElsewhere", from });
};
