import { z } from "zod";
import { type Live, liveCell } from "../../domain/live";
import type { Result } from "../../domain/result";
import { ok } from "../../domain/result";
import type { StoreFailure } from "../failure";
import type { Setting, SettingRepository } from "../repositories/setting-repository";
import { isWorthTelling, joinReports, type RestoreReport, restoreReportSchema } from "./restore-report";

/** What came back from the journal since somebody last read it; it outlives a restart. */
export interface RestoreLog {
  readonly live: Live<RestoreReport | null>;
  readonly load: () => Promise<Result<void, StoreFailure>>;
  readonly add: (report: RestoreReport) => void;
  /** Somebody has read it. */
  readonly dismiss: () => void;
}

const reportSetting: Setting<RestoreReport | null> = {
  key: "restoreReport",
  schema: z.nullable(restoreReportSchema),
  fallback: null,
};

export const createRestoreLog = (settings: SettingRepository): RestoreLog => {
  const cell = liveCell<RestoreReport | null>(null);
  const keep = (report: RestoreReport | null): void => {
    cell.set(report);
    // A report that could not be kept is shown until the program ends; the rows it is about are back either way.
    void settings.put(reportSetting, report);
  };
  return {
    live: cell,
    load: async () => {
      const found = await settings.get(reportSetting);
      // A report that can no longer be read is no reason to keep the data closed.
      if (found.ok) cell.set(found.value);
      return found.ok || found.error.type === "unreadable" ? ok(undefined) : found;
    },
    add: (report) => {
      if (isWorthTelling(report)) keep(joinReports(cell.get(), report));
    },
    // It leaves the screen once it is kept as read: a crash in between would show it again to somebody who saw it go.
    dismiss: () => void settings.put(reportSetting, null).then(() => cell.set(null)),
  };
};
