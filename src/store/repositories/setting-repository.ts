import type { z } from "zod";
import type { Live, Loadable } from "../../domain/live";
import type { Result } from "../../domain/result";
import { err, ok } from "../../domain/result";
import type { Connection } from "../database/connection";
import { dataFormatKey } from "../database/data-format";
import type { StoreFailure } from "../failure";
import { liveLoad } from "../live/live-load";

/** One thing that can be set on this laptop, and what holds while nothing was set. Never about a candidate. */
export interface Setting<Value> {
  readonly key: string;
  readonly schema: z.ZodType<Value>;
  readonly fallback: Value;
}

/** This laptop's settings. */
export interface SettingRepository {
  readonly get: <Value>(setting: Setting<Value>) => Promise<Result<Value, StoreFailure>>;
  readonly put: <Value>(setting: Setting<Value>, value: Value) => Promise<Result<void, StoreFailure>>;
  readonly keys: () => Promise<Result<readonly string[], StoreFailure>>;
  /** Removes the settings whose keys these are. */
  readonly removeAll: (isMeant: (key: string) => boolean) => Promise<Result<void, StoreFailure>>;
  /** A new live value per call; callers keep it. */
  readonly live: <Value>(setting: Setting<Value>) => Live<Loadable<Value>>;
}

const checkKey = (key: string): string => {
  if (key === dataFormatKey) throw new Error("the data format number belongs to the store");
  return key;
};

export const createSettingRepository = (connection: Connection): SettingRepository => {
  const get = async <Value>(setting: Setting<Value>): Promise<Result<Value, StoreFailure>> => {
    const key = checkKey(setting.key);
    const found = await connection.run("settings", (settings) => settings.findOne(key).exec());
    if (!found.ok) return found;
    if (found.value === null) return ok(setting.fallback);
    const parsed = setting.schema.safeParse(JSON.parse(found.value.value));
    if (parsed.success) return ok(parsed.data);
    return err({ type: "unreadable", collection: "settings", id: key, reason: "malformedValue" });
  };
  const keys = async (): Promise<Result<readonly string[], StoreFailure>> => {
    const found = await connection.run("settings", (settings) => settings.find().exec());
    return found.ok ? ok(found.value.map(({ key }) => key).filter((key) => key !== dataFormatKey)) : found;
  };
  return {
    get,
    keys,
    removeAll: async (isMeant) => {
      const known = await keys();
      if (!known.ok) return known;
      const removed = await connection.run("settings", async (settings) => {
        await settings.bulkRemove(known.value.filter(isMeant));
        await settings.storageInstance.cleanup(0);
      });
      return removed.ok ? ok(undefined) : removed;
    },
    put: async (setting, value) => {
      const document = { key: checkKey(setting.key), value: JSON.stringify(value) };
      const written = await connection.run("settings", (settings) => settings.upsert(document));
      return written.ok ? ok(undefined) : written;
    },
    live: (setting) =>
      liveLoad(
        (changed) => connection.watch(["settings"], changed),
        () => get(setting),
      ),
  };
};
