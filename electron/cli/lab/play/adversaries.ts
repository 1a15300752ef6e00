import { shownInvite } from "../acts/loop-acts";
import { endForging, letForge, serversOf } from "../adversary/forger";
import { letStrangerIn } from "../adversary/let-stranger-in";
import { readRefused } from "../read/board";
import type { LabEvent } from "../script/events";
import { isSoon } from "../until";
import { mostRefused } from "./judge";
import type { Table } from "./player";

/** Where the facilitator's laptop introduces others; ends in the room. */
const facilitatorsServers = async ({ seats }: Table): Promise<readonly string[]> => {
  const [facilitator] = seats;
  if (facilitator === undefined) throw new Error("nobody is there");
  await facilitator.toRoom();
  return serversOf(await shownInvite(facilitator.host.laptop()));
};

/** How often the same has to be read in a row until nothing more is expected: some seconds. */
const readsInARow = 8;

/** What was refused is told a moment later, also to each other; later scenarios are not to find it as theirs. */
const letRefusalsSettle = async (table: Table): Promise<void> => {
  let [last, times] = [-1, 0];
  const settled = await isSoon(60_000, async () => {
    const now = await mostRefused(table.seats);
    times = now === last ? times + 1 : 0;
    last = now;
    return times >= readsInARow;
  });
  if (!settled) table.say("refusals went on although nobody was at it any more");
};

/** Lets a member try everything, and waits until the others show that they refused something and nothing more comes. */
export const forge = async (table: Table, host: number): Promise<void> => {
  const servers = await facilitatorsServers(table);
  const member = table.seats[host];
  if (member === undefined) throw new Error(`there is no host ${host + 1}`);
  await member.toRoom();
  const attempts = await letForge(member.host.laptop(), servers);
  const [facilitator] = table.seats;
  const shown = await isSoon(20_000, async () =>
    facilitator === undefined ? false : (await readRefused(facilitator.host.laptop().page)) > 0,
  );
  table.say(
    `${attempts} attempts by ${member.host.name}; ${shown ? "shown as refused" : "nothing is shown"}`,
  );
  await endForging(member.host.laptop());
  await letRefusalsSettle(table);
};

const spoken = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, times]) => `${times} ${name}`)
    .join(", ");

/**
 * Lets a stranger loose who knows the rooms that are named on the wire, and lets the panel work meanwhile. Words of the panel that
 * are readable on the wire are counted with those of the whole scenario.
 */
export const meetStranger = async (
  table: Table,
  { frames, sockets, meanwhile }: Extract<LabEvent, { readonly do: "stranger" }>,
  play: (event: LabEvent) => Promise<void>,
): Promise<void> => {
  const { lab, say } = table;
  const servers = await facilitatorsServers(table);
  const port = lab.lan.ports.at(-1);
  if (port === undefined || lab.lan.ports.length === lab.hosts.length)
    throw new Error("there is no place for a stranger");
  const { rooms, kinds } = await lab.lan.count();
  say(`the stranger sees these frames: ${spoken(kinds)}; and ${rooms.length} names of rooms`);
  const started = performance.now();
  const secondsSince = (): number => Math.round((performance.now() - started) / 1000);
  const gone = letStrangerIn(port, { servers, topics: rooms, seed: 1, frames, sockets }).then((tally) => ({
    tally,
    seconds: secondsSince(),
  }));
  // Its failure is looked at below, also where something else fails first.
  gone.catch(() => undefined);
  for (const event of meanwhile) await play(event);
  say(`the panel worked and agreed within ${secondsSince()} s`);
  const { tally, seconds } = await gone;
  say(`the stranger held ${tally.held} of ${sockets} connections it wanted at the same time`);
  say(
    `it sent ${tally.sent} frames on ${tally.connections} connections in ${seconds} s, ${tally.refused} more were refused`,
  );
  say(`it was told: ${spoken(tally.heard)}`);
  await letRefusalsSettle(table);
  if (tally.sent < frames) throw new Error(`the stranger sent ${tally.sent} frames of ${frames}`);
};
