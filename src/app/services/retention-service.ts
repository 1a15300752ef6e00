import type { KeptRecord, RetentionService } from "../../bindings/retention";
import type { Live, Loadable } from "../../domain/live";
import { err, type Result } from "../../domain/result";
import { plainRetention, type RetentionTable, retentionTableSchema } from "../../domain/retention/regimes";
import type { StoreFailure } from "../../store/failure";
import type { Store } from "../../store/open-store";
import type { RecordSummary } from "../../store/repositories/record-repository";
import type { Setting } from "../../store/repositories/setting-repository";
import { localDay } from "../exports/local-day";

type Parts = Pick<Store, "settings" | "records">;
type Listed<Row> = Loadable<readonly Row[]>;

const setting: Setting<RetentionTable> = {
  key: "retention",
  schema: retentionTableSchema,
  fallback: plainRetention,
};

/** A loop that was closed again has several records; the newest comes first. */
const newestOfEach = (records: readonly RecordSummary[]): readonly KeptRecord[] =>
  records
    .filter(({ loopId }, index) => records.findIndex((other) => other.loopId === loopId) === index)
    .map(({ loopId, candidateName, kitTitle, days }) => ({ loopId, candidateName, kitTitle, days }));

/** Gives the same object until the list changed. */
const keptRecords = (list: Live<Listed<RecordSummary>>): Live<Listed<KeptRecord>> => {
  let last: { readonly from: Listed<RecordSummary>; readonly made: Listed<KeptRecord> } | null = null;
  return {
    subscribe: list.subscribe,
    get: () => {
      const from = list.get();
      if (last?.from !== from)
        last = {
          from,
          made: from.state === "ready" ? { state: "ready", value: newestOfEach(from.value) } : from,
        };
      return last.made;
    },
  };
};

/** Keeps the company's rules on keeping in this laptop's settings. */
export const createRetentionService = (
  { settings, records }: Parts,
  now: () => string,
): RetentionService => ({
  table: settings.live(setting),
  records: keptRecords(records.list),
  today: () => localDay(now()),
  set: async (table) => {
    const put = await settings.put(setting, table);
    return put.ok ? put : err({ ...put.error });
  },
});

/** The rules, or why they cannot be read: whoever erases must know whether something is held. */
export const readRetention = ({
  settings,
}: Pick<Store, "settings">): Promise<Result<RetentionTable, StoreFailure>> => settings.get(setting);

/** The rules that hold now; some that cannot be read are none, and covers then say only from when keeping counts. */
export const currentRetention = async ({ settings }: Pick<Store, "settings">): Promise<RetentionTable> => {
  const found = await settings.get(setting);
  return found.ok ? found.value : plainRetention;
};
