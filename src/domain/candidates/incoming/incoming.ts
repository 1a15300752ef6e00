import type { Candidate } from "../../candidate/candidate";

/** A person as a file names them, before they are a candidate here. */
export interface Incoming {
  readonly name: string;
  /** How to reach the person; may be empty. */
  readonly contact: string;
}

/** Why two rows may be about one person. */
export type Likeness = "sameMail" | "sameName";

/** A candidate on this laptop who may be the same person. Nothing is merged: somebody looks and decides. */
export interface Lookalike {
  readonly candidate: Candidate;
  readonly likeness: Likeness;
}

const mail = /[^\s<>,;:"()]+@[^\s<>,;:"()]+\.[^\s<>,;:"()]+/g;

/** The e-mail addresses in a contact, in lower case. */
export const mailsIn = (contact: string): readonly string[] =>
  [...contact.matchAll(mail)].map(([address]) => address.toLowerCase());

/** A name without case, accents and the order of its parts: "MUÑOZ Zoë" is "Zoe Munoz". */
export const nameKey = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort()
    .join(" ");

/** Finds who may be the same person, by e-mail before name; made once for many questions. */
export const lookalikeFinder = (
  candidates: readonly Candidate[],
): ((incoming: Incoming) => Lookalike | null) => {
  const byMail = new Map(
    candidates.flatMap((candidate) =>
      mailsIn(candidate.contact).map((address) => [address, candidate] as const),
    ),
  );
  const byName = new Map(candidates.map((candidate) => [nameKey(candidate.name), candidate]));
  return ({ name, contact }) => {
    const mailed = mailsIn(contact).flatMap((address) => byMail.get(address) ?? [])[0];
    if (mailed !== undefined) return { candidate: mailed, likeness: "sameMail" };
    const key = nameKey(name);
    const named = key === "" ? undefined : byName.get(key);
    return named === undefined ? null : { candidate: named, likeness: "sameName" };
  };
};
