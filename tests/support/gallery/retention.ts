import type { KeptRecord, RetentionService } from "../../../src/bindings/retention";
import { loopIdSchema } from "../../../src/domain/ids";
import { type Loadable, liveCell } from "../../../src/domain/live";
import { ok } from "../../../src/domain/result";
import { knownRegimes, plainRetention, type RetentionTable } from "../../../src/domain/retention/regimes";
import { anId } from "../builders/ids";

const kept = (candidateName: string, decided: string, rejected: boolean): KeptRecord => ({
  loopId: anId(loopIdSchema, candidateName.split(" ")[0] ?? ""),
  candidateName,
  kitTitle: "Alliance / Partner Manager",
  days: { lastInterview: decided, decided, rejected },
});

const records: readonly KeptRecord[] = [
  kept("Mira Adeyemi", "2026-11-20", false),
  kept("Jonas Lindqvist", "2024-02-29", true),
  kept("Noor Haddad", "2026-03-31", true),
];

/** Rules that pull apart, a record that is due, one that is held, and one to keep. */
export const retentionOfThree = (): RetentionService => {
  const chosen = ["us-eeoc-private", "de"];
  const table = liveCell<Loadable<RetentionTable>>({
    state: "ready",
    value: {
      ...plainRetention,
      regimes: knownRegimes.map((regime) => ({ ...regime, chosen: chosen.includes(regime.id) })),
      holds: [{ loopId: anId(loopIdSchema, "Noor"), cause: "charge", since: "2026-05-04" }],
    },
  });
  return {
    table,
    set: async (value) => {
      table.set({ state: "ready", value });
      return ok(undefined);
    },
    records: liveCell<Loadable<readonly KeptRecord[]>>({ state: "ready", value: records }),
    today: () => "2026-11-23",
  };
};
