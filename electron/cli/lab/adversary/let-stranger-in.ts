import { join } from "node:path";
import { z } from "zod";
import { run } from "../../../dev/run";
import type { Port } from "../net/lan";

const tallySchema = z.object({ sent: z.int(), refused: z.int(), heard: z.int() });
/** Frames that were sent, connections that were refused, messages that were heard. */
export type StrangerTally = z.infer<typeof tallySchema>;

export interface StrangerFacts {
  readonly servers: readonly string[];
  readonly seed: number;
  readonly frames: number;
  /** Connections that are held open meanwhile. */
  readonly sockets: number;
}

/** Lets a stranger loose at a place of the cable that belongs to nobody. */
export const letStrangerIn = async (port: Port, facts: StrangerFacts): Promise<StrangerTally> => {
  const script = join(import.meta.dirname, "stranger.ts");
  const args = ["netns", "exec", port.namespace, process.execPath, "--import", "tsx", script];
  const { code, output } = await run("ip", [...args, JSON.stringify(facts)]);
  if (code !== 0) throw new Error(`the stranger fell over: ${output}`);
  return tallySchema.parse(JSON.parse(output.trim().split("\n").at(-1) ?? ""));
};
