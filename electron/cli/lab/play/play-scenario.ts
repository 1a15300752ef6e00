import type { Lab } from "../lab";
import { scriptOf } from "../scenarios";
import { doesHold, type Scenario, type Verdict } from "../scenarios/scenario";
import type { Size } from "../script/events";
import { newBook } from "./book";
import { judge } from "./judge";
import { play, type Table } from "./player";
import { seatAt } from "./seat";

export interface PlayOptions {
  readonly seed: number;
  readonly size: Size;
  readonly say: (line: string) => void;
}

const makeGood = async ({ lab, seats, book }: Table): Promise<void> => {
  lab.healAll();
  for (const { host, restarted } of seats)
    if (!host.isRunning() && lab.isMember(host) && !book.gone.has(host.name)) {
      await lab.bringBack(host);
      restarted();
    }
};

/** The scenario's whole script, then good air, then agreement. Throws where something did not come to be. */
const playAll = async (table: Table, scenario: Scenario, options: PlayOptions): Promise<void> => {
  const { hosts, isMember } = table.lab;
  const members = hosts.filter(isMember).length;
  const events = scriptOf(scenario, { members, hosts: hosts.length, ...options });
  for (const [index, event] of events.entries()) {
    if (event.do === "order" || event.do === "killWhileTyping")
      table.say(`${index + 1}/${events.length} ${JSON.stringify(event)}`);
    await play(table, event);
  }
  await makeGood(table);
  await play(table, { do: "agree" });
};

/** Plays a scenario on a lab that may have been played on before, and says what came of it. */
export const playScenario = async (lab: Lab, scenario: Scenario, options: PlayOptions): Promise<Verdict> => {
  const book = newBook();
  const seats = lab.hosts.map((host) => seatAt(host, book));
  const table: Table = { lab, seats, book, patienceMs: scenario.limits.patienceMs, say: options.say };
  const converged = await playAll(table, scenario, options).then(
    () => true,
    (error: unknown) => {
      options.say(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return false;
    },
  );
  await makeGood(table);
  const judged = await judge(seats, book);
  const figures = {
    scenario: scenario.name,
    hosts: lab.hosts.length,
    converged: converged && book.leaks === 0,
    convergeMs: book.slowestMs,
    ...judged,
    maxRssMb: lab.maxMemoryMb(),
  };
  return { ...figures, holds: doesHold(figures, scenario) };
};
