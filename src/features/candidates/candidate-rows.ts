import type { KitSummary } from "../../bindings/services";
import type { Candidate } from "../../domain/candidate/candidate";
import { words } from "./words";

/** A candidate with the name of the role, as the list shows it. */
export interface CandidateRow {
  readonly candidate: Candidate;
  readonly role: string;
}

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** The title of the candidate's kit, or words for none chosen and for one that is not here. */
export const roleOf = (candidate: Candidate, kits: readonly KitSummary[]): string => {
  if (candidate.kitId === null) return words.noRole;
  return kits.find((kit) => kit.id === candidate.kitId)?.title ?? words.unknownRole;
};

/** The rows of the list: who was added last stands first. */
export const candidateRows = (
  candidates: readonly Candidate[],
  kits: readonly KitSummary[],
): readonly CandidateRow[] =>
  [...candidates]
    .sort((one, other) => other.createdAt.localeCompare(one.createdAt) || one.name.localeCompare(other.name))
    .map((candidate) => ({ candidate, role: roleOf(candidate, kits) }));

/** The rows whose name or role contain every word of the query; case and accents do not matter. */
export const filterRows = (rows: readonly CandidateRow[], query: string): readonly CandidateRow[] => {
  const asked = plain(query).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = plain(`${row.candidate.name} ${row.role}`);
    return asked.every((word) => text.includes(word));
  });
};
