import { heldSlots } from "../record/held-slots";
import type { LoopRecord } from "../record/record";
import { latest } from "./days";
import { type Keeping, keepingOf, type RecordDays } from "./keeping";
import type { RetentionTable } from "./regimes";

/** A record's days as its documents print them; null where nothing is decided and no clock has started. */
export const recordDays = (
  record: Pick<LoopRecord, "plan" | "cards" | "decision" | "decidedAt">,
): RecordDays | null => {
  const { decision, decidedAt } = record;
  if (decision === null || decidedAt === null) return null;
  return {
    lastInterview: latest(heldSlots(record).map(({ startsAt }) => startsAt.slice(0, 10))),
    decided: decidedAt.slice(0, 10),
    rejected: decision.outcome === "noHire",
  };
};

/** How long a loop's papers are kept by a company's rules; null where none of them counts. */
export const keepingByRules = (
  loopId: string,
  days: RecordDays | null,
  { regimes, holds }: Pick<RetentionTable, "regimes" | "holds">,
): Keeping | null =>
  days === null ? null : keepingOf(days, regimes, holds.find((hold) => hold.loopId === loopId) ?? null);
