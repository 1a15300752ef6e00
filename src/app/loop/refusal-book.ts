import type { IdService } from "../../bindings/services";
import { type DeviceId, timestampSchema } from "../../domain/ids";
import { type Live, liveCell } from "../../domain/live";
import type { LoopView, RefusedEntry } from "../../domain/loop/loop-view";
import { noRefusals, type RefusalEvent, type Refusals, withRefusal } from "../../domain/loop/refusals";
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
}

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

export const createRefusalBook = (ids: Pick<IdService, "now">): RefusalBook => {
  const list = liveCell<Refusals>(noRefusals);
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
      let seen: ReadonlySet<string> = new Set();
      const look = (): void => {
        const { refused } = view.get();
        for (const entry of refused) if (!seen.has(entry.hash)) note(ofEntry(entry));
        seen = new Set(refused.map(({ hash }) => hash));
      };
      look();
      return view.subscribe(look);
    },
  };
};
