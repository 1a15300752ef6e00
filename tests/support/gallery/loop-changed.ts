import { hashSchema, timestampSchema } from "../../../src/domain/ids";
import type { Happening, LogLine } from "../../../src/domain/loop/day/loop-day";
import { changePlan } from "../../../src/domain/loop/day/plan-change";
import { planDifferences } from "../../../src/domain/loop/day/plan-difference";
import type { LoopView } from "../../../src/domain/loop/loop-view";
import { unwrap } from "../../../src/domain/result";
import { aHash } from "../builders/ids";
import { dayPersons, dayPlan, daySlots, dayView, panel } from "./loop-day";

const { ana, tomas, ines } = panel;

const at = (time: string) => timestampSchema.parse(`2026-11-23T${time}:00.000Z`);

const live = dayView({ me: tomas, admitted: dayPersons, slotsDone: 1 });
const ground = {
  persons: dayPersons,
  escrow: null,
  sealed: live.cards.filter(({ sealed }) => sealed.length > 0),
  begun: true,
};
const third = daySlots[2] ?? dayPlan.slots[0];
if (third === undefined) throw new Error("the day has slots");
const { slotId } = third;
const late = unwrap(changePlan(dayPlan, { kind: "late", slotId, minutes: 20 }, ground));
const swapped = unwrap(
  changePlan(late, { kind: "swapped", slotId, leaves: ines.personId, comes: tomas.personId }, ground),
);

const change = (
  version: number,
  before: typeof dayPlan,
  after: typeof dayPlan,
  time: string,
  reason: string,
) => ({
  hash: aHash(hashSchema, `change-${version}`),
  version,
  at: at(time),
  by: ana.personId,
  reason,
  differences: planDifferences(before, after),
});

const changes = [
  change(2, dayPlan, late, "09:05", "The candidate’s train is late."),
  change(3, late, swapped, "09:12", "Ines has to go to the dentist."),
];

const line = (time: string, by: LogLine["by"], what: Happening, reason = ""): LogLine => ({
  key: `${time}-${what.kind}`,
  at: at(time),
  by,
  reason,
  what,
});

const log: readonly LogLine[] = [
  line("08:30", ana.personId, { kind: "founded" }),
  line("08:41", ana.personId, { kind: "joined", personId: ines.personId, label: "Ines’s MacBook" }),
  line("08:44", ana.personId, { kind: "joined", personId: tomas.personId, label: "" }),
  ...changes.map(({ at: when, by, reason, differences }, index) => ({
    key: `plan-${index}`,
    at: when,
    by,
    reason,
    what: { kind: "planned", differences } as const,
  })),
  line("09:48", ines.personId, {
    kind: "sealed",
    slotId: daySlots[0]?.slotId ?? slotId,
    personId: ines.personId,
    revision: 1,
  }),
  line("10:20", tomas.personId, { kind: "borrowed", personId: tomas.personId }),
  line("15:40", tomas.personId, { kind: "wiped", personId: tomas.personId, drafts: [], unsafe: [] }),
];

const cardFor = (card: LoopView["cards"][number]): LoopView["cards"][number] =>
  card.slotId === slotId && card.personId === ines.personId
    ? { ...card, required: false, dropped: changes[1]?.reason ?? "" }
    : card;

/** A panelist's laptop after the candidate came late and a seat changed hands. */
export const changedView: LoopView = {
  ...live,
  plan: swapped,
  cards: live.cards.map(cardFor),
  day: {
    changes,
    ended: null,
    borrowed: [],
    log,
  },
};

/** The facilitator's laptop after the candidate withdrew. */
export const endedView: LoopView = {
  ...dayView({ me: ana, admitted: dayPersons, slotsDone: 2 }),
  day: {
    changes: [],
    ended: {
      hash: aHash(hashSchema, "ended"),
      cause: "withdrawn",
      at: at("10:50"),
      by: ana.personId,
      reason: "Took another offer this morning.",
      retentionFrom: "2026-11-23",
    },
    borrowed: [],
    log: [],
  },
};
