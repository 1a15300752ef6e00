import { isSameItem } from "../../debrief/item";
import type { Hash, PersonId } from "../../ids";
import type { AuthenticEntry } from "../entries";
import { bounded, boundedByDecision } from "./bounds";
import { type LaptopGround, signerFault, vouchedLaptops } from "./laptops";
import type { Authority } from "./members";
import { callVerdict, type RevealedGround, revealedVerdict } from "./revealed-card";
import { accepted, judgeEach, refused, type Sorted, type Verdict, waitingFor } from "./verdict";

type SecondRating = AuthenticEntry<"secondRating">;
type LevelReading = AuthenticEntry<"levelReading">;
type Countersignature = AuthenticEntry<"countersignature">;
type Reopening = AuthenticEntry<"reopening">;
type Decision = AuthenticEntry<"decision">;

/** What the words of a debrief are judged by. */
export interface DebriefGround extends RevealedGround {
  readonly members: Authority;
  readonly laptops: LaptopGround;
  readonly decisions: Sorted<Decision>;
}

/** Whoever signs rosters could speak in anybody's name by a laptop that only the roster gives that person. */
const ownWordFault = (
  entry: SecondRating | Countersignature,
  personId: PersonId,
  { members, laptops }: DebriefGround,
): Verdict | null => {
  const fault = signerFault(entry, personId, members);
  if (fault !== null) return fault;
  return vouchedLaptops(personId, laptops).has(entry.deviceId) ? null : refused("laptopNotConfirmed");
};

const judgeSecondRating = (entry: SecondRating, ground: DebriefGround): Verdict => {
  const { personId, envelopeHash } = entry.body;
  const fault = ownWordFault(entry, personId, ground);
  if (fault !== null) return fault;
  const verdict = revealedVerdict(entry.body, ground);
  if (verdict.is !== "accepted") return verdict;
  const isOwn = ground.envelopes.accepted.some(
    ({ hash, body }) => hash === envelopeHash && body.header.personId === personId,
  );
  return isOwn ? accepted : refused("otherPersonsCard");
};

/** Second ratings: by a laptop the person stands by, on a card of theirs that a call opened. */
export const judgeSecondRatings = (
  ratings: readonly SecondRating[],
  ground: DebriefGround,
): Sorted<SecondRating> => bounded(judgeEach(ratings, (entry) => judgeSecondRating(entry, ground)));

const authorityFault = (entry: LevelReading | Reopening, members: Authority): Verdict | null => {
  const fault = signerFault(entry, entry.body.personId, members);
  if (fault !== null) return fault;
  return members.isAuthority(entry) ? null : refused("notTheAuthority");
};

/** Level readings: by the authority, after a call. */
export const judgeLevelReadings = (
  readings: readonly LevelReading[],
  ground: DebriefGround,
): Sorted<LevelReading> =>
  bounded(
    judgeEach(
      readings,
      (entry) => authorityFault(entry, ground.members) ?? callVerdict(entry.body.callHash, ground),
    ),
  );

const decisionVerdict = (decisionHash: Hash, { decisions }: DebriefGround): Verdict => {
  if (decisions.refused.some(({ hash }) => hash === decisionHash)) return refused("decisionRefused");
  return decisions.accepted.some(({ hash }) => hash === decisionHash)
    ? accepted
    : waitingFor("decisionMissing", [decisionHash]);
};

/** Countersignatures under a decision: by a laptop the person stands by, whatever hat they wear. */
export const judgeCountersignatures = (
  signatures: readonly Countersignature[],
  ground: DebriefGround,
): Sorted<Countersignature> =>
  boundedByDecision(
    judgeEach(
      signatures,
      (entry) =>
        ownWordFault(entry, entry.body.personId, ground) ?? decisionVerdict(entry.body.decisionHash, ground),
    ),
  );

/** Reopenings of a decision: by the authority. */
export const judgeReopenings = (reopenings: readonly Reopening[], ground: DebriefGround): Sorted<Reopening> =>
  boundedByDecision(
    judgeEach(
      reopenings,
      (entry) => authorityFault(entry, ground.members) ?? decisionVerdict(entry.body.decisionHash, ground),
    ),
  );

const standing = <Entry extends SecondRating | LevelReading>(own: readonly Entry[]): readonly Entry[] => {
  const replaced = new Set<Hash>(own.flatMap(({ body }) => body.replaces));
  return own.filter(({ hash }) => !replaced.has(hash));
};

/** What stands of a person's second ratings of one item: every word no other of theirs on it stands in place of. */
export const standingSecondRatings = (
  { personId, item }: Pick<SecondRating["body"], "personId" | "item">,
  ratings: readonly SecondRating[],
): readonly SecondRating[] =>
  standing(ratings.filter(({ body }) => body.personId === personId && isSameItem(body.item, item)));

/** What stands of the readings of one competency, whoever of the authority signed them. */
export const standingLevelReadings = (
  competencyId: string,
  readings: readonly LevelReading[],
): readonly LevelReading[] => standing(readings.filter(({ body }) => body.competencyId === competencyId));

/** The decision that counts, unless it was reopened: the head of its chain. */
export const standingDecision = ({
  decision,
  reopenings,
}: {
  readonly decision: Decision | null;
  readonly reopenings: readonly Reopening[];
}): Decision | null =>
  decision === null || reopenings.some(({ body }) => body.decisionHash === decision.hash) ? null : decision;
