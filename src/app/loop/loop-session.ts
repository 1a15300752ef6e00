import * as Y from "yjs";
import type { Bridge } from "../../../electron/contract/bridge";
import type { Failure, IdService, LoopSession } from "../../bindings/services";
import { cardProgress } from "../../domain/card/check-card";
import { type LoopId, timestampSchema } from "../../domain/ids";
import { type Live, liveCell } from "../../domain/live";
import { err, ok, type Result } from "../../domain/result";
import type { Store } from "../../store/open-store";
import type { StoredLoop } from "../../store/repositories/loop-repository";
import type { LoopDoc } from "../../sync/loop-doc/loop-doc";
import { openRoom as openSyncRoom } from "../../sync/room";
import { type ActParts, admitAct, decideAct, revealAct, sealCardAct } from "./acts";
import { openEntryBook } from "./entry-book";
import { openLoopState } from "./loop-state";
import type { LoopVault } from "./loop-vault";
import { recordOfLoop } from "./record-of-loop";
import { createRoom, joinIfKnown, type Meet } from "./room";
import { createRoomDoor } from "./room-door";
import { updatedSummary } from "./summary";

export interface SessionParts {
  readonly store: Store;
  readonly vault: LoopVault;
  readonly lan: Bridge["lan"];
  readonly ids: IdService;
  /** The way from a loop's document to the others. */
  readonly meetFor: (loopId: LoopId) => Meet;
  /** Where the others were reached last; empty where this laptop founded the loop. */
  readonly signalingUrls: (loopId: LoopId) => Promise<readonly string[]>;
}

/** Opens a loop of this laptop: its document from the disk, everything derived from it, and its room. */
export const openLoopSession = async (
  parts: SessionParts,
  loopId: LoopId,
): Promise<Result<LoopSession, Failure>> => {
  const { store, vault, ids } = parts;
  const stored = await store.loops.one(loopId);
  if (!stored.ok) return err({ ...stored.error });
  if (stored.value === null) return err({ type: "unknownLoop" });
  const { charterHash } = stored.value;
  if (charterHash === null) return err({ type: "unknownLoop" });
  const keyed = await store.openSubject(loopId);
  if (!keyed.ok) return err({ ...keyed.error });
  const opened = await openSyncRoom({
    loopId,
    deviceId: vault.device.deviceId,
    doc: new Y.Doc(),
    persistence: store.loopUpdates,
  });
  if (!opened.ok) return err({ ...opened.error });
  const sync = opened.value;
  const doc = sync.loop;

  const book = openEntryBook(doc, vault);
  const trouble = liveCell<Failure | null>(null);
  const state = openLoopState({
    loopId,
    store,
    vault,
    book,
    ids,
    sync,
    charterHash,
    onTrouble: (failure) => trouble.set({ ...failure }),
  });
  await state.settle();
  const door = createRoomDoor(parts.lan, loopId, charterHash);
  const room = createRoom({
    door,
    sync,
    meet: parts.meetFor(loopId),
    devices: () => state.view.get().devices,
  });
  const undoSummary = keepSummary(store, stored.value, state.view);
  const act: ActParts = { vault, book, ids, ledger: state.ledger };
  void joinIfKnown(room, await parts.signalingUrls(loopId));

  const me = () => state.view.get().me?.personId ?? null;
  return ok({
    view: state.view,
    room: room.state,
    draft: (slotId) => {
      const personId = me();
      if (personId === null) throw new Error("a card belongs to a person of the roster");
      return store.drafts.live({ loopId, slotId, personId });
    },
    saveDraft: (card) => {
      void store.drafts.save(card);
      doc.setProgress({ slotId: card.slotId, personId: card.personId, ...cardProgress(card) });
    },
    markCoverage: (slotId, questionId, mark) => {
      const personId = me();
      if (personId !== null) doc.markCoverage({ slotId, questionId, personId, state: mark });
    },
    handOff: (to, text) => {
      const from = me();
      if (from === null) return;
      doc.addHandOff({ id: ids.newId(), from, to, text, at: timestampSchema.parse(ids.now()) });
    },
    seal: (card) => sealCardAct(act, card),
    startHosting: room.host,
    stopHosting: room.unhost,
    admit: async (requestId, personId) => {
      const admitted = await door.admit(requestId, personId);
      return admitted.ok ? admitAct(act, admitted.value) : admitted;
    },
    deny: (requestId) => door.deny(requestId),
    reveal: async (early) => {
      const personId = me();
      if (personId === null) return err({ type: "notAMember" });
      const revealed = await revealAct(act, personId, early);
      if (revealed.ok) await state.settle();
      return revealed;
    },
    decide: async (decision) => {
      const decided = await decideAct(act, decision);
      if (decided.ok) await state.settle();
      return decided;
    },
    discussion: sharedNotes(doc),
    setDiscussion: (item, text) => doc.setDiscussion(item, text),
    record: () => recordOfLoop({ store, doc, view: state.view.get, ledger: state.ledger }),
    close: async () => {
      undoSummary();
      room.close();
      state.close();
      book.close();
      await sync.close();
    },
  });
};

/** Keeps the loop's row in the list true to what the loop says; returns its undo. */
const keepSummary = (store: Store, first: StoredLoop, view: LoopSession["view"]): (() => void) => {
  let stored = first;
  const update = (): void => {
    const fresh = updatedSummary(stored, view.get());
    if (fresh === stored) return;
    stored = fresh;
    void store.loops.put(fresh);
  };
  update();
  return view.subscribe(update);
};

/** Debrief notes by item, each the same live object however often it is asked for. */
const sharedNotes = (doc: LoopDoc): LoopSession["discussion"] => {
  const notes = new Map<string, Live<string>>();
  const open = (item: string): Live<string> => ({
    get: () => doc.discussion(item),
    subscribe: (listener) =>
      doc.observe(({ discussions }) => {
        if (discussions.has(item)) listener();
      }),
  });
  return (item) => {
    const note = notes.get(item) ?? open(item);
    notes.set(item, note);
    return note;
  };
};
