import type { Bridge } from "../../../electron/contract/bridge";
import type { LoopId } from "../../domain/ids";
import type { AuthenticEntry, SignedEntry } from "../../domain/sealing/entries";
import { expectedOnly } from "../../shell/bridge-shell";
import type { After } from "./after";
import type { EntryBook } from "./entry-book";

/** So long a laptop finds nobody before it asks whether the room is elsewhere, and from one question to the next. */
const askAfterMs = 4_000;
const askEveryMs = 12_000;

export interface AskParts {
  readonly loopId: LoopId;
  readonly lan: Pick<Bridge["lan"], "askCurrent">;
  readonly book: Pick<EntryBook, "check" | "put">;
  /** False while somebody is met, or where there is nothing to ask for any more. */
  readonly isAlone: () => boolean;
  /** Hosts that may know. */
  readonly servers: () => readonly string[];
  readonly after: After;
}

const isOfLoop = ({ kind, body }: AuthenticEntry, loopId: LoopId): boolean =>
  kind !== "card" && "loopId" in body && body.loopId === loopId;

/** Puts what a host said into the loop, as far as it is authentic and of this loop; who may say so the ledger decides. */
const take = async ({ book, loopId }: AskParts, entries: readonly SignedEntry[]): Promise<void> => {
  const good: AuthenticEntry[] = [];
  for (const entry of entries) {
    const checked = await book.check(entry);
    if (checked.ok && isOfLoop(checked.value, loopId)) good.push(checked.value);
  }
  await book.put(...good);
};

/** A laptop that finds nobody asks the hosts it knows whether its room was left while it slept. Answers the undo. */
export const askForRoom = (parts: AskParts): (() => void) => {
  let closed = false;
  let stop = (): void => undefined;
  const ask = async (): Promise<void> => {
    const signalingUrls = [...parts.servers()];
    if (signalingUrls.length === 0 || !parts.isAlone()) return;
    const answer = expectedOnly(await parts.lan.askCurrent({ loopId: parts.loopId, signalingUrls }));
    if (!closed && answer.ok && answer.value.state === "moved") await take(parts, answer.value.entries);
  };
  const askIn = (milliseconds: number): void => {
    stop = parts.after(milliseconds, () => {
      void ask().finally(() => {
        if (!closed) askIn(askEveryMs);
      });
    });
  };
  askIn(askAfterMs);
  return () => {
    closed = true;
    stop();
  };
};
