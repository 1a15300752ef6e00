import type { Lab } from "../lab";
import { scriptOf, tagOf } from "../scenarios";
import { doesHold, type Scenario, type Verdict } from "../scenarios/scenario";
import type { Size } from "../script/events";
import { newBook } from "./book";
import { allRefused, type Judgement, judge, mostRefused } from "./judge";
import { play, type Table } from "./player";
import { seatAt } from "./seat";
import { screens, whatWentWrong } from "./what-went-wrong";

export interface PlayOptions {
  readonly seed: number;
  readonly size: Size;
  readonly say: (line: string) => void;
}

/** How a scenario went. */
export interface Played {
  readonly verdict: Verdict;
  /** What was measured on the way, a sentence each; a failure with where it happened. */
  readonly facts: readonly string[];
}

const makeGood = async ({ lab, seats }: Table): Promise<void> => {
  lab.healAll();
  for (const index of lab.members()) {
    const seat = seats[index];
    if (seat === undefined || seat.host.isRunning()) continue;
    await lab.bringBack(seat.host);
    seat.restarted();
  }
};

type Tell = (line: string) => void;

/** The scenario's whole script, then good air, then agreement. Throws where something did not come to be. */
const playAll = async (table: Table, scenario: Scenario, options: PlayOptions): Promise<void> => {
  const { lab } = table;
  const events = scriptOf(scenario, { hosts: lab.members(), newcomer: lab.newcomer(), ...options });
  for (const [index, event] of events.entries()) {
    if (event.do === "order" || event.do === "killWhileTyping")
      options.say(`${index + 1}/${events.length} ${JSON.stringify(event)}`);
    await play(table, event);
  }
  await makeGood(table);
  await play(table, { do: "agree" });
};

/** How often a name or a text of the panel went over the wire in the clear. */
const readableOnWire = async ({ lan }: Lab, tell: Tell): Promise<number> => {
  const { frames, heard } = await lan.count();
  const read = Object.entries(heard).filter(([, times]) => times > 0);
  tell(
    `${frames} frames on the wire; names and texts read in them: ${read.length === 0 ? "none" : JSON.stringify(read)}`,
  );
  return read.reduce((sum, [, times]) => sum + times, 0);
};

/** A host that cannot be looked through has lost everything it should show. */
const judged = (table: Table, tell: Tell): Promise<Judgement> =>
  judge(table.seats, table.book).catch((error: unknown) => {
    tell(`not all could be looked through: ${whatWentWrong(error)}`);
    return { lost: 1, duplicated: 0, refused: 0 };
  });

/** Plays a scenario on a lab that may have been played on before, and says what came of it. */
export const playScenario = async (lab: Lab, scenario: Scenario, options: PlayOptions): Promise<Played> => {
  const book = newBook();
  const seats = lab.hosts.map((host) => seatAt(host, book));
  const facts: string[] = [];
  const tell: Tell = (line) => {
    facts.push(line);
    options.say(line);
  };
  const before = lab.members();
  const table: Table = { lab, seats, book, patienceMs: scenario.limits.patienceMs, say: tell };
  lab.lan.listenFor([`[${tagOf(scenario.name, options.seed)} `]);
  const refusedBefore = await mostRefused(seats);
  const knownRefusals = await allRefused(seats);
  const converged = await playAll(table, scenario, options).then(
    () => true,
    async (error: unknown) => {
      tell(whatWentWrong(error));
      for (const screen of await screens(table.seats)) options.say(screen);
      return false;
    },
  );
  await makeGood(table);
  const counted = await judged(table, tell);
  for (const line of await allRefused(seats)) if (!knownRefusals.includes(line)) tell(line);
  const readable = await readableOnWire(lab, tell);
  const figures = {
    scenario: scenario.name,
    hosts: new Set([...before, ...lab.members()]).size,
    converged: converged && readable === 0,
    convergeMs: book.slowestMs,
    ...counted,
    refused: Math.max(0, counted.refused - refusedBefore),
    maxRssMb: lab.maxMemoryMb(),
  };
  return { verdict: { ...figures, holds: doesHold(figures, scenario) }, facts };
};
