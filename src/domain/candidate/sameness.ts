import { z } from "zod";
import { candidateIdSchema, timestampSchema } from "../ids";

const stamp = { at: timestampSchema, by: z.string().trim().min(1).max(200) };
const reason = z.string().trim().min(1).max(2000);

/** What somebody said about who a candidate is. A kind keeps its meaning for ever. */
export const samenessActSchema = z.discriminatedUnion("kind", [
  /** The same person as another candidate here, under whom they are listed from now on. */
  z.object({ ...stamp, kind: z.literal("joined"), into: candidateIdSchema, reason }),
  /** The joining before is taken back. */
  z.object({ ...stamp, kind: z.literal("parted"), reason }),
  /** Not the same person as that one, however alike. */
  z.object({ ...stamp, kind: z.literal("different"), from: candidateIdSchema }),
]);
export type SamenessAct = z.infer<typeof samenessActSchema>;

const textOf = (act: SamenessAct): string => JSON.stringify(samenessActSchema.parse(act));

/** What two laptops say about one candidate, each act once, by time; `here` itself where nothing is new. */
export const mergedSameness = (
  here: readonly SamenessAct[],
  brought: readonly SamenessAct[],
): readonly SamenessAct[] => {
  const known = new Map(here.map((act) => [textOf(act), act]));
  const fresh = brought.map((act) => [textOf(act), act] as const).filter(([text]) => !known.has(text));
  if (fresh.length === 0) return here;
  return [...known, ...fresh]
    .sort(
      ([text, one], [otherText, other]) =>
        Date.parse(one.at) - Date.parse(other.at) || (text < otherText ? -1 : 1),
    )
    .map(([, act]) => act);
};
