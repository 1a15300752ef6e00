import { z } from "zod";
import { timestampSchema } from "../../../../src/domain/ids";
import { parseWayIn } from "../../../../src/domain/loop/invite";
import { addressText } from "../../../../src/domain/loop/lan-address";
import { unwrap } from "../../../../src/domain/result";
import { pageScript, panelbooksPeer } from "../../bench/page/page-script";
import type { Laptop } from "../../demo/laptop";

/** Where the laptop that gave this invite introduces others. */
export const serversOf = (invite: string): readonly string[] => {
  const way = unwrap(parseWayIn(invite, { now: timestampSchema.parse(new Date().toISOString()) }));
  if (way.kind !== "invite") throw new Error("this is no full invite");
  return way.invite.addresses.map((address) => `ws://${addressText(address)}/signal`);
};

const loopOf = (laptop: Laptop): string => /#\/loops\/([\w-]+)/.exec(laptop.page.url())?.[1] ?? "";

/** Ends what `letForge` began. */
export const endForging = (member: Laptop): Promise<unknown> =>
  member.page.evaluate("labForger.forger.leave()");

/** Lets a member's window do what its program would never do; gives how many attempts were made. */
export const letForge = async (member: Laptop, servers: readonly string[]): Promise<number> => {
  await member.page.evaluate(await pageScript("tests/lab/page/forger.ts", "labForger", panelbooksPeer));
  const made = await member.page.evaluate(
    `labForger.forger.forge(${JSON.stringify(loopOf(member))}, ${JSON.stringify(servers)})`,
  );
  return z.int().parse(made);
};
