import { join } from "node:path";
import { run } from "../../../dev/run";
import type { Port } from "../net/lan";
import { type StrangerFacts, type StrangerTally, strangerTallySchema } from "./stranger-messages";

/** Lets a stranger loose at a place of the cable that belongs to nobody. */
export const letStrangerIn = async (port: Port, facts: StrangerFacts): Promise<StrangerTally> => {
  const script = join(import.meta.dirname, "stranger.ts");
  const args = ["netns", "exec", port.namespace, process.execPath, "--import", "tsx", script];
  const { code, output } = await run("ip", [...args, JSON.stringify(facts)]);
  if (code !== 0) throw new Error(`the stranger fell over: ${output}`);
  return strangerTallySchema.parse(JSON.parse(output.trim().split("\n").at(-1) ?? ""));
};
