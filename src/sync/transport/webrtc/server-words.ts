import { z } from "zod";
import { serverWordSchema } from "../relay/relay-messages";

/** What a room's laptops are told of a publication; what is in it is theirs to judge, not the server's to answer for. */
const publicationSchema = z.object({ type: z.literal("publish"), topic: z.string() });

/** Everything a server of this program says. */
const wordSchema = z.discriminatedUnion("type", [
  publicationSchema,
  ...serverWordSchema.options,
  z.object({ type: z.literal("unknownTopics"), topics: z.array(z.string()) }),
  z.object({ type: z.literal("taken"), topic: z.string() }),
  z.object({ type: z.literal("pong") }),
]);
const knownTypes = new Set<string>(wordSchema.options.flatMap(({ shape }) => [...shape.type.values]));

/** A message of a newer program has a type that this one does not know; whoever does not know it lets it be. */
const newerSchema = z.object({ type: z.string().max(64) }).refine(({ type }) => !knownTypes.has(type));

/** A server passes on 256 KiB at most and the little it adds, and refuses whoever publishes what would grow beyond that. */
export const longestWord = 512 * 1024;

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // No value of JSON is undefined, and no message either.
    return undefined;
  }
};

/** True where a server of this program or of a newer one can have said it. Longer ones are not even read. */
export const isServerWord = (said: unknown): boolean => {
  if (typeof said !== "string" || said.length > longestWord) return false;
  const value = jsonOf(said);
  return wordSchema.safeParse(value).success || newerSchema.safeParse(value).success;
};
