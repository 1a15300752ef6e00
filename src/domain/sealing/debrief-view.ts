import type {
  Countersignature,
  DebriefWords,
  LevelReading,
  Reopening,
  SecondRating,
} from "../loop/debrief-words";
import { debriefSince } from "./debrief-entries";
import type { AuthenticEntry } from "./entries";
import { standingDecision, standingLevelReadings, standingSecondRatings } from "./ledger/debrief-words";
import type { LoopLedger } from "./ledger/ledger";

type Word = AuthenticEntry<"secondRating" | "levelReading" | "countersignature" | "reopening">;

/** By the signers' clocks, which prove nothing; of one moment by the entries' names, the same on every laptop. */
const byTime = (one: Word, other: Word): number =>
  one.body.at.localeCompare(other.body.at) || (one.hash < other.hash ? -1 : 1);

const saidIn = ({ hash, body: { personId, at } }: Word) => ({ hash, personId, at });

/** Of several that stand, since two laptops spoke apart, the newest by the person's clocks. */
const counting = <Entry extends Word>(entries: readonly Entry[]): string | undefined =>
  entries.toSorted(byTime).at(-1)?.hash;

const toSecondRating = (entry: AuthenticEntry<"secondRating">, ledger: LoopLedger): SecondRating => {
  const { item, value, reason } = entry.body;
  const stands = counting(standingSecondRatings(entry.body, ledger.secondRatings));
  return { ...saidIn(entry), item, value, reason, replaced: stands !== entry.hash };
};

const toLevelReading = (entry: AuthenticEntry<"levelReading">, ledger: LoopLedger): LevelReading => {
  const { competencyId, levelId, reason } = entry.body;
  const stands = counting(standingLevelReadings(competencyId, ledger.levelReadings));
  return { ...saidIn(entry), competencyId, levelId, reason, replaced: stands !== entry.hash };
};

const countersignaturesOf = (ledger: LoopLedger): readonly Countersignature[] => {
  const decision = standingDecision(ledger);
  const under = ledger.countersignatures
    .filter(({ body }) => body.decisionHash === decision?.hash)
    .toSorted(byTime);
  const first = new Map(under.toReversed().map((entry) => [entry.body.personId, entry]));
  return under.filter((entry) => first.get(entry.body.personId) === entry).map(saidIn);
};

const toReopening = (entry: AuthenticEntry<"reopening">, { decisions }: LoopLedger): readonly Reopening[] => {
  const reopened = decisions.find(({ hash }) => hash === entry.body.decisionHash);
  if (reopened === undefined) return [];
  const { decision, at } = reopened.body;
  return [{ ...saidIn(entry), reason: entry.body.reason, decision, decidedAt: at }];
};

/** What was signed in the debrief, the same on every laptop with the same entries; null where the loop's protocol has no words for it. */
export const debriefWordsOf = (ledger: LoopLedger): DebriefWords | null => {
  if (ledger.charter === null || ledger.charter.body.protocol < debriefSince) return null;
  return {
    secondRatings: ledger.secondRatings.toSorted(byTime).map((entry) => toSecondRating(entry, ledger)),
    levelReadings: ledger.levelReadings.toSorted(byTime).map((entry) => toLevelReading(entry, ledger)),
    countersignatures: countersignaturesOf(ledger),
    reopenings: ledger.reopenings.toSorted(byTime).flatMap((entry) => toReopening(entry, ledger)),
  };
};
