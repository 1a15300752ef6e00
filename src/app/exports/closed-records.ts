import type { ExportFailure } from "../../bindings/file-trouble";
import type { LoopId } from "../../domain/ids";
import { err, ok, type Result } from "../../domain/result";
import type { Store } from "../../store/open-store";
import { borrowedSetting } from "../loop/borrowed/borrowed-setting";
import type { ClosedRecord } from "./batch";

type Parts = Pick<Store, "loops" | "records" | "settings">;

const unread = err({ type: "recordsUnread" } satisfies ExportFailure);

/** A loop somebody had here as a borrower is theirs; one that cannot be told is left out as well. */
const isOwn = async ({ settings }: Parts, loopId: LoopId): Promise<boolean> => {
  const borrowed = await settings.get(borrowedSetting(loopId));
  return borrowed.ok && !borrowed.value;
};

const newestOf = async ({ records }: Parts, loopId: LoopId) => {
  const kept = await records.ofLoop(loopId);
  if (!kept.ok || kept.value.unreadable.length > 0) return unread;
  const [newest] = kept.value.rows
    .map(({ value }) => value)
    .toSorted((one, other) => other.savedAt.localeCompare(one.savedAt));
  return ok(newest?.record ?? null);
};

const readerOf = (parts: Parts, loopId: LoopId): ClosedRecord => ({
  read: async () => {
    const found = await newestOf(parts, loopId);
    if (!found.ok) return found;
    return found.value === null ? unread : ok(found.value);
  },
});

/**
 * The newest closed record of each decided loop of this laptop's own person. Only which there are is read here: a record
 * holds a whole role kit, and hundreds of them need not fit into memory at once.
 */
export const closedRecordsIn = async (
  parts: Parts,
): Promise<
  Result<{ readonly records: readonly ClosedRecord[]; readonly lacking: number }, ExportFailure>
> => {
  const [loops, kept] = await Promise.all([parts.loops.all(), parts.records.all()]);
  if (!loops.ok || !kept.ok) return unread;
  const here = new Set<string>(kept.value.map(({ loopId }) => loopId));
  const records: ClosedRecord[] = [];
  let lacking = 0;
  for (const { loopId, phase } of loops.value) {
    if (phase !== "decided" || !(await isOwn(parts, loopId))) continue;
    if (here.has(loopId)) records.push(readerOf(parts, loopId));
    else lacking += 1;
  }
  return ok({ records, lacking });
};
