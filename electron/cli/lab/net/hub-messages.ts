import { z } from "zod";

const linkSchema = z.object({ up: z.boolean(), loss: z.number(), delayMs: z.number() });

/** How the hub is started, as JSON in its only argument; the devices come by `devicesVariable`. */
export const hubStartSchema = z.object({
  seed: z.int(),
  /** Where every frame is written as tcpdump does, or null. */
  pcap: z.string().nullable(),
});
export type HubStart = z.infer<typeof hubStartSchema>;

/** Names the environment variable with the numbers of the open TAP devices, one a host, in the hosts' order. */
export const devicesVariable = "PANELBOOK_LAB_DEVICES";

/** One line each on the hub's standard input. */
export const hubOrderSchema = z.discriminatedUnion("do", [
  z.object({ do: z.literal("link"), port: z.int(), link: linkSchema }),
  z.object({ do: z.literal("apart"), ports: z.tuple([z.int(), z.int()]), apart: z.boolean() }),
  z.object({ do: z.literal("listenFor"), words: z.array(z.string()) }),
  z.object({ do: z.literal("count") }),
]);
export type HubOrder = z.infer<typeof hubOrderSchema>;

/** What the hub has seen so far; its answer to `count`, one line on its standard output. */
export const hubCountSchema = z.object({
  frames: z.int(),
  bytes: z.int(),
  lost: z.int(),
  /** How often each word that is listened for went over the wire in the clear. */
  heard: z.record(z.string(), z.int()),
  /** How many frames of each kind there were. */
  kinds: z.record(z.string(), z.int()),
  /** Names of rooms that were said in the clear. */
  rooms: z.array(z.string()),
});
export type HubCount = z.infer<typeof hubCountSchema>;
