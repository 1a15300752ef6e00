import { timestampSchema } from "../../../src/domain/ids";
import type { LoopView } from "../../../src/domain/loop/loop-view";
import { dayPersons, daySlots, dayView, panel } from "./loop-day";

const { ana, tomas, ines } = panel;

const middayMarks: LoopView["coverage"] = daySlots.slice(0, 4).flatMap((slot, at) =>
  slot.questionIds.flatMap((questionId, index) =>
    (at === 3 ? [ana.personId] : slot.interviewers.slice(0, 1)).flatMap((personId) =>
      at === 3 && index > 1
        ? []
        : [
            {
              slotId: slot.slotId,
              questionId,
              personId,
              state: index % 4 === 3 ? ("skippedForTime" as const) : ("asked" as const),
            },
          ],
    ),
  ),
);

/** At noon: three slots are over, one question fell to the clock, and one was asked that nobody had planned. */
export const middayView: LoopView = {
  ...dayView({ me: ana, admitted: dayPersons, slotsDone: 3 }),
  coverage: middayMarks,
  handOffs: [
    {
      id: "hand-1",
      from: ines.personId,
      to: ana.personId,
      text: "Numbers on campaign return stayed open. Ask for one figure.",
      at: timestampSchema.parse("2026-11-23T09:25:18.000Z"),
    },
    {
      id: "hand-2",
      from: tomas.personId,
      to: null,
      text: "She named a reseller in Porto. Probe how that territory was mapped.",
      at: timestampSchema.parse("2026-11-23T10:12:00.000Z"),
    },
  ],
};
