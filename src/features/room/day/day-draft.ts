import { type PersonId, personIdSchema } from "../../../domain/ids";
import {
  type ChangeGround,
  changePlan,
  mayScore,
  type PlanChange,
  type SlotChange,
} from "../../../domain/loop/day/plan-change";
import { type PlanDifference, planDifferences } from "../../../domain/loop/day/plan-difference";
import type { LoopView } from "../../../domain/loop/loop-view";
import type { Plan, Slot } from "../../../domain/loop/plan";
import { inTime } from "../../../domain/loop/plan-times";
import type { Person } from "../../../domain/loop/roster";
import { err, ok, type Result } from "../../../domain/result";

/** What somebody may tell the loop about its day. */
export type DayAct = SlotChange["kind"] | "withdrawn" | "loopCancelled";

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

export const emptyDraft = (plan: Plan): DayDraft => ({
  act: "late",
  ...slotFields(openSlots(plan)[0], "late"),
  comes: someoneNew,
  newName: "",
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

/** A change that can be signed, and what it would do. */
export interface Outlook {
  readonly change: PlanChange;
  readonly newcomer: Person | null;
  readonly differences: readonly PlanDifference[];
  /** The panel as it would be. */
  readonly persons: readonly Person[];
  readonly plan: Plan;
}

/** What the draft would change, or why it would not. `newId` names a person who is not in the loop yet. */
export const outlookOf = (
  view: LoopView,
  draft: DayDraft,
  newId: PersonId,
): Result<Outlook, { readonly type: string }> => {
  const { plan, authority, cards } = view;
  const slot = plan?.slots.find(({ slotId }) => slotId === draft.slotId);
  if (plan === null || slot === undefined) return err({ type: "unknownSlot" });
  const newcomer = newcomerOf(draft, newId);
  if (newcomer?.name === "") return err({ type: "nameMissing" });
  const change = planChangeOf(draft, slot.slotId, newcomer);
  if (change === null) return err({ type: "unknownPerson" });
  const persons = newcomer === null ? view.persons : [...view.persons, newcomer];
  const sealed = cards.filter((card) => card.sealed.length > 0);
  const ground: ChangeGround = { persons, escrow: authority.escrow, sealed };
  const after = changePlan(plan, change, ground);
  if (!after.ok) return after;
  return ok({
    change,
    newcomer,
    persons,
    plan: after.value,
    differences: planDifferences(plan, after.value),
  });
};
