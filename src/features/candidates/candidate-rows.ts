import type { KitSummary } from "../../bindings/services";
import type { Candidate } from "../../domain/candidate/candidate";
import { headsOf } from "../../domain/candidate/one-person";
import type { Application } from "../../domain/candidates/application";
import {
  type ApplicationState,
  applicationStates,
  daysSince,
  type Standing,
  standingOf,
} from "../../domain/candidates/standing";
import type { CandidateId, KitId } from "../../domain/ids";
import { stateWords } from "./application-words";
import { words } from "./words";

/** A candidate's application as the list shows it; a candidate without one has a row too. */
export interface CandidateRow {
  readonly key: string;
  readonly candidate: Candidate;
  readonly role: string;
  readonly kitId: KitId | null;
  readonly application: Application | null;
  readonly standing: Standing | null;
  readonly state: string;
  /** Whole days in this state. */
  readonly age: number;
  /** Name and role without case and accents, to be searched. */
  readonly text: string;
}

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** The title of a kit, or words for none chosen and for one that is not here. */
export const roleOf = ({ kitId }: { readonly kitId: KitId | null }, kits: readonly KitSummary[]): string => {
  if (kitId === null) return words.noRole;
  return kits.find((kit) => kit.id === kitId)?.title ?? words.unknownRole;
};

/** What a name is replaced with while reviewing: the same for the same person, and nothing of the name. */
export const maskedName = (id: CandidateId): string => {
  const letters = [...id.slice(0, 12)].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 26 ** 4, 7);
  const code = [0, 1, 2, 3].map((place) =>
    String.fromCharCode(65 + (Math.floor(letters / 26 ** place) % 26)),
  );
  return words.masked(code.join(""));
};

const rowOf = (
  candidate: Candidate,
  application: Application | null,
  role: string,
  nowMs: number,
): CandidateRow => {
  const standing = application === null ? null : standingOf(application);
  return {
    key: application?.id ?? candidate.id,
    candidate,
    role,
    kitId: application?.kitId ?? candidate.kitId,
    application,
    standing,
    state: standing === null ? words.noApplication : stateWords[standing.state],
    age: daysSince(standing?.since ?? candidate.createdAt, nowMs),
    text: plain(`${candidate.name} ${role}`),
  };
};

/** By the candidate under whom the applicant is listed. */
const groupedByPerson = (
  applications: readonly Application[],
  heads: ReadonlyMap<CandidateId, CandidateId>,
): ReadonlyMap<CandidateId, readonly Application[]> => {
  const groups = new Map<CandidateId, Application[]>();
  for (const application of applications) {
    const head = heads.get(application.candidateId) ?? application.candidateId;
    const group = groups.get(head);
    if (group === undefined) groups.set(head, [application]);
    else group.push(application);
  }
  return groups;
};

/** The rows of the list: who was added last stands first. */
export const candidateRows = (
  candidates: readonly Candidate[],
  applications: readonly Application[],
  kits: readonly KitSummary[],
  nowMs: number,
): readonly CandidateRow[] => {
  const titles = new Map(kits.map((kit) => [kit.id, kit.title]));
  const roleBy = (kitId: KitId | null) =>
    kitId === null ? words.noRole : (titles.get(kitId) ?? words.unknownRole);
  const heads = headsOf(candidates);
  const groups = groupedByPerson(applications, heads);
  return candidates
    .filter(({ id }) => heads.get(id) === id)
    .sort((one, other) => other.createdAt.localeCompare(one.createdAt) || one.name.localeCompare(other.name))
    .flatMap((candidate) => {
      const own: readonly (Application | null)[] = groups.get(candidate.id) ?? [null];
      return own.map((one) => rowOf(candidate, one, roleBy(one?.kitId ?? candidate.kitId), nowMs));
    });
};

const includesAll = (text: string, asked: readonly string[]): boolean =>
  asked.every((word) => text.includes(word));

/** What the list is narrowed to. */
export interface RowFilter {
  readonly query: string;
  readonly kitId: KitId | null;
  readonly state: ApplicationState | null;
  /** Names are masked: a list that finds by the name would say it. */
  readonly masked?: boolean;
}

/** The rows with every word of the query in name or role, or in the role alone where names are masked, of the role and in the state asked for. */
export const filterRows = (
  rows: readonly CandidateRow[],
  { query, kitId, state, masked = false }: RowFilter,
): readonly CandidateRow[] => {
  const asked = plain(query).split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      (kitId === null || row.kitId === kitId) &&
      (state === null || row.standing?.state === state) &&
      (asked.length === 0 || includesAll(masked ? plain(row.role) : row.text, asked)),
  );
};

/** How many applications are in each state, in the order in which they pass them. */
export const countStates = (
  rows: readonly CandidateRow[],
): readonly { readonly state: ApplicationState; readonly count: number }[] => {
  const counts = new Map<ApplicationState, number>();
  for (const { standing } of rows)
    if (standing !== null) counts.set(standing.state, (counts.get(standing.state) ?? 0) + 1);
  return applicationStates.map((state) => ({ state, count: counts.get(state) ?? 0 }));
};
