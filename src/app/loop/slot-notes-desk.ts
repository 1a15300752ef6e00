import type { SharedCaret, SharedNotesDesk, SharedNotesState } from "../../bindings/shared-notes";
import type { DeviceId, PersonId, SlotId } from "../../domain/ids";
import { type Live, liveCell } from "../../domain/live";
import type { LoopView } from "../../domain/loop/loop-view";
import type { Room } from "../../sync/room";
import { type After, afterTimeout } from "./after";

export interface SlotNotesParts {
  readonly sync: Pick<Room, "loop" | "carets" | "sayCaret">;
  readonly view: Live<LoopView>;
  readonly ownDevice: DeviceId;
  readonly after?: After;
}

/** A cursor is told at most this often: people read it, nobody needs every letter of it. */
const tellCaretEveryMs = 120;

/** Says the newest place, not more often than that, and the last one always. */
const caretTeller = (say: (index: number | null) => void, after: After) => {
  let wanted: number | null = null;
  let resting: (() => void) | null = null;
  const tell = (): void => {
    const told = wanted;
    say(told);
    resting = after(tellCaretEveryMs, () => {
      resting = null;
      if (wanted !== told) tell();
    });
  };
  return {
    point: (index: number | null): void => {
      if (index === wanted) return;
      wanted = index;
      if (resting === null) tell();
    },
    stop: (): void => {
      resting?.();
      say(null);
    },
  };
};

/** A slot's shared notes with this person's pen in them, and the cursors of whoever else is there. */
export const slotNotesDesk = (
  { sync, view, ownDevice, after = afterTimeout }: SlotNotesParts,
  slotId: SlotId,
  personId: PersonId,
): SharedNotesDesk => {
  const pen = sync.loop.writeSlotNotes(slotId, personId);
  const ownerOf = (deviceId: DeviceId): PersonId | null =>
    view.get().devices.find((device) => device.deviceId === deviceId)?.personId ?? null;
  const carets = (): readonly SharedCaret[] =>
    [...sync.carets.get()].flatMap(([deviceId, caret]) => {
      const owner = deviceId === ownDevice || caret.slotId !== slotId ? null : ownerOf(deviceId);
      const index = owner === null ? null : pen.indexOf(caret.place);
      return owner === null || index === null ? [] : [{ personId: owner, index }];
    });
  const read = (): SharedNotesState => ({
    text: pen.text(),
    lines: sync.loop.slotNotes(slotId),
    carets: carets(),
  });
  const state = liveCell<SharedNotesState>(read());
  const show = (): void => state.set(read());
  const teller = caretTeller(
    (index) => sync.sayCaret(index === null ? null : { slotId, place: pen.placeAt(index) }),
    after,
  );
  const undos = [
    sync.loop.observe(({ slotNotes, maps }) => {
      if (slotNotes.has(slotId) || maps.has("noteWriters")) show();
    }),
    sync.carets.subscribe(show),
  ];
  return {
    state,
    edit: pen.edit,
    undo: () => void pen.undo(),
    redo: () => void pen.redo(),
    pointAt: teller.point,
    close: () => {
      teller.stop();
      for (const undo of undos) undo();
      pen.close();
    },
  };
};
