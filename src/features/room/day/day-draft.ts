import { breakIdSchema, type PersonId, personIdSchema } from "../../../domain/ids";
import type { Kit } from "../../../domain/kit/kit";
import {
  type ChangeGround,
  changePlan,
  mayScore,
  type PlanChange,
  type SlotChange,
} from "../../../domain/loop/day/plan-change";
import { type PlanDifference, planDifferences } from "../../../domain/loop/day/plan-difference";
import type { WholePlanChange } from "../../../domain/loop/day/whole-plan-change";
import type { LoopView } from "../../../domain/loop/loop-view";
import { type Break, type Plan, type Slot, type Weight, weightOf } from "../../../domain/loop/plan";
import { inTime } from "../../../domain/loop/plan-times";
import type { Person } from "../../../domain/loop/roster";
import { err, ok, type Result } from "../../../domain/result";

/** What somebody may tell the loop about its day. */
export type DayAct = SlotChange["kind"] | WholePlanChange["kind"] | "withdrawn" | "loopCancelled";

/** Stands in the list of people for somebody who is not in the loop yet. */
export const someoneNew = "new";

/** The form as it is typed; texts that are no number yet stay texts. */
export interface DayDraft {
  readonly act: DayAct;
  readonly slotId: string;
  readonly minutes: string;
  readonly room: string;
  readonly startsAt: string;
  readonly leaves: string;
  readonly comes: string;
  readonly newName: string;
  readonly breakId: string;
  readonly breakTitle: string;
  /** As typed, by competency; one that is not there weighs as the plan says. */
  readonly weights: Readonly<Record<string, string>>;
  readonly reason: string;
}

/** What the slot says now, so that only the difference has to be typed. */
export const slotFields = (
  slot: Slot | undefined,
  act: DayAct,
): Pick<DayDraft, "slotId" | "minutes" | "room" | "startsAt" | "leaves"> => ({
  slotId: slot?.slotId ?? "",
  minutes: act === "late" ? "15" : String(slot?.minutes ?? 0),
  room: slot?.room ?? "",
  startsAt: slot?.startsAt ?? "",
  leaves: slot?.interviewers[0] ?? "",
});

/** The slots that can still be changed, in the order of the day. */
export const openSlots = ({ slots }: Plan): readonly Slot[] =>
  inTime(slots.filter(({ cancelled }) => cancelled === undefined));

/** What a break says now; a new one is a pause of half an hour. */
export const breakFields = (
  pause: Break | undefined,
): Pick<DayDraft, "breakId" | "breakTitle" | "startsAt" | "minutes"> => ({
  breakId: pause?.breakId ?? "",
  breakTitle: pause?.title ?? "Break",
  startsAt: pause?.startsAt ?? "",
  minutes: String(pause?.minutes ?? 30),
});

export const emptyDraft = (plan: Plan): DayDraft => ({
  act: "late",
  ...slotFields(openSlots(plan)[0], "late"),
  comes: someoneNew,
  newName: "",
  breakId: "",
  breakTitle: "",
  weights: {},
  reason: "",
});

/** Who may come into a slot: everybody who scores and is not in it. */
export const mayCome = ({ persons, authority }: LoopView, slot: Slot | undefined): readonly Person[] =>
  persons.filter(
    (person) => mayScore(person, authority.escrow) && !slot?.interviewers.includes(person.personId),
  );

/** The person who is added to the roster with the change; null where somebody of the panel comes. */
const newcomerOf = ({ act, comes, newName }: DayDraft, personId: PersonId): Person | null =>
  act === "swapped" && comes === someoneNew
    ? { personId, name: newName.trim(), title: "", hats: ["panelist"] }
    : null;

const planChangeOf = (
  draft: DayDraft,
  slotId: Slot["slotId"],
  newcomer: Person | null,
): SlotChange | null => {
  const { act, room, startsAt } = draft;
  const minutes = draft.minutes.trim() === "" ? Number.NaN : Number(draft.minutes);
  if (act === "late") return { kind: act, slotId, minutes };
  if (act === "moved") return { kind: act, slotId, startsAt };
  if (act === "placed") return { kind: act, slotId, minutes, room };
  if (act === "cancelled") return { kind: act, slotId };
  if (act !== "swapped") return null;
  const [leaves, comes] = [draft.leaves, newcomer?.personId ?? draft.comes].map(
    (id) => personIdSchema.safeParse(id).data,
  );
  return leaves === undefined || comes === undefined ? null : { kind: act, slotId, leaves, comes };
};

const weightsOf = ({ weights }: DayDraft, plan: Plan, kit: Kit | null): readonly Weight[] =>
  (kit?.competencies ?? []).map(({ id }) => ({
    competencyId: id,
    weight: Number(weights[id] ?? weightOf(plan, id)),
  }));

const wholePlanChangeOf = (view: LoopView, draft: DayDraft, newId: string): WholePlanChange | null => {
  const { plan, kit } = view;
  if (plan === null) return null;
  if (draft.act === "weights")
    return { kind: draft.act, weights: weightsOf(draft, plan, kit), weightsReason: draft.reason };
  const known = plan.breaks.find(({ breakId }) => breakId === draft.breakId);
  const { breakTitle: title, startsAt, minutes } = draft;
  const written = { title, startsAt, minutes: minutes.trim() === "" ? Number.NaN : Number(minutes) };
  if (draft.act === "breakAdded")
    return { kind: draft.act, pause: { ...written, breakId: breakIdSchema.parse(newId), personIds: null } };
  if (known === undefined) return null;
  if (draft.act === "breakRemoved") return { kind: draft.act, breakId: known.breakId };
  return draft.act === "breakChanged" ? { kind: draft.act, pause: { ...known, ...written } } : null;
};

const wholePlanActs: ReadonlySet<DayAct> = new Set([
  "breakAdded",
  "breakChanged",
  "breakRemoved",
  "weights",
] as const);

export const isOfWholePlan = (act: DayAct): boolean => wholePlanActs.has(act);

/** True once somebody began or sealed a card, or accepted what is accepted before the first one. */
const hasBegun = ({ cards, acceptances }: LoopView): boolean =>
  (acceptances ?? []).length > 0 ||
  cards.some(({ sealed, progress }) => sealed.length > 0 || progress !== null);

/** A change that can be signed, and what it would do. */
export interface Outlook {
  readonly change: PlanChange;
  readonly newcomer: Person | null;
  readonly differences: readonly PlanDifference[];
  /** The panel as it would be. */
  readonly persons: readonly Person[];
  readonly plan: Plan;
}

type Planned = LoopView & { readonly plan: Plan };

const outlookAfter = (
  view: Planned,
  change: PlanChange,
  newcomer: Person | null,
): Result<Outlook, { readonly type: string }> => {
  const { plan, authority, cards } = view;
  const persons = newcomer === null ? view.persons : [...view.persons, newcomer];
  const sealed = cards.filter((card) => card.sealed.length > 0);
  const ground: ChangeGround = { persons, escrow: authority.escrow, sealed, begun: hasBegun(view) };
  const after = changePlan(plan, change, ground);
  if (!after.ok) return after;
  const differences = planDifferences(plan, after.value);
  return ok({ change, newcomer, persons, plan: after.value, differences });
};

/** What the draft would change, or why it would not. `newId` names a person or a break that is not in the loop yet. */
export const outlookOf = (
  view: LoopView,
  draft: DayDraft,
  newId: PersonId,
): Result<Outlook, { readonly type: string }> => {
  const { plan } = view;
  if (plan === null) return err({ type: "unknownSlot" });
  const planned = { ...view, plan };
  if (isOfWholePlan(draft.act)) {
    const change = wholePlanChangeOf(view, draft, newId);
    return change === null ? err({ type: "unknownBreak" }) : outlookAfter(planned, change, null);
  }
  const slot = plan.slots.find(({ slotId }) => slotId === draft.slotId);
  if (slot === undefined) return err({ type: "unknownSlot" });
  const newcomer = newcomerOf(draft, newId);
  if (newcomer?.name === "") return err({ type: "nameMissing" });
  const change = planChangeOf(draft, slot.slotId, newcomer);
  return change === null ? err({ type: "unknownPerson" }) : outlookAfter(planned, change, newcomer);
};
