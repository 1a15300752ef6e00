import { storageTrouble } from "../../../bindings/storage-trouble";
import type { SamenessRefusal } from "../../../domain/candidate/one-person";
import type { SamenessAct } from "../../../domain/candidate/sameness";
import type { Likeness } from "../../../domain/candidates/incoming/incoming";
import type { Trouble } from "../../../ui/error-card";

export const samePersonWords = {
  title: "Same person?",
  note: "Candidates with one name or one e-mail address. Nobody is merged until somebody says so.",
  link: (count: number) =>
    count === 1 ? "Two candidates may be one person." : `${count} pairs of candidates may be one person.`,
  look: "Look at them",
  none: "No two candidates share a name or an e-mail address.",
  toList: "Show all candidates",
  likeness: { sameMail: "Same e-mail address", sameName: "Same name" } satisfies Record<Likeness, string>,
  pair: (one: string, other: string) => `${one} and ${other}`,
  contact: "Contact",
  added: "Added",
  applications: (roles: string) => (roles === "" ? "No application" : roles),
  merge: "They are one person",
  mergeInto: (name: string) => `Merge into ${name}`,
  different: "Two people",
  yourName: "Your name",
  reason: "How you know",
  reasonBack: "Why it is taken back",
  cancel: "Cancel",
  mergeNote:
    "Both names, applications and files stay. It can be taken back until something new happens to either.",
  also: "Also here as",
  history: "Who this person is",
  takeBack: "Take the merging back",
  locked: "Something has happened since, so the merging stays.",
  joinedTo: (name: string) => `This is the same person as ${name}. Everything stands on their page.`,
  toPerson: (name: string) => `To ${name}`,
  event: (act: SamenessAct, name: string, other: string) => {
    if (act.kind === "joined") return `${name} merged into ${other}, by ${act.by}`;
    if (act.kind === "parted") return `The merging of ${name} taken back, by ${act.by}`;
    return `${name} and ${other} are two people, by ${act.by}`;
  },
} as const;

const refusals: Readonly<Record<SamenessRefusal["type"], readonly [what: string, todo: string]>> = {
  nameMissing: ["Nobody is named who says so.", "Write your name, then try again."],
  reasonMissing: ["It needs a reason.", "Write the reason, then try again."],
  alreadyJoined: ["They are one person already.", "Look at the list again."],
  notJoined: ["They are two candidates already.", "Look at the list again."],
  somethingNew: ["Something has happened since they were merged.", "Leave them merged."],
  tooManyEvents: ["Too much was said about this person already.", "Leave it as it is."],
};

/** The codes that have words of their own. */
export const samenessCodes = Object.keys(refusals);

const known: Readonly<Record<string, readonly [string, string]>> = refusals;

/** What was not said about who is the same person, in plain words. */
export const samenessTrouble = (error: { readonly type: string }): Trouble => {
  const safe = "Nothing was changed.";
  const worded = known[error.type];
  if (worded === undefined) return storageTrouble(error, { what: "It could not be saved", safe });
  return { what: worded[0], safe, todo: worded[1] };
};
