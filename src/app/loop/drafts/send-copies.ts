import { z } from "zod";
import type { Card } from "../../../domain/card/card";
import { type DeviceId, deviceIdSchema, type LoopId, type SlotId } from "../../../domain/ids";
import { inTurn } from "../../../domain/in-turn";
import { ownRevisions } from "../../../domain/loop/loop-view";
import { maxDraftCopyBytes } from "../../../domain/sealing/draft-copy";
import type { Setting } from "../../../store/repositories/setting-repository";
import { newCopySchedule } from "../../../sync/drafts/copy-schedule";
import { chooseHolders } from "../../../sync/drafts/holders";
import { copyToBytes, type DraftParts, nowMs } from "./draft-parts";

/** The author's side: copies go out when it is time, to few laptops, behind everything else. */
export interface CopySender {
  /** This card is saved on this laptop. */
  readonly changed: (card: Card) => void;
  /** The window lost its focus. */
  readonly left: () => void;
  /** Resolves when no copy is being made. */
  readonly close: () => Promise<void>;
}

/** While the document itself is still being written, a copy waits so long. */
const yieldMs = 1_000;

/** The laptops that ever got a copy of a card of this loop. */
const holdersOf = (loopId: LoopId): Setting<readonly DeviceId[]> => ({
  key: `draftHolders.${loopId}`,
  schema: z.array(deviceIdSchema).readonly(),
  fallback: [],
});

/** Which part of the card differs; null where nothing does, or there is nothing to compare with. */
const changedPart = (before: Card | undefined, card: Card): string | null => {
  if (before === undefined) return null;
  const answer = card.answers.find(
    (each, index) => JSON.stringify(each) !== JSON.stringify(before.answers[index]),
  );
  if (answer !== undefined) return answer.questionId;
  return JSON.stringify(card) === JSON.stringify(before) ? null : "rest of the card";
};

export const createCopySender = (parts: DraftParts): CopySender => {
  const { loopId, store, vault, sync, view, after } = parts;
  const schedule = newCopySchedule<SlotId>();
  const cards = new Map<SlotId, Card>();
  const turns = inTurn();
  let part: string | null = null;
  let lastNumber = 0;
  let forget: (() => void) | null = null;

  const here = () => {
    const direct = new Set(
      sync.peers
        .get()
        .flatMap(({ link, deviceId }) => (link === "direct" && deviceId !== null ? [deviceId] : [])),
    );
    return view.get().devices.filter(({ deviceId }) => direct.has(deviceId));
  };
  const isOpen = ({ slotId, personId }: Card): boolean =>
    view
      .get()
      .cards.every(
        (card) => card.slotId !== slotId || card.personId !== personId || ownRevisions(card).length === 0,
      );

  const send = async (card: Card): Promise<void> => {
    const before = await store.settings.get(holdersOf(loopId));
    if (!before.ok || !isOpen(card)) return;
    const holders = chooseHolders(here(), card.personId, new Set(before.value));
    lastNumber = Math.max(lastNumber + 1, nowMs(parts));
    const copy = await vault.drafts.seal(card, lastNumber);
    const bytes = copy.ok ? copyToBytes(copy.value) : null;
    if (bytes === null || bytes.length > maxDraftCopyBytes) return;
    const known = [...new Set([...before.value, ...holders])];
    // Who holds a copy is noted before it goes, so that there are never more than were noted.
    const noted =
      known.length === before.value.length || (await store.settings.put(holdersOf(loopId), known)).ok;
    if (noted) for (const holder of holders) sync.drafts.send(holder, { kind: "draftCopy", copy: bytes });
  };
  const work = (): void => {
    forget = null;
    if (sync.disk.state.get().state === "saving") {
      arm(yieldMs);
      return;
    }
    const slotId = here().length === 0 ? null : schedule.take(nowMs(parts));
    const card = slotId === null ? undefined : cards.get(slotId);
    if (card !== undefined) void turns.run(() => send(card));
    arm();
  };
  const arm = (atLeast = 0): void => {
    forget?.();
    const due = schedule.dueAt();
    // Without anybody to hold it a copy waits until somebody comes.
    forget = due === null || here().length === 0 ? null : after(Math.max(atLeast, due - nowMs(parts)), work);
  };
  const undo = sync.peers.subscribe(() => arm());
  return {
    changed: (card) => {
      const now = nowMs(parts);
      const turned = changedPart(cards.get(card.slotId), card);
      if (turned !== null && part !== null && turned !== part) schedule.left(now);
      if (turned !== null) part = turned;
      cards.set(card.slotId, card);
      schedule.changed(card.slotId, now);
      arm();
    },
    left: () => {
      schedule.left(nowMs(parts));
      arm();
    },
    close: async () => {
      undo();
      forget?.();
      await turns.idle();
    },
  };
};
