import { z } from "zod";
import type { LoopId } from "../../domain/ids";
import { type Live, liveCell } from "../../domain/live";
import type { Setting, SettingRepository } from "../../store/repositories/setting-repository";

/** More hand-offs than any loop has; beyond, the oldest are forgotten and shown as new again. */
const mostIds = 2_000;

/** Random ids and nothing of what the notes say. */
const readSetting = (loopId: LoopId): Setting<readonly string[]> => ({
  key: `handOffsRead.${loopId}`,
  schema: z.array(z.string().max(100)).max(mostIds),
  fallback: [],
});

/** Which hand-offs of a loop were read on this laptop. */
export interface HandOffsRead {
  /** Null until the disk was asked. */
  readonly ids: Live<ReadonlySet<string> | null>;
  readonly mark: (ids: readonly string[]) => void;
}

/** Keeps it in this laptop's settings. A mark that could not be written comes back as new, which is no loss. */
export const handOffsRead = (
  settings: Pick<SettingRepository, "get" | "put">,
  loopId: LoopId,
): HandOffsRead => {
  const setting = readSetting(loopId);
  const ids = liveCell<ReadonlySet<string> | null>(null);
  const add = (more: readonly string[]): void =>
    ids.set(new Set([...(ids.get() ?? []), ...more].slice(-mostIds)));
  const loaded = settings.get(setting).then((found) => {
    const marked = [...(ids.get() ?? [])];
    ids.set(new Set(found.ok ? found.value : []));
    add(marked);
  });
  return {
    ids,
    mark: (more) => {
      if (more.length === 0) return;
      add(more);
      void loaded.then(() => settings.put(setting, [...(ids.get() ?? [])]));
    },
  };
};
