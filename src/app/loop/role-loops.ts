import type { RoleLoopGap, RoleLoopService, RoleLoops } from "../../bindings/role-loops";
import type { Failure, LoopService } from "../../bindings/services";
import type { LoopId } from "../../domain/ids";
import type { LoopRecord } from "../../domain/record/record";
import { err, ok, type Result } from "../../domain/result";
import type { Store } from "../../store/open-store";
import type { StoredLoop } from "../../store/repositories/loop-repository";
import { borrowedSetting } from "./borrowed/borrowed-setting";

export interface RoleLoopParts {
  readonly store: Pick<Store, "loops" | "records" | "settings">;
  readonly open: LoopService["open"];
}

/** The newest record this laptop keeps of the loop; null where it keeps none that can be read. */
const keptRecord = async ({ store }: RoleLoopParts, loopId: LoopId): Promise<LoopRecord | null> => {
  const kept = await store.records.ofLoop(loopId);
  if (!kept.ok) return null;
  const [newest] = kept.value.rows
    .map(({ value }) => value)
    .toSorted((one, other) => other.savedAt.localeCompare(one.savedAt));
  return newest?.record ?? null;
};

/** The record as the open loop makes it. Opening brings the loop into its room, as looking at it does. */
const openedRecord = async ({ open }: RoleLoopParts, loopId: LoopId): Promise<LoopRecord | null> => {
  const session = await open(loopId);
  if (!session.ok || session.value.view.get().removed !== null) return null;
  const made = await session.value.record();
  return made.ok ? made.value.record : null;
};

const gapOf = ({ phase }: StoredLoop): RoleLoopGap | null => {
  if (phase === "planned" || phase === "live") return "notRevealed";
  return phase === "withdrawn" || phase === "cancelled" ? "ended" : null;
};

/** Every loop of this laptop's own person and the one that asks; only that one where it is a borrower's. */
const visibleFrom = async (
  { store }: RoleLoopParts,
  own: LoopId,
): Promise<Result<readonly StoredLoop[], Failure>> => {
  const all = await store.loops.all();
  if (!all.ok) return err({ ...all.error });
  const visible: StoredLoop[] = [];
  const isBorrowed = await store.settings.get(borrowedSetting(own));
  if (!isBorrowed.ok) return err({ ...isBorrowed.error });
  for (const loop of all.value) {
    if (loop.loopId === own) visible.push(loop);
    else if (!isBorrowed.value) {
      const borrowed = await store.settings.get(borrowedSetting(loop.loopId));
      // What cannot be told apart is not shown.
      if (borrowed.ok && !borrowed.value) visible.push(loop);
    }
  }
  return ok(visible);
};

/** A decided loop's record is never made here: the authority's laptop would close it with nobody looking at that loop. */
const recordOf = (parts: RoleLoopParts, { loopId, phase }: StoredLoop): Promise<LoopRecord | null> =>
  phase === "decided" ? keptRecord(parts, loopId) : openedRecord(parts, loopId);

const ofRole = async (parts: RoleLoopParts, own: LoopId): Promise<Result<RoleLoops, Failure>> => {
  const visible = await visibleFrom(parts, own);
  if (!visible.ok) return visible;
  const title = visible.value.find(({ loopId }) => loopId === own)?.kitTitle;
  const records: LoopRecord[] = [];
  const gaps: RoleLoops["gaps"][number][] = [];
  // The title is part of the kit's hash: a loop under another one was asked from another version.
  for (const loop of visible.value.filter(({ loopId, kitTitle }) => loopId !== own && kitTitle === title)) {
    const record = gapOf(loop) === null ? await recordOf(parts, loop) : null;
    if (record !== null) records.push(record);
    else
      gaps.push({
        loopId: loop.loopId,
        candidateName: loop.candidateName,
        why: gapOf(loop) ?? "unread",
      });
  }
  return ok({ records, gaps });
};

/** Of more decided loops than this the newest are read: each is a whole role kit and all its cards. */
const mostRead = 50;

const decided = async (
  parts: RoleLoopParts,
  own: LoopId,
): Promise<Result<readonly LoopRecord[], Failure>> => {
  const visible = await visibleFrom(parts, own);
  if (!visible.ok) return visible;
  const records: LoopRecord[] = [];
  const others = visible.value.filter(({ loopId, phase }) => loopId !== own && phase === "decided");
  for (const { loopId } of others.slice(0, mostRead)) {
    const record = await keptRecord(parts, loopId);
    if (record !== null) records.push(record);
  }
  return ok(records);
};

/** Reads loops one after the other, so that nothing else waits long. */
export const createRoleLoops = (parts: RoleLoopParts): RoleLoopService => ({
  ofRole: (own) => ofRole(parts, own),
  decided: (own) => decided(parts, own),
});
