import { shownInvite } from "../acts/loop-acts";
import { letForge, serversOf } from "../adversary/forger";
import { letStrangerIn } from "../adversary/let-stranger-in";
import { readRefused } from "../read/board";
import type { LabEvent } from "../script/events";
import { isSoon } from "../until";
import type { Table } from "./player";

/** Where the facilitator's laptop introduces others; ends in the room. */
const facilitatorsServers = async ({ seats }: Table): Promise<readonly string[]> => {
  const [facilitator] = seats;
  if (facilitator === undefined) throw new Error("nobody is there");
  await facilitator.toRoom();
  return serversOf(await shownInvite(facilitator.host.laptop()));
};

/** Lets a member try everything, and waits until the others show that they refused something. */
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
};

/** Lets a stranger loose; counts what it heard and what of the panel went over the wire in the clear. */
export const meetStranger = async (
  table: Table,
  { frames, sockets }: Extract<LabEvent, { readonly do: "stranger" }>,
): Promise<void> => {
  const { lab, book, say } = table;
  const servers = await facilitatorsServers(table);
  const port = lab.lan.ports.at(-1);
  if (port === undefined || lab.lan.ports.length === lab.hosts.length)
    throw new Error("there is no place for a stranger");
  lab.lan.listenFor(book.handOffs);
  const tally = await letStrangerIn(port, { servers, seed: 1, frames, sockets });
  const { frames: seen, heard } = await lab.lan.count();
  say(
    `the stranger sent ${tally.sent} frames, was refused ${tally.refused} connections, got ${tally.heard} answers`,
  );
  say(`of ${seen} frames on the wire these were readable: ${JSON.stringify(heard)}`);
  book.leaks += Object.values(heard).reduce((sum, times) => sum + times, 0);
  for (const seat of table.seats) await seat.toRoom();
};
