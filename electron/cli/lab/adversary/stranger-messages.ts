import { z } from "zod";

/** How a stranger is started, as JSON in its only argument. */
export const strangerFactsSchema = z.object({
  servers: z.array(z.string()).readonly(),
  /** Names of rooms that were read off the wire. */
  topics: z.array(z.string()).readonly(),
  seed: z.int(),
  frames: z.int(),
  /** Connections that it tries to hold at the same time. */
  sockets: z.int(),
});
export type StrangerFacts = z.infer<typeof strangerFactsSchema>;

/** What came of it; a stranger's answer, its last line on standard output. */
export const strangerTallySchema = z.object({
  /** Connections that it held at the same time. */
  held: z.int(),
  sent: z.int(),
  connections: z.int(),
  /** Connections that were not let in. */
  refused: z.int(),
  /** What it was sent, by kind. */
  heard: z.record(z.string(), z.int()),
});
export type StrangerTally = z.infer<typeof strangerTallySchema>;
