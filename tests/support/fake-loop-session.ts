import type { BorrowedHere, DraftState, LoopSession, RoomState } from "../../src/bindings/services";
import type { SharedNotesState } from "../../src/bindings/shared-notes";
import { type Card, cardSchema } from "../../src/domain/card/card";
import { cardProgress } from "../../src/domain/card/check-card";
import {
  deviceIdSchema,
  hashSchema,
  type PersonId,
  type SlotId,
  timestampSchema,
} from "../../src/domain/ids";
import { type Live, type Loadable, liveCell } from "../../src/domain/live";
import { changePlan as planAfter } from "../../src/domain/loop/day/plan-change";
import { planDifferences } from "../../src/domain/loop/day/plan-difference";
import type { KeptWords } from "../../src/domain/loop/kept-words";
import type { CardState, LoopView, SealedRevision } from "../../src/domain/loop/loop-view";
import { noRefusals, type Refusals } from "../../src/domain/loop/refusals";
import type { Device } from "../../src/domain/loop/roster";
import type { SlotNotes } from "../../src/domain/loop/shared-line";
import { buildRecord } from "../../src/domain/record/build-record";
import { err, ok } from "../../src/domain/result";
import { protocolVersion } from "../../src/domain/sealing/entries";
import { aHash } from "./builders/ids";
import { fakeDebriefWords } from "./fake-debrief-words";
import { fakeSharedNotes } from "./fake-shared-notes";

/** What a fake session starts from. */
export interface FakeLoop {
  readonly view: LoopView;
  readonly room: RoomState;
  /** The drafts of this laptop's person. */
  readonly drafts?: readonly Card[];
  /** What every sealed card says; opened at the reveal. */
  readonly contents?: readonly Card[];
  readonly discussion?: Readonly<Record<string, string>>;
  /** The invite and everything else that opening the room brings. */
  readonly opened?: Partial<RoomState>;
  readonly refused?: Refusals;
  readonly borrowed?: BorrowedHere;
  /** What a slot's interviewers wrote together, the same in every slot. */
  readonly sharedNotes?: Omit<SharedNotesState, "text">;
  /** What stands in the record of what slots' interviewers wrote together. */
  readonly slotNotes?: readonly SlotNotes[];
  /** What went out of shared notes and is kept here. */
  readonly keptWords?: readonly KeptWords[];
  /** Hand-offs that were read already. */
  readonly readHandOffs?: readonly string[];
  readonly now: () => string;
}

type Change<Value> = (before: Value) => Value;

const belongsTo = (card: Pick<Card, "slotId" | "personId">) => (state: CardState) =>
  state.slotId === card.slotId && state.personId === card.personId;

const withCard = (view: LoopView, card: Card, change: Change<CardState>): LoopView => ({
  ...view,
  cards: view.cards.map((state) => (belongsTo(card)(state) ? change(state) : state)),
});

const opened = (revision: SealedRevision, card: Card | undefined): SealedRevision =>
  card === undefined
    ? revision
    : { ...revision, opened: { state: "open", card, dependence: [], byEscrow: false } };

const draftsOf = (cards: readonly Card[], me: PersonId | undefined) => {
  const cells = new Map<string, ReturnType<typeof liveCell<Loadable<DraftState | null>>>>();
  const open = (slotId: SlotId, of?: PersonId) => {
    const key = `${slotId}/${of ?? me ?? ""}`;
    const known = cells.get(key);
    if (known !== undefined) return known;
    const card = cards.find(
      (draft) => draft.slotId === slotId && (of === undefined || draft.personId === of),
    );
    const state: DraftState | null = card === undefined ? null : { card, save: "saved", savedAt: null };
    const cell = liveCell<Loadable<DraftState | null>>({ state: "ready", value: state });
    cells.set(key, cell);
    return cell;
  };
  return open;
};

const notesOf = (texts: Readonly<Record<string, string>>) => {
  const notes = new Map(Object.entries(texts).map(([item, text]) => [item, liveCell(text)]));
  return {
    open: (item: string): ReturnType<typeof liveCell<string>> => {
      const note = notes.get(item) ?? liveCell("");
      notes.set(item, note);
      return note;
    },
    all: () => [...notes].map(([item, note]) => ({ item, text: note.get() })),
  };
};

/** A loop in memory with the manners of a real one: nothing is signed, everything a screen does can be seen in `view`. */
export const fakeLoopSession = (loop: FakeLoop): LoopSession & { readonly view: Live<LoopView> } => {
  const view = liveCell(loop.view);
  const room = liveCell(loop.room);
  const draft = draftsOf(loop.drafts ?? [], loop.view.me?.personId);
  const notes = notesOf(loop.discussion ?? {});
  const sealedHere: Card[] = [];
  const kept = liveCell(loop.keptWords ?? []);
  const read = liveCell<ReadonlySet<string>>(new Set(loop.readHandOffs ?? []));
  const change = (make: Change<LoopView>) => view.set(make(view.get()));
  const at = () => timestampSchema.parse(loop.now());
  const contentOf = (state: CardState) =>
    [...sealedHere, ...(loop.contents ?? [])].find((card) => belongsTo(card)(state));

  return {
    view,
    room,
    refused: liveCell(loop.refused ?? noRefusals),
    draft,
    saveDraft: (card, changed = []) => {
      draft(card.slotId, card.personId).set({
        state: "ready",
        value: { card, save: "saved", savedAt: at() },
      });
      change((before) => withCard(before, card, (state) => ({ ...state, progress: cardProgress(card) })));
      const { slotId, personId } = card;
      for (const { questionId, state } of changed) {
        const mark = { slotId, questionId, personId, state };
        const isOther = (known: typeof mark) =>
          known.slotId !== slotId || known.questionId !== questionId || known.personId !== personId;
        change((before) => ({ ...before, coverage: [...before.coverage.filter(isOther), mark] }));
      }
    },
    borrowed: liveCell(loop.borrowed ?? null),
    wipe: async () => ok(undefined),
    handOff: (to, text) => {
      const { me } = view.get();
      if (me === null) return;
      change((before) => {
        const note = { id: `note-${before.handOffs.length}`, from: me.personId, to, text, at: at() };
        return { ...before, handOffs: [...before.handOffs, note] };
      });
    },
    readHandOffs: read,
    markHandOffsRead: (ids) => read.set(new Set([...read.get(), ...ids])),
    seal: async (card) => {
      sealedHere.push(cardSchema.parse(card));
      const revision: SealedRevision = {
        envelopeHash: aHash(hashSchema, `env-${card.personId}-${card.slotId}`),
        revision: 1,
        deviceId: aHash(deviceIdSchema, "this"),
        sealedAt: at(),
        heldBy: [],
        copies: [],
        confirmation: { needed: 2, lacking: 2, keepers: [] },
        late: false,
        setAside: false,
        brokenGlass: [],
        opened: null,
      };
      change((before) => withCard(before, card, (state) => ({ ...state, sealed: [revision] })));
      return ok(undefined);
    },
    startHosting: async () => {
      room.set({ ...room.get(), ...loop.opened, hosting: true });
      return ok(undefined);
    },
    stopHosting: async () => room.set({ ...room.get(), hosting: false, invite: null, lobby: [] }),
    admit: async (requestId) => {
      room.set({ ...room.get(), lobby: room.get().lobby.filter((one) => one.requestId !== requestId) });
      return ok(undefined);
    },
    deny: async (requestId) =>
      room.set({ ...room.get(), lobby: room.get().lobby.filter((one) => one.requestId !== requestId) }),
    remove: async (target, reason) => {
      const by = view.get().me?.personId ?? null;
      change((before) => {
        const isMeant = (device: Device) =>
          "deviceId" in target ? device.deviceId === target.deviceId : device.personId === target.personId;
        const gone = before.devices.filter(isMeant);
        return {
          ...before,
          devices: before.devices.filter((device) => !gone.includes(device)),
          removals: [...before.removals, ...gone.map((device) => ({ ...device, at: at(), reason, by }))],
        };
      });
      return ok(undefined);
    },
    reveal: async (early) => {
      const { facilitator } = view.get();
      if (facilitator === null) return err({ type: "notAMember" });
      change((before) => ({
        ...before,
        reveal: {
          callHash: aHash(hashSchema, "call"),
          calledBy: facilitator,
          calledAt: at(),
          rule: early === null ? "allSealed" : "early",
          reason: early?.reason ?? "",
        },
        cards: before.cards.map((state) => ({
          ...state,
          sealed: state.sealed.map((revision) => opened(revision, contentOf(state))),
        })),
      }));
      return ok(undefined);
    },
    decide: async (decision) => {
      const hash = aHash(hashSchema, "decision");
      change((before) => ({ ...before, decision: { hash, decision, decidedAt: at() } }));
      return ok(undefined);
    },
    changePlan: async (planChange, reason, newcomer = null) => {
      const { plan, persons, authority, cards, day, me } = view.get();
      if (plan === null) return err({ type: "planMissing" });
      const everybody = newcomer === null ? persons : [...persons, newcomer];
      const sealed = cards.filter((card) => card.sealed.length > 0);
      const after = planAfter(plan, planChange, {
        persons: everybody,
        escrow: authority.escrow,
        sealed,
        begun: false,
      });
      if (!after.ok) return err({ ...after.error });
      const state = {
        hash: aHash(hashSchema, `plan-${day.changes.length + 2}`),
        version: day.changes.length + 2,
        at: at(),
        by: me?.personId ?? null,
        reason,
        differences: planDifferences(plan, after.value),
      };
      change((before) => ({
        ...before,
        plan: after.value,
        persons: everybody,
        day: { ...before.day, changes: [...before.day.changes, state] },
      }));
      return ok(undefined);
    },
    endLoop: async (cause, reason) => {
      const by = view.get().me?.personId ?? null;
      const hash = aHash(hashSchema, "ended");
      const ended = { hash, cause, reason, by, at: at(), retentionFrom: at().slice(0, 10) };
      change((before) => ({ ...before, day: { ...before.day, ended } }));
      return ok(undefined);
    },
    resumeLoop: async () => {
      change((before) => ({ ...before, day: { ...before.day, ended: null } }));
      return ok(undefined);
    },
    accept: async (conflict, wording) => {
      const { me } = view.get();
      if (me === null) return err({ type: "notAMember" });
      const accepted = {
        hash: aHash(hashSchema, "acceptance"),
        personId: me.personId,
        at: at(),
        conflict: conflict.kind === "none" ? null : conflict.text,
        wording,
      };
      change((before) => ({ ...before, acceptances: [...(before.acceptances ?? []), accepted] }));
      return ok(undefined);
    },
    takeOver: async (reason) => {
      const { me } = view.get();
      if (me === null) return err({ type: "notAMember" });
      const takeover = { hash: aHash(hashSchema, "takeover"), personId: me.personId, at: at(), reason };
      change((before) => ({
        ...before,
        authority: {
          ...before.authority,
          inCharge: me.personId,
          takeovers: [...before.authority.takeovers, takeover],
          mine: "acts",
        },
      }));
      return ok(undefined);
    },
    vouch: async (other) => {
      change((before) => ({
        ...before,
        ownLaptops: before.ownLaptops.map((laptop) =>
          laptop.deviceId === other ? { ...laptop, vouched: true } : laptop,
        ),
      }));
      return ok(undefined);
    },
    nameTypist: async ({ slotId, personId }, by, reason) => {
      const typist = { hash: aHash(hashSchema, "typist"), by, at: at(), reason };
      change((before) => ({
        ...before,
        cards: before.cards.map((state) =>
          state.slotId === slotId && state.personId === personId
            ? { ...state, typists: [...(state.typists ?? []), typist] }
            : state,
        ),
      }));
      return ok(undefined);
    },
    choose: async (slotId, chosen) => {
      const { me } = view.get();
      change((before) => ({
        ...before,
        cards: before.cards.map((state) =>
          state.slotId === slotId && state.personId === me?.personId
            ? {
                ...state,
                forked: false,
                sealed: state.sealed.map((one) => ({ ...one, setAside: one.envelopeHash !== chosen })),
              }
            : state,
        ),
      }));
      return ok(undefined);
    },
    breakGlass: async (envelopeHash, reason) => {
      const { me } = view.get();
      if (me === null) return err({ type: "notAMember" });
      const glass = {
        hash: aHash(hashSchema, "glass"),
        personId: me.personId,
        at: at(),
        reason,
        witnesses: [],
      };
      change((before) => ({
        ...before,
        cards: before.cards.map((state) => ({
          ...state,
          sealed: state.sealed.map((one) =>
            one.envelopeHash === envelopeHash ? { ...one, brokenGlass: [...one.brokenGlass, glass] } : one,
          ),
        })),
      }));
      return ok(undefined);
    },
    openByEscrow: async (envelopeHash) => {
      const state = view.get().cards.find((one) => one.sealed.some((s) => s.envelopeHash === envelopeHash));
      const card = state === undefined ? undefined : contentOf(state);
      return card === undefined ? err({ type: "noWitness" }) : ok(card);
    },
    releaseByEscrow: async () => ok(undefined),
    sharesNotes: () => true,
    openSharedNotes: () => fakeSharedNotes(loop.sharedNotes, view.get().me?.personId ?? null),
    ...fakeDebriefWords(view, at),
    discussion: notes.open,
    setDiscussion: (item, text) => notes.open(item).set(text),
    keptWords: kept,
    putBackWords: (id) => {
      const one = kept.get().find((known) => known.id === id);
      if (one?.note.kind === "discussion") notes.open(one.note.item).set(one.words);
      kept.set(kept.get().filter((known) => known !== one));
    },
    dismissWords: (id) => kept.set(kept.get().filter((known) => known.id !== id)),
    record: async () => {
      const made = buildRecord(view.get(), {
        protocol: protocolVersion,
        discussion: notes.all(),
        sharedNotes: loop.slotNotes,
        entries: [],
      });
      return made.ok ? ok({ record: made.value, hash: "kQ7v9cXz2LmB4tR8wYpA1sDfGhJkL0qWeRtYuIoPaSd" }) : made;
    },
    close: async () => undefined,
  };
};
