import type { Failure, IdService, LoopSession } from "../../bindings/services";
import type { Card } from "../../domain/card/card";
import { cardProgress } from "../../domain/card/check-card";
import { type PersonId, timestampSchema } from "../../domain/ids";
import { inTurn } from "../../domain/in-turn";
import { err, type Result } from "../../domain/result";
import type { Store } from "../../store/open-store";
import { type After, afterTimeout } from "./after";
import { followRecord } from "./follow-record";
import { handOffsRead } from "./hand-offs-read";
import type { OpenLoop } from "./open-loop";
import { knowsSharedNotes, type RecordParts, recordDue, recordOfLoop } from "./record-of-loop";
import { sharedNotes } from "./shared-notes";
import { slotNotesDesk } from "./slot-notes-desk";

export interface SessionParts {
  readonly store: Store;
  readonly ids: IdService;
  /** For tests, which do not wait as long as people do. */
  readonly after?: After;
}

/** A note too long for one is several: 5,000 characters are at most 10,000 units of UTF-16, which is what one holds. */
const handOffParts = (text: string): readonly string[] => text.match(/.{1,5000}/gsu) ?? [];

type Me = () => PersonId | null;

/** The author's own card on this laptop, and what of it the others may know. */
const writing = (
  { store, ids }: SessionParts,
  { state, copies, sync: { loop } }: OpenLoop,
  me: Me,
): Pick<LoopSession, "draft" | "saveDraft" | "handOff"> => ({
  draft: (slotId, of) => {
    const personId = of ?? me();
    if (personId === null) throw new Error("a card belongs to a person of the roster");
    return store.drafts.live({ loopId: state.view.get().loopId, slotId, personId });
  },
  saveDraft: (card, changed = []) => {
    const { slotId, personId } = card;
    if (personId !== me()) {
      // Its person may be writing too, and how far that is only their own laptop says.
      void store.drafts.save(card);
      return;
    }
    // One message for colleagues, and on its way before this laptop's own disk is busy.
    loop.together(() => {
      for (const { questionId, state: mark } of changed)
        loop.markCoverage({ slotId, questionId, personId, state: mark });
      loop.setProgress({ slotId, personId, ...cardProgress(card) });
    });
    // How it went is in the draft's own state.
    void store.drafts.save(card).then((saved) => saved.ok && copies.changed(card));
  },
  handOff: (to, text) => {
    const from = me();
    if (from === null) return;
    const [id, at] = [ids.newId(), timestampSchema.parse(ids.now())];
    // Notes of one moment are ordered by their ids.
    for (const [index, part] of handOffParts(text).entries())
      loop.addHandOff({ id: `${id}-${index}`, from, to, text: part, at });
  },
});

type Done = Result<void, Failure>;

/** What a card that was typed in for somebody asked: the coverage of the day is theirs, whoever typed. */
const markAsked = (loop: OpenLoop["sync"]["loop"], { slotId, personId, answers }: Card): void =>
  loop.together(() => {
    for (const { questionId, state } of answers)
      if (state !== "open") loop.markCoverage({ slotId, questionId, personId, state });
  });

type AuthorActs = "vouch" | "choose";
type DayActs = "changePlan" | "endLoop" | "resumeLoop";
type EscrowActs = "breakGlass" | "openByEscrow" | "releaseByEscrow";

/** An act is done when everything it causes on this laptop is done. */
const acting = (
  { state, acts, door, passed, sync }: OpenLoop,
  me: Me,
): Pick<
  LoopSession,
  | "seal"
  | "admit"
  | "remove"
  | "reveal"
  | "decide"
  | "takeOver"
  | "accept"
  | "nameTypist"
  | AuthorActs
  | EscrowActs
  | DayActs
> => {
  const settled = async (done: Done): Promise<Done> => {
    if (done.ok) await state.settle();
    return done;
  };
  return {
    seal: async (card) => {
      const sealed = await settled(await acts.seal(card));
      if (sealed.ok && card.personId !== me()) markAsked(sync.loop, card);
      return sealed;
    },
    admit: async (requestId, personId) => {
      const fault = acts.mayAdmit(personId);
      if (fault !== null) return err(fault);
      const elsewhere = passed.laptopOf(requestId);
      // The roster first: the other laptop hands out the secret once it says so.
      if (elsewhere !== null) return settled(await acts.admit({ ...elsewhere, personId }));
      const admitted = await door.admit(requestId, personId);
      return admitted.ok ? acts.admit(admitted.value) : admitted;
    },
    remove: async (target, reason) => settled(await acts.remove(target, reason)),
    reveal: async (early) => {
      const personId = me();
      return personId === null ? err({ type: "notAMember" }) : settled(await acts.reveal(personId, early));
    },
    decide: async (decision) => settled(await acts.decide(decision)),
    changePlan: async (change, reason, newcomer = null) =>
      settled(await acts.changePlan(change, reason, newcomer)),
    endLoop: async (cause, reason) => settled(await acts.endLoop(cause, reason)),
    resumeLoop: async (reason) => settled(await acts.resumeLoop(reason)),
    accept: async (conflict, wording) => settled(await acts.accept(conflict, wording)),
    nameTypist: async (card, by, reason) => settled(await acts.nameTypist(card, by, reason)),
    takeOver: async (reason) => settled(await acts.takeOver(reason)),
    vouch: async (other) => settled(await acts.vouch(other)),
    choose: async (slotId, chosen) => settled(await acts.choose(slotId, chosen)),
    breakGlass: async (envelopeHash, reason) => settled(await acts.breakGlass(envelopeHash, reason)),
    openByEscrow: acts.openByEscrow,
    releaseByEscrow: async (envelopeHash) => settled(await acts.releaseByEscrow(envelopeHash)),
  };
};

const recordParts = (
  { store }: SessionParts,
  { sync, state, book, acts, device }: OpenLoop,
): RecordParts => ({
  store,
  doc: sync.loop,
  deviceId: device.deviceId,
  view: state.view.get,
  ledger: state.ledger,
  ledgerOf: state.ledgerOf,
  opened: state.opened,
  entries: () => book.state.get().entries,
  close: acts.closeRecord,
});

/** The record, and its being kept up to date; `close` ends that. */
const recordDesk = (parts: SessionParts, open: OpenLoop) => {
  const record = recordParts(parts, open);
  const turns = inTurn();
  // One after the other: two that close the record at the same time would both sign it.
  const bring = () =>
    turns.run(async () => {
      await open.state.settle();
      return recordOfLoop(record);
    });
  const stop = followRecord({
    view: open.state.view,
    due: (kept) => recordDue(record, kept),
    bring,
    after: parts.after ?? afterTimeout,
  });
  return {
    record: bring,
    close: async (): Promise<void> => {
      stop();
      await turns.idle();
    },
  };
};

/** An open loop as the screens have it. */
export const loopSession = (parts: SessionParts, open: OpenLoop): Omit<LoopSession, "borrowed" | "wipe"> => {
  const { sync, state, door, room } = open;
  const me: Me = () => state.view.get().me?.personId ?? null;
  const desk = recordDesk(parts, open);
  const read = handOffsRead(parts.store.settings, state.view.get().loopId);
  return {
    view: state.view,
    room: room.state,
    refused: open.refused,
    ...writing(parts, open, me),
    ...acting(open, me),
    readHandOffs: read.ids,
    markHandOffsRead: read.mark,
    startHosting: room.host,
    stopHosting: room.unhost,
    deny: async (requestId) => {
      if (open.passed.laptopOf(requestId) === null) await door.deny(requestId);
      else open.passed.turnAway(requestId);
    },
    sharesNotes: () => knowsSharedNotes(state.ledger()),
    openSharedNotes: (slotId) => {
      const personId = me();
      if (personId === null) throw new Error("shared notes are written by a person of the roster");
      return slotNotesDesk({ sync, view: state.view, ownDevice: open.device.deviceId }, slotId, personId);
    },
    rateAgain: (made) => open.acts.rateAgain(made),
    readLevel: (made) => open.acts.readLevel(made),
    countersign: () => open.acts.countersign(),
    reopenDecision: (reason) => open.acts.reopen(reason),
    comment: (made) => open.acts.comment(made),
    resolveThread: (thread, state) => open.acts.resolve(thread, state),
    discussion: sharedNotes(sync.loop),
    setDiscussion: (item, text) =>
      sync.loop.setDiscussion(item, text, knowsSharedNotes(state.ledger()) ? me() : null),
    keptWords: open.words.kept,
    putBackWords: open.words.putBack,
    dismissWords: open.words.dismiss,
    record: desk.record,
    close: async () => {
      await desk.close();
      await open.close();
    },
  };
};
