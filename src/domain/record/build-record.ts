import type { Card } from "../card/card";
import type { Kit } from "../kit/kit";
import { type DebriefWords, noDebriefWords } from "../loop/debrief-words";
import type { CardState, LoopView, RevealState, SealedRevision } from "../loop/loop-view";
import type { Plan } from "../loop/plan";
import { type Person, wearsHat } from "../loop/roster";
import type { SlotNotes } from "../loop/shared-line";
import { err, ok, type Result } from "../result";
import { debriefSince } from "../sealing/debrief-entries";
import type { SignedEntry } from "../sealing/entries";
import { typistSince } from "../sealing/typist-entry";
import type { LoopRecord, MissingCard, RecordCard } from "./record";

/** Why there is no record yet. */
export type RecordRefusal = { readonly type: "notRevealed" } | { readonly type: "incomplete" };

export interface RecordSources {
  /** The protocol of the loop's charter. */
  readonly protocol: number;
  /** Discussion notes by item. */
  readonly discussion: readonly { readonly item: string; readonly text: string }[];
  /** The shared notes of slots that have some. */
  readonly sharedNotes?: readonly SlotNotes[] | undefined;
  /** Every entry the view was made from, in a stable order. */
  readonly entries: readonly SignedEntry[];
}

const isShadow = (persons: readonly Person[], personId: string): boolean => {
  const person = persons.find((known) => known.personId === personId);
  return person !== undefined && wearsHat(person, "shadow");
};

const escrowPart = ({ brokenGlass }: SealedRevision, published: boolean): Pick<RecordCard, "escrow"> => {
  const openedEarly = brokenGlass
    .filter(({ witnesses }) => witnesses.length > 0)
    .map(({ personId, at, reason, witnesses }) => ({ personId, at, reason, witnesses: [...witnesses] }));
  return published || openedEarly.length > 0 ? { escrow: { published, openedEarly } } : {};
};

/** The typist's name and reason as the authority signed them, whatever stands in the card itself. */
const withTypist = (card: Card, { typedIn }: SealedRevision): Card =>
  typedIn === undefined ? card : { ...card, onBehalf: { by: typedIn.by, reason: typedIn.reason } };

const toRecordCard = (view: LoopView, state: CardState, sealed: SealedRevision): readonly RecordCard[] => {
  if (sealed.opened?.state !== "open") return [];
  const { card, dependence, byEscrow } = sealed.opened;
  return [
    {
      envelopeHash: sealed.envelopeHash,
      slotId: state.slotId,
      personId: state.personId,
      deviceId: sealed.deviceId,
      revision: sealed.revision,
      sealedAt: sealed.sealedAt,
      independent: dependence.length === 0,
      dependence: [...dependence],
      shadow: isShadow(view.persons, state.personId),
      card: withTypist(card, sealed),
      ...escrowPart(sealed, byEscrow),
    },
  ];
};

/** A version that was set aside stands for nobody, open or not. */
const missingReason = (state: CardState): MissingCard["reason"] | null => {
  if (state.sealed.length === 0) return "notSealed";
  const counting = state.sealed.filter(({ setAside }) => !setAside);
  if (counting.some((sealed) => sealed.opened?.state === "open")) return null;
  return counting.some((sealed) => sealed.opened?.state === "doesNotOpen") ? "doesNotOpen" : "notReleased";
};

const toMissing = (state: CardState): readonly MissingCard[] => {
  const reason = state.required ? missingReason(state) : null;
  return reason === null ? [] : [{ slotId: state.slotId, personId: state.personId, reason }];
};

interface Revealed {
  readonly plan: Plan;
  readonly kit: Kit;
  readonly reveal: RevealState;
}

const takeoversOf = ({ authority: { takeovers } }: LoopView): Pick<LoopRecord, "takeovers"> =>
  takeovers.length === 0
    ? {}
    : { takeovers: takeovers.map(({ personId, at, reason }) => ({ personId, at, reason })) };

/** Lists that say something: what nobody spoke of is absent. */
const spokenOf = ({ debrief }: LoopView): Pick<LoopRecord, keyof DebriefWords> => {
  const { secondRatings, levelReadings, countersignatures, reopenings } = debrief ?? noDebriefWords;
  return {
    ...(secondRatings.length === 0 ? {} : { secondRatings: [...secondRatings] }),
    ...(levelReadings.length === 0 ? {} : { levelReadings: [...levelReadings] }),
    ...(countersignatures.length === 0 ? {} : { countersignatures: [...countersignatures] }),
    ...(reopenings.length === 0 ? {} : { reopenings: [...reopenings] }),
  };
};

const acceptedIn = ({ acceptances }: LoopView): Pick<LoopRecord, "acceptances"> =>
  acceptances === null || acceptances.length === 0 ? {} : { acceptances: [...acceptances] };

/** Threads as the loop's protocol has them: before 4 a record does not say who settled one. */
const threadsIn = ({ comments }: LoopView, protocol: number): Pick<LoopRecord, "comments"> => {
  if (comments.length === 0) return {};
  if (protocol >= debriefSince) return { comments: [...comments] };
  return { comments: comments.map(({ resolutions: _, ...thread }) => thread) };
};

/** A loop's protocol says in which version its record is made, so that all its laptops make the same. */
const versionIn = (protocol: number): LoopRecord["formatVersion"] => {
  if (protocol >= typistSince) return 4;
  return protocol >= debriefSince ? 3 : 1;
};

const assemble = (view: LoopView, { plan, kit, reveal }: Revealed, sources: RecordSources): LoopRecord => ({
  format: "panelbook-record",
  formatVersion: versionIn(sources.protocol),
  protocol: sources.protocol,
  loopId: view.loopId,
  kit,
  plan,
  persons: [...view.persons],
  facilitator: view.facilitator ?? reveal.calledBy,
  cards: view.cards.flatMap((state) => state.sealed.flatMap((sealed) => toRecordCard(view, state, sealed))),
  missing: view.cards.flatMap(toMissing),
  reveal: { ...reveal },
  ...takeoversOf(view),
  decision: view.decision?.decision ?? null,
  decidedAt: view.decision?.decidedAt ?? null,
  discussion: sources.discussion.filter((note) => note.text !== "").map((note) => ({ ...note })),
  ...(sources.sharedNotes === undefined || sources.sharedNotes.length === 0
    ? {}
    : { sharedNotes: [...sources.sharedNotes] }),
  ...threadsIn(view, sources.protocol),
  ...(sources.protocol >= debriefSince ? { ...spokenOf(view), ...acceptedIn(view) } : {}),
  entries: [...sources.entries],
});

/** The record of a revealed loop. Refused before the reveal, and while plan or kit have not arrived whole. */
export const buildRecord = (view: LoopView, sources: RecordSources): Result<LoopRecord, RecordRefusal> => {
  const { plan, kit, reveal } = view;
  if (reveal === null) return err({ type: "notRevealed" });
  if (plan === null || kit === null) return err({ type: "incomplete" });
  return ok(assemble(view, { plan, kit, reveal }, sources));
};
