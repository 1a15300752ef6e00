import { slotIdSchema, timestampSchema } from "../../../src/domain/ids";
import type { KeptWords } from "../../../src/domain/loop/kept-words";
import type { LoopView } from "../../../src/domain/loop/loop-view";
import { anId } from "../builders/ids";
import { panel } from "./loop-day";

const { priya } = panel;

/** What colleagues' laptops took out of a debrief note and of a slot's shared notes. */
export const withWordsGone = (
  view: LoopView,
): { readonly view: LoopView; readonly keptWords: readonly KeptWords[] } => ({
  view,
  keptWords: [
    {
      id: "gone-1",
      note: { kind: "discussion", item: "funding-and-story" },
      words: "Ana and Tomas heard two different campaigns. The tripled figure belongs to the spring event.",
      how: "rewritten",
      deviceId: view.devices.find(({ personId }) => personId === priya.personId)?.deviceId ?? null,
      at: timestampSchema.parse("2026-11-23T15:48:00.000Z"),
    },
    {
      id: "gone-2",
      note: { kind: "slot", slotId: anId(slotIdSchema, "slot-1") },
      words: "She drew the territory on paper.\nTwo resellers in the north, none in the south.",
      how: "emptied",
      deviceId: null,
      at: timestampSchema.parse("2026-11-23T10:12:00.000Z"),
    },
  ],
});
