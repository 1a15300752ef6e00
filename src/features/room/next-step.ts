import { nameIn, slotTitle } from "../../bindings/loop-names";
import { counted, listed } from "../../bindings/name-lists";
import type { RoomState } from "../../bindings/services";
import { type CardState, type LoopView, missingCards } from "../../domain/loop/loop-view";

/** What the panel waits for, in one sentence, and the act that this laptop's person can do about it. */
export interface NextStep {
  readonly sentence: string;
  /** `attention`: somebody has to do something now; `good`: nothing is in the way. */
  readonly tone: "attention" | "good" | "quiet";
  readonly act:
    | { readonly do: "card"; readonly slotId: string; readonly title: string }
    /** `early` is why the reveal cannot be said to have every card; null where it has. */
    | { readonly do: "reveal"; readonly early: string | null }
    | { readonly do: "debrief" | "record" }
    | null;
}

const step = (tone: NextStep["tone"], sentence: string, act: NextStep["act"] = null): NextStep => ({
  sentence,
  tone,
  act,
});

const mineOf = (view: LoopView, missing: readonly CardState[]): CardState | undefined => {
  const order = view.plan?.slots.map((slot) => slot.slotId) ?? [];
  return missing
    .filter((card) => card.personId === view.me?.personId)
    .sort((left, right) => order.indexOf(left.slotId) - order.indexOf(right.slotId))[0];
};

const waitingStep = (view: LoopView, missing: readonly CardState[]): NextStep => {
  const mine = mineOf(view, missing);
  const mineAct =
    mine === undefined
      ? null
      : ({ do: "card", slotId: mine.slotId, title: slotTitle(view, mine.slotId) } as const);
  const [only] = missing;
  if (missing.length === 1 && only !== undefined) {
    const whose = mine === undefined ? `${nameIn(view, only.personId)}’s` : "your";
    return step("quiet", `Waiting for ${whose} card for ${slotTitle(view, only.slotId)}.`, mineAct);
  }
  const names = [...new Set(missing.map((card) => card.personId))].map((id) =>
    id === view.me?.personId ? "you" : nameIn(view, id),
  );
  return step("quiet", `Waiting for ${missing.length} cards from ${listed(names)}.`, mineAct);
};

const afterReveal = (view: LoopView): NextStep =>
  view.decision === null
    ? step("good", "The cards are revealed: talk about what differs, then decide.", { do: "debrief" })
    : step("good", "The decision is recorded.", { do: "record" });

const doorStep = (view: LoopView, room: RoomState): NextStep | null => {
  if (room.lobby.length === 0) return null;
  const names = listed(room.lobby.map((request) => request.name));
  const verb = room.lobby.length === 1 ? "is" : "are";
  if (view.authority.mine !== "acts") {
    const leader = view.authority.inCharge === null ? "whoever leads" : nameIn(view, view.authority.inCharge);
    return step("quiet", `${names} ${verb} at your door: ${leader} lets them in.`);
  }
  return step("attention", `${names} ${verb} at the door: compare the six words, then let them in.`);
};

/** Who owes a card and has no laptop in the loop to write it on. */
const withoutLaptop = (view: LoopView): readonly string[] => {
  const owing = new Set(missingCards(view).map((card) => card.personId));
  return view.persons
    .filter(({ personId }) => owing.has(personId) && personId !== view.me?.personId)
    .filter(({ personId }) => !view.devices.some((device) => device.personId === personId))
    .map((person) => person.name);
};

const roomStep = (view: LoopView, room: RoomState): NextStep | null => {
  const absent = withoutLaptop(view);
  if (absent.length === 0) return null;
  return room.hosting
    ? step("quiet", `Give the invite to ${listed(absent)}: they are not in yet.`)
    : step("attention", `Open the room: ${listed(absent)} cannot come in yet.`);
};

/** Cards that a change of the plan let off and nobody sealed: the reveal names them, whatever the plan asks now. */
const letOff = (view: LoopView): readonly CardState[] =>
  view.cards.filter(({ dropped, sealed }) => dropped !== null && sealed.length === 0);

const revealStep = (view: LoopView): NextStep => {
  const off = letOff(view);
  if (off.length === 0)
    return step("good", "Everything is in: reveal the cards.", { do: "reveal", early: null });
  const reasons = [...new Set(off.map(({ dropped }) => dropped ?? ""))];
  return step(
    "good",
    `Everything that is asked is in; ${counted(off.length, "card")} ${off.length === 1 ? "was" : "were"} let off, and the reveal says so.`,
    { do: "reveal", early: `Let off by a change of the plan: ${reasons.join("; ")}` },
  );
};

/** The first thing in the way, from the outside in: the plan, the door, the room, the cards, the reveal. */
export const nextStep = (view: LoopView, room: RoomState): NextStep => {
  if (view.plan === null) return step("quiet", "Waiting for the plan: it comes from a colleague’s laptop.");
  if (view.me === null) return step("attention", "This laptop is not in the loop’s roster any more.");
  if (view.reveal !== null) return afterReveal(view);
  if (view.day.ended !== null) return step("quiet", "The loop is over: the cards stay sealed.");
  const isInCharge = view.authority.mine === "acts";
  const outside = doorStep(view, room) ?? (isInCharge ? roomStep(view, room) : null);
  if (outside !== null) return outside;
  const missing = missingCards(view);
  if (missing.length > 0) return waitingStep(view, missing);
  if (isInCharge) return revealStep(view);
  return step("good", `Everything is in: ${nameIn(view, view.authority.inCharge)} reveals the cards.`);
};
