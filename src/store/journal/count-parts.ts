import { z } from "zod";
import { ok, type Result } from "../../domain/result";
import type { Connection } from "../database/connection";
import type { StoreFailure } from "../failure";
import type { Setting, SettingRepository } from "../repositories/setting-repository";
import type { RowJournal } from "./row-journal";

/** Said where the parts of kits are not as many as the journal knows of, until a start has compared them. */
const doubtSetting: Setting<boolean> = { key: "kitPartsDoubted", schema: z.boolean(), fallback: false };

/** Whether a start has to compare the parts of kits; where that cannot be read, it has. */
export const areDoubted = async (settings: SettingRepository): Promise<boolean> => {
  const found = await settings.get(doubtSetting);
  return !found.ok || found.value;
};

export const sayDoubted = (settings: SettingRepository, value: boolean): Promise<unknown> =>
  settings.put(doubtSetting, value);

/** The parts of so many kits are counted at once: what a person does meanwhile waits for no more. */
const kitsAtOnce = 20;

type Stretch = { readonly $gte?: string; readonly $lt?: string };

/** Stretches of ids that together are all. */
const stretchesOf = (kitIds: readonly string[]): readonly Stretch[] => {
  const cuts = [...kitIds].sort().filter((_, at) => at > 0 && at % kitsAtOnce === 0);
  const [first, last] = [cuts[0], cuts.at(-1)];
  if (first === undefined || last === undefined) return [{ $gte: "" }];
  return [
    { $lt: first },
    ...cuts.slice(1).map((cut, at) => ({ $gte: cuts[at] ?? "", $lt: cut })),
    { $gte: last },
  ];
};

/** How many parts all kits have; counting 900,000 takes seconds, so it asks `pause` before every stretch. */
export const countParts = async (
  connection: Connection,
  pause: () => Promise<void>,
): Promise<Result<number, StoreFailure>> => {
  const kits = await connection.run("kits", (rows) => rows.find().exec());
  if (!kits.ok) return kits;
  let count = 0;
  for (const id of stretchesOf(kits.value.map((kit) => kit.id))) {
    await pause();
    const counted = await connection.run("kitParts", (rows) => rows.count({ selector: { id } }).exec());
    if (!counted.ok) return counted;
    count += counted.value;
  }
  return ok(count);
};

/**
 * Counts the parts of kits while the program is used, and leaves a word for the next start where the journal knows of more or
 * fewer: what comes back while somebody writes could take the place of what they wrote.
 */
export const lookForLostParts = async (
  parts: {
    readonly connection: Connection;
    readonly journal: RowJournal;
    readonly settings: SettingRepository;
  },
  pause: () => Promise<void>,
): Promise<void> => {
  const { connection, journal, settings } = parts;
  await pause();
  const before = await journal.recent();
  const counted = await countParts(connection, pause);
  const after = await journal.recent();
  // A store that was closed or a journal that does not answer is looked at after the next start.
  if (!before.ok || !counted.ok || !after.ok) return;
  const known = after.value.counts.kitParts ?? 0;
  // Where parts came or went meanwhile, the count says nothing.
  if (known === (before.value.counts.kitParts ?? 0) && known !== counted.value)
    await sayDoubted(settings, true);
};
