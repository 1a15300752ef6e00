import { z } from "zod";
import type { Card } from "../../domain/card/card";
import { cardSchema } from "../../domain/card/card";
import { inNewestVersion } from "../../domain/card/card-versions";
import type { LoopId, PersonId, SlotId, SubjectId } from "../../domain/ids";
import { timestampSchema } from "../../domain/ids";
import type { Live, Loadable } from "../../domain/live";
import type { Result } from "../../domain/result";
import { ok } from "../../domain/result";
import type { StoreFailure } from "../failure";
import type { RowFormat } from "../rows/row-format";
import { derivedRowId } from "../rows/row-id";
import type { Readout } from "../rows/row-reader";
import type { RowPlace, RowTableContext } from "../rows/row-table";
import { createRowTable } from "../rows/row-table";
import type { DraftCell, DraftState, StoredDraft } from "./draft-cell";
import { createDraftCell } from "./draft-cell";

/** One panelist's card for one slot of one loop. */
export interface DraftKey {
  readonly loopId: LoopId;
  readonly slotId: SlotId;
  readonly personId: PersonId;
}

/** How a draft lies on the disk. */
export const draftFormat: RowFormat<StoredDraft> = {
  collection: "drafts",
  kind: "draft",
  v: 2,
  schema: z.object({ card: cardSchema.transform(inNewestVersion), savedAt: timestampSchema }),
  // The schema reads cards of every version; a draft goes on in the newest.
  upgrades: { 1: (older) => older },
};

/** My draft cards. They leave this laptop only sealed. */
export interface DraftRepository {
  /** The same object for the same card, so that a screen may ask for it at every render. */
  readonly live: (key: DraftKey) => Live<Loadable<DraftState | null>>;
  /** Shown at once, written in the order of the calls; resolves when this card or a newer one is durable. */
  readonly save: (card: Card) => Promise<Result<void, StoreFailure>>;
  /**
   * Puts a card that came from elsewhere where `before` lies, or nothing where it is null. False where something else lies
   * there: what was written here meanwhile stays.
   */
  readonly bringBack: (card: Card, before: Card | null) => Promise<Result<boolean, StoreFailure>>;
  /** What the disk has of a draft. */
  readonly stored: (key: DraftKey) => Promise<Result<StoredDraft | null, StoreFailure>>;
  readonly ofLoop: (loopId: LoopId) => Promise<Result<Readout<StoredDraft>, StoreFailure>>;
  readonly discard: (key: DraftKey) => Promise<Result<void, StoreFailure>>;
  /** Resolves when every save so far is written or has failed. */
  readonly whenIdle: () => Promise<void>;
  /** Drops what is held in plain of a loop, except cards that are shown or not yet written. */
  readonly forget: (subjectId: SubjectId) => void;
  /** Writes again what could not be written; the store calls it when it was reopened. */
  readonly retryFailed: () => void;
}

const placeOf = async ({ loopId, slotId, personId }: DraftKey): Promise<RowPlace> => ({
  id: await derivedRowId("drafts", loopId, slotId, personId),
  subjectId: loopId,
});

const nameOf = ({ loopId, slotId, personId }: DraftKey): string => `${loopId}/${slotId}/${personId}`;

export const createDraftRepository = (context: RowTableContext): DraftRepository => {
  const table = createRowTable(context, draftFormat, { remember: false });
  const cells = new Map<string, { readonly loopId: LoopId; readonly cell: DraftCell }>();

  const stored = async (key: DraftKey) => table.one((await placeOf(key)).id);

  const write = async (
    key: DraftKey,
    card: Card | null,
  ): Promise<Result<StoredDraft | null, StoreFailure>> => {
    const place = await placeOf(key);
    const draft = card && { card, savedAt: context.now() };
    const written = draft === null ? await table.remove([place.id]) : await table.put(place, draft);
    return written.ok ? ok(draft) : written;
  };

  const cellOf = (key: DraftKey): DraftCell => {
    const known = cells.get(nameOf(key));
    if (known !== undefined) return known.cell;
    const cell = createDraftCell({ read: () => stored(key), write: (card) => write(key, card) });
    cells.set(nameOf(key), { loopId: key.loopId, cell });
    return cell;
  };

  const bringBack = async (card: Card, before: Card | null): Promise<Result<boolean, StoreFailure>> => {
    const cell = cellOf(card);
    const onDisk = await stored(card);
    if (!onDisk.ok) return onDisk;
    const shown = cell.live.get();
    // What is shown is never older than the disk. Between here and `replace` nobody else has a turn.
    const there = shown.state === "ready" ? (shown.value?.card ?? null) : (onDisk.value?.card ?? null);
    if (JSON.stringify(there) !== JSON.stringify(before)) return ok(false);
    const written = await cell.replace(card);
    return written.ok ? ok(true) : written;
  };

  return {
    live: (key) => cellOf(key).live,
    bringBack,
    save: (card) => cellOf(card).save(card),
    stored,
    ofLoop: table.ofSubject,
    discard: (key) => cellOf(key).discard(),
    whenIdle: async () => {
      await Promise.all([...cells.values()].map(({ cell }) => cell.whenIdle()));
    },
    forget: (subjectId) => {
      for (const [name, { loopId, cell }] of cells)
        if (loopId === subjectId && !cell.isInUse()) cells.delete(name);
    },
    retryFailed: () => {
      for (const { cell } of cells.values()) cell.retry();
    },
  };
};
