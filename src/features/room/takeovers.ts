import { nameIn } from "../../bindings/loop-names";
import type { RoomState } from "../../bindings/services";
import type { LoopView } from "../../domain/loop/loop-view";

/** Who decides in this loop now. */
export const personInCharge = (view: LoopView): string => nameIn(view, view.authority.inCharge);

/** True for a deputy who has not taken over, while no laptop of the person in charge is connected to this one. */
export const mayTakeOver = (view: LoopView, room: RoomState): boolean => {
  const { mine, inCharge } = view.authority;
  if (mine !== "mayTakeOver" || view.plan === null) return false;
  return !room.peers.some(({ link, personId }) => link !== "connecting" && personId === inCharge);
};

const pad = (value: number): string => String(value).padStart(2, "0");

/** The time of day on this laptop's clock, "14:02". */
const clock = (at: string): string => {
  const moment = new Date(at);
  return `${pad(moment.getHours())}:${pad(moment.getMinutes())}`;
};

/** One sentence for each takeover, and which of several counts; empty where nobody took over. */
export const takeoverSentences = (view: LoopView): readonly string[] => {
  const { takeovers } = view.authority;
  const told = takeovers.map(
    ({ personId, at, reason }) =>
      `${nameIn(view, personId)} took over from ${nameIn(view, view.facilitator)} at ${clock(at)}: “${reason}”`,
  );
  const persons = new Set(takeovers.map(({ personId }) => personId));
  return persons.size < 2
    ? told
    : [...told, `Where they differ, ${personInCharge(view)}’s word counts, being earlier in the list.`];
};
