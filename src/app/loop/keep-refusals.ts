import { z } from "zod";
import type { LoopId } from "../../domain/ids";
import { inTurn, oneOf } from "../../domain/in-turn";
import { refusalsSchema } from "../../domain/loop/refusals";
import type { Store } from "../../store/open-store";
import type { Setting } from "../../store/repositories/setting-repository";
import type { After } from "./after";
import { type KeptRefusals, maxCounted, nothingKept, type RefusalBook } from "./refusal-book";

/** Ids, codes and times only: no name and no word of anybody. */
const refusalsOf = (loopId: LoopId): Setting<KeptRefusals> => ({
  key: `refused.${loopId}`,
  schema: z.object({ list: refusalsSchema, counted: z.array(z.string()).max(maxCounted).readonly() }),
  fallback: nothingKept,
});

/** A flood is written once in a while and not once per message. */
const pauseMs = 2_000;

type Settings = Store["settings"];

/** What this laptop refused before; nothing where that cannot be read. */
export const readRefusals = async (settings: Settings, loopId: LoopId): Promise<KeptRefusals> => {
  const kept = await settings.get(refusalsOf(loopId));
  return kept.ok ? kept.value : nothingKept;
};

/** Writes the list down soon after it changed. The undo resolves when the newest is written. */
export const keepRefusals = (
  settings: Settings,
  loopId: LoopId,
  book: Pick<RefusalBook, "list" | "toKeep">,
  after: After,
): (() => Promise<void>) => {
  const turns = inTurn();
  let stop: (() => void) | null = null;
  const write = async (): Promise<void> => {
    stop?.();
    stop = null;
    // What cannot be written is still shown; the next change tries again.
    await settings.put(refusalsOf(loopId), book.toKeep());
  };
  const writeOnce = oneOf(turns, write);
  const undo = book.list.subscribe(() => {
    stop ??= after(pauseMs, () => void writeOnce());
  });
  return async () => {
    undo();
    if (stop !== null) await writeOnce();
    await turns.idle();
  };
};
