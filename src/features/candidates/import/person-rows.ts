import type { Candidate } from "../../../domain/candidate/candidate";
import { incomingOf, namesAreKnown } from "../../../domain/candidates/incoming/columns";
import {
  type Incoming,
  type Lookalike,
  lookalikeFinder,
  mailsIn,
  nameKey,
} from "../../../domain/candidates/incoming/incoming";
import type { ReadPeople } from "./read-people";
import type { RowChoice } from "./words";

/** A person of the file as the preview lists them. */
export interface PersonRow {
  readonly key: string;
  readonly incoming: Incoming;
  readonly lookalike: Lookalike | null;
  /** The same person stands further up in the file. */
  readonly repeated: boolean;
  /** Of a JSON Resume: what it says, to be kept as a text. */
  readonly text: string | null;
}

const incomingIn = (read: ReadPeople): readonly Incoming[] => {
  if (read.kind === "resume") return [read.resume];
  return namesAreKnown(read.roles) ? read.rows.map((row) => incomingOf(row, read.roles)) : [];
};

/** The people of a file who have a name, with who they may be here. */
export const personRows = (read: ReadPeople, candidates: readonly Candidate[]): readonly PersonRow[] => {
  const find = lookalikeFinder(candidates);
  const seen = new Set<string>();
  return incomingIn(read).flatMap((incoming, index) => {
    if (incoming.name === "") return [];
    const marks = [...mailsIn(incoming.contact), nameKey(incoming.name)].filter(Boolean);
    const repeated = marks.some((mark) => seen.has(mark));
    for (const mark of marks) seen.add(mark);
    const text = read.kind === "resume" ? read.resume.text : null;
    return [{ key: String(index), incoming, lookalike: find(incoming), repeated, text }];
  });
};

/** What is proposed for a row: who may be here, or stands in the file twice, is skipped until somebody says otherwise. */
export const proposedChoice = ({ lookalike, repeated }: PersonRow): RowChoice =>
  lookalike === null && !repeated ? "add" : "skip";
