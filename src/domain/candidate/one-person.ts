import type { Application } from "../candidates/application";
import { type Likeness, mailsIn, nameKey } from "../candidates/incoming/incoming";
import type { CandidateId, Timestamp } from "../ids";
import { notBefore } from "../not-before";
import { err, ok, type Result } from "../result";
import type { Candidate } from "./candidate";
import type { SamenessAct } from "./sameness";

/** Why an act about who is the same person is refused; the screen words it. */
export type SamenessRefusal =
  | { readonly type: "nameMissing" | "reasonMissing" }
  /** They are one person already, or it is one and the same candidate. */
  | { readonly type: "alreadyJoined" }
  | { readonly type: "notJoined" }
  /** Something happened since: taking the joining back would leave it with the wrong one. */
  | { readonly type: "somethingNew" }
  | { readonly type: "tooManyEvents" };

export interface SamenessDoing {
  readonly at: Timestamp;
  readonly by: string;
}

type Joined = Extract<SamenessAct, { kind: "joined" }>;

/** The joining that holds, or null for a candidate who stands for themselves. */
export const joinedBy = ({ sameness }: Pick<Candidate, "sameness">): Joined | null => {
  const last = sameness.findLast(({ kind }) => kind !== "different");
  return last?.kind === "joined" ? last : null;
};

/**
 * Under whom each candidate is listed. Two laptops may have joined two people the opposite way round: then the one with
 * the smaller id stands for both. Whoever was joined to somebody who is not here stands for themselves.
 */
export const headsOf = (
  candidates: readonly Pick<Candidate, "id" | "sameness">[],
): ReadonlyMap<CandidateId, CandidateId> => {
  const into = new Map(candidates.map((one) => [one.id, joinedBy(one)?.into ?? null]));
  const headOf = (id: CandidateId): CandidateId => {
    const passed: CandidateId[] = [];
    for (let at = id; ; ) {
      if (passed.includes(at)) return passed.slice(passed.indexOf(at)).sort()[0] ?? at;
      passed.push(at);
      const next = into.get(at) ?? null;
      if (next === null || !into.has(next)) return at;
      at = next;
    }
  };
  return new Map(candidates.map(({ id }) => [id, headOf(id)]));
};

/** Everybody who is the same person as this one, with them. */
export const samePerson = (candidates: readonly Candidate[], id: CandidateId): readonly CandidateId[] => {
  const heads = headsOf(candidates);
  return candidates.map((one) => one.id).filter((one) => heads.get(one) === heads.get(id));
};

/** Whether two laptops joined these two the opposite way round: both joinings have to be taken back to part them. */
export const areJoinedBothWays = (one: Candidate, other: Candidate): boolean =>
  joinedBy(one)?.into === other.id && joinedBy(other)?.into === one.id;

const mostActs = 500;

const withAct = (
  candidate: Candidate,
  doing: SamenessDoing,
  act: (stamp: { at: Timestamp; by: string }) => SamenessAct,
): Result<Candidate, SamenessRefusal> => {
  const by = doing.by.trim();
  if (by === "") return err({ type: "nameMissing" });
  if (candidate.sameness.length >= mostActs) return err({ type: "tooManyEvents" });
  const at = notBefore(doing.at, candidate.sameness.at(-1)?.at);
  return ok({ ...candidate, sameness: [...candidate.sameness, act({ at, by })] });
};

/** Lists the candidate under another one from now on; both keep their names, rows and files. */
export const join = (
  candidate: Candidate,
  into: CandidateId,
  doing: SamenessDoing,
  given: string,
  candidates: readonly Candidate[],
): Result<Candidate, SamenessRefusal> => {
  const heads = headsOf(candidates);
  const isOne = candidate.id === into || heads.get(into) === heads.get(candidate.id);
  // Whoever was joined to somebody who is not here stands for themselves, and may be joined anew.
  const isListedUnderAnother = (heads.get(candidate.id) ?? candidate.id) !== candidate.id;
  if (isOne || isListedUnderAnother) return err({ type: "alreadyJoined" });
  const reason = given.trim();
  if (reason === "") return err({ type: "reasonMissing" });
  return withAct(candidate, doing, (stamp) => ({ ...stamp, kind: "joined", into, reason }));
};

/** Whether nothing has happened to any application of these people since. */
const isStill = (applications: readonly Application[], since: Timestamp): boolean =>
  applications.every(({ events }) => events.every(({ at }) => Date.parse(at) <= Date.parse(since)));

/** Whether a joining can be taken back; `applications` are those of both. */
export const mayPart = (candidate: Candidate, applications: readonly Application[]): boolean => {
  const joined = joinedBy(candidate);
  return joined !== null && isStill(applications, joined.at);
};

/** Takes a joining back, as long as nothing happened to any application of the two since. */
export const part = (
  candidate: Candidate,
  doing: SamenessDoing,
  given: string,
  applications: readonly Application[],
): Result<Candidate, SamenessRefusal> => {
  if (joinedBy(candidate) === null) return err({ type: "notJoined" });
  if (!mayPart(candidate, applications)) return err({ type: "somethingNew" });
  const reason = given.trim();
  if (reason === "") return err({ type: "reasonMissing" });
  return withAct(candidate, doing, (stamp) => ({ ...stamp, kind: "parted", reason }));
};

/** Says that two who look alike are two people: they are not proposed again. */
export const keepApart = (
  candidate: Candidate,
  from: CandidateId,
  doing: SamenessDoing,
): Result<Candidate, SamenessRefusal> =>
  withAct(candidate, doing, (stamp) => ({ ...stamp, kind: "different", from }));

/** Two candidates who may be one person. Nobody is joined by being found. */
export interface Twins {
  /** Who came earlier: under them both would be listed. */
  readonly earlier: Candidate;
  readonly later: Candidate;
  readonly likeness: Likeness;
}

const saysDifferent = (one: Candidate, other: Candidate): boolean =>
  one.sameness.some((act) => act.kind === "different" && act.from === other.id);

const marksOf = ({ name, contact }: Candidate): readonly (readonly [string, Likeness])[] => [
  ...mailsIn(contact).map((address) => [`mail:${address}`, "sameMail"] as const),
  ...(nameKey(name) === "" ? [] : [[`name:${nameKey(name)}`, "sameName"] as const]),
];

/** Who may be the same person, by e-mail before name, the newest first; each candidate is proposed with one other. */
export const findTwins = (candidates: readonly Candidate[]): readonly Twins[] => {
  const heads = headsOf(candidates);
  const inOrder = candidates
    .filter(({ id }) => heads.get(id) === id)
    .toSorted((one, other) => one.createdAt.localeCompare(other.createdAt) || one.id.localeCompare(other.id));
  const seen = new Map<string, Candidate[]>();
  const twins: Twins[] = [];
  for (const later of inOrder) {
    const marks = marksOf(later);
    const found = firstOf(marks, ([mark, likeness]) => {
      const earlier = seen.get(mark)?.find((one) => !saysDifferent(later, one) && !saysDifferent(one, later));
      return earlier === undefined ? null : { earlier, later, likeness };
    });
    if (found !== null) twins.push(found);
    for (const [mark] of marks) {
      const alike = seen.get(mark);
      if (alike === undefined) seen.set(mark, [later]);
      else alike.push(later);
    }
  }
  return twins.toReversed();
};

const firstOf = <Item, Found>(items: readonly Item[], look: (item: Item) => Found | null): Found | null => {
  for (const item of items) {
    const found = look(item);
    if (found !== null) return found;
  }
  return null;
};
