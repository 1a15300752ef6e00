import type { LoopRecord } from "../../../../src/domain/record/record";
import { goToRecord, revealAndDecide, savedRecord } from "../acts/closing-acts";
import { until } from "../until";
import { recordFaults } from "./compare-records";
import type { Table } from "./player";
import type { Seat } from "./seat";

const personOf =
  (seats: readonly Seat[]) =>
  (name: string): string =>
    seats.find(({ host }) => host.name === name)?.host.person ?? name;

/** Enough of a record to see in which way it differs. */
const figuresOf = ({ cards, missing, entries, decision, discussion }: LoopRecord): string =>
  `${cards.length} cards, ${missing.length} missing, ${entries.length} entries, ${discussion.length} notes, ${
    decision === null ? "undecided" : "decided"
  }`;

/**
 * The facilitator reveals and decides; then every host saves its record. They have to be the same byte for byte, with every sealed
 * card in it as its author's screen called it saved, and each shown to be independent.
 */
export const closeLoop = async ({ seats, book, patienceMs, say }: Table): Promise<void> => {
  const running = seats.filter(({ host }) => host.isRunning());
  const [facilitator, ...others] = running;
  if (facilitator === undefined) throw new Error("nobody is left");
  await Promise.all(running.map((seat) => seat.toRoom()));
  await revealAndDecide(facilitator.host.laptop());
  await Promise.all(others.map(({ host }) => goToRecord(host.laptop())));
  const started = performance.now();
  await until("every host saves the same record", patienceMs, async () => {
    const records = await Promise.all(running.map(({ host }) => savedRecord(host)));
    const [first] = records;
    if (first === undefined || new Set(records.map((one) => JSON.stringify(one))).size > 1) {
      say(`records differ: ${records.map(figuresOf).join("; ")}`);
      return false;
    }
    // A record that is the same everywhere may lack a card everywhere: its key is still on the way.
    if (first.cards.length < book.sealed.length) {
      say(`one record on ${running.length} hosts, and not whole: ${figuresOf(first)}`);
      return false;
    }
    const { lost, duplicated } = recordFaults(first, book, personOf(seats));
    const dependent = first.cards.filter(({ independent }) => !independent).length;
    say(`one record on ${running.length} hosts: ${first.cards.length} cards, ${dependent} not independent`);
    say(`sealed at, by their own clocks: ${first.cards.map(({ sealedAt }) => sealedAt).join(", ")}`);
    book.lostInRecord = lost + dependent;
    book.doubledInRecord = duplicated;
    return true;
  });
  say(`the same record everywhere after ${Math.round(performance.now() - started)} ms`);
};
