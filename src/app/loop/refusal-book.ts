import type { IdService } from "../../bindings/services";
import { type DeviceId, timestampSchema } from "../../domain/ids";
import { type Live, liveCell } from "../../domain/live";
import type { LoopView, RefusedEntry } from "../../domain/loop/loop-view";
import { noRefusals, type RefusalEvent, type Refusals, withRefusal } from "../../domain/loop/refusals";
import type { RestoredEntry } from "../../domain/sealing/restored-entries";
import { countsAgainst, type GateReport } from "../../sync/gate/refusal";
import type { UndoneDamage } from "../../sync/gate/shared-guard";
import type { Room, VanishedFromRoom } from "../../sync/room";

/** Everything this laptop refused while the loop is open, bounded however much comes. */
export interface RefusalBook {
  readonly list: Live<Refusals>;
  readonly fromGate: (report: GateReport) => void;
  readonly vanished: (entry: VanishedFromRoom) => void;
  readonly undone: (damage: UndoneDamage) => void;
  /** What was damaged on this laptop's disk when the loop was opened. */
  readonly damagedOnDisk: (disk: Pick<Room["disk"], "damaged" | "unreadable">) => void;
  /** Notes entries as the view comes to show them refused; returns the undo. */
  readonly follow: (view: Live<LoopView>) => () => void;
  /** Notes what other laptops signed of entries that they had to put back. */
  readonly putBack: (restored: readonly RestoredEntry[]) => void;
  /** What the next start of the program needs to go on from. */
  readonly toKeep: () => KeptRefusals;
}

/** The list as it was left, and which signed entries are in it already: they are in the loop at the next start too. */
export interface KeptRefusals {
  readonly list: Refusals;
  /** Hashes, oldest first. */
  readonly counted: readonly string[];
}

export const nothingKept: KeptRefusals = { list: noRefusals, counted: [] };

/** Far more than any list shows; what was forgotten would only be counted once more. */
export const maxCounted = 1_000;

const plain = { deviceId: null, kind: "", card: null } as const;

const ofEntry = ({ kind, reason, deviceId, card }: RefusedEntry): RefusalEvent => ({
  source: "entry",
  reason,
  deviceId,
  kind,
  card,
});

/** What an honest laptop causes as well is nothing to show. */
const isWorthShowing = ({ reason }: GateReport): boolean => countsAgainst(reason) || reason === "muted";

/** A damaged record is found anew at each start. */
const withoutDisk = ({ rows, more }: Refusals): Refusals => ({
  rows: rows.filter(({ source }) => source !== "disk"),
  more,
});

export const createRefusalBook = (
  ids: Pick<IdService, "now">,
  kept: KeptRefusals = nothingKept,
): RefusalBook => {
  const list = liveCell<Refusals>(withoutDisk(kept.list));
  const counted = new Set(kept.counted);
  const countedOnce = (hash: string): void => {
    counted.add(hash);
    const [oldest] = counted;
    if (counted.size > maxCounted && oldest !== undefined) counted.delete(oldest);
  };
  /** Not met yet since the program started: the first time they are met is no new attempt. */
  const fromBefore = new Set(kept.counted);
  const count = (hash: string, event: RefusalEvent): void => {
    countedOnce(hash);
    if (!fromBefore.delete(hash)) note(event);
  };
  /** Log entries of other laptops that were told already, as far as they are in the loop still. */
  let told: ReadonlySet<string> = new Set();
  const note = (event: RefusalEvent, times?: number): void =>
    list.set(withRefusal(list.get(), event, timestampSchema.parse(ids.now()), times));
  const many = (event: RefusalEvent, times: number): void => {
    if (times > 0) note(event, times);
  };
  const onDevice = (source: RefusalEvent["source"], reason: string, deviceId: DeviceId | null): void =>
    note({ ...plain, source, reason, deviceId });
  return {
    list,
    fromGate: (report) => {
      if (!isWorthShowing(report)) return;
      onDevice("connection", report.reason, report.deviceId);
    },
    vanished: ({ restored, deviceId }) =>
      onDevice("vanished", restored ? "vanished" : "vanishedAgain", deviceId),
    undone: ({ damage, deviceId }) => onDevice("sharedText", damage, deviceId),
    damagedOnDisk: ({ damaged, unreadable }) => {
      for (const { type } of damaged) onDevice("disk", type, null);
      many({ ...plain, source: "disk", reason: "unreadable" }, unreadable.length);
    },
    follow: (view) => {
      let shown: ReadonlySet<string> = new Set();
      const look = (): void => {
        const { refused } = view.get();
        for (const entry of refused) if (!shown.has(entry.hash)) count(entry.hash, ofEntry(entry));
        shown = new Set(refused.map(({ hash }) => hash));
      };
      look();
      return view.subscribe(look);
    },
    putBack: (restored) => {
      for (const { hash, deviceId, kind, card } of restored.filter((entry) => !told.has(entry.hash)))
        count(hash, { source: "vanished", reason: "putBackElsewhere", deviceId, kind, card });
      told = new Set(restored.map(({ hash }) => hash));
    },
    toKeep: () => ({ list: withoutDisk(list.get()), counted: [...counted] }),
  };
};
