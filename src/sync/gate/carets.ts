import type { DeviceId, SlotId } from "../../domain/ids";
import { type Live, liveCell } from "../../domain/live";

/** Where somebody's cursor stands in a slot's shared notes. Never in the document and never on a disk. */
export interface Caret {
  readonly slotId: SlotId;
  /** A place as the shared text gives it, which moves with what others type. */
  readonly place: Uint8Array;
}

export type CaretsByDevice = ReadonlyMap<DeviceId, Caret>;

/** The cursors of laptops that are here. */
export interface CaretBook {
  readonly live: Live<CaretsByDevice>;
  /** Null: the laptop has no cursor in any shared notes now. */
  readonly learn: (deviceId: DeviceId, caret: Caret | null) => void;
}

/** More than any panel has. */
const mostDevices = 64;

export const newCaretBook = (): CaretBook => {
  const live = liveCell<CaretsByDevice>(new Map());
  return {
    live,
    learn: (deviceId, caret) => {
      if (caret === null && !live.get().has(deviceId)) return;
      const known = new Map(live.get());
      if (caret === null) known.delete(deviceId);
      else if (known.has(deviceId) || known.size < mostDevices) known.set(deviceId, caret);
      live.set(known);
    },
  };
};
