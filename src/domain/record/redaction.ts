import { sameNameKey } from "../loop/names";
import { joinedName, partsOf, wholePattern, wordPattern } from "./name-patterns";

/** Who is not the subject of the pack, and why their name goes. */
export type ThirdParty = "panelist" | "otherCandidate";

/** What was taken out of texts. */
export type RedactionReason = ThirdParty | "contact";

/** A name that must not stand in a text, and what stands there instead. */
export interface HiddenName {
  readonly name: string;
  readonly instead: string;
  readonly why: ThirdParty;
}

export interface RedactedText {
  readonly text: string;
  /** One entry per place that was replaced. */
  readonly reasons: readonly RedactionReason[];
}

/** Makes the replacing function once for many texts. */
export type Redactor = (text: string) => RedactedText;

interface Rule {
  readonly expression: RegExp;
  readonly instead: string;
  readonly why: ThirdParty;
}

const has = (name: string, part: string): boolean =>
  partsOf(name).some((known) => sameNameKey(known) === sameNameKey(part));

/** A part that several people have names nobody of them. */
const insteadOfPart = (part: string, names: readonly HiddenName[], own: HiddenName): string =>
  own.why === "panelist" && names.filter(({ name }) => has(name, part)).length > 1
    ? "[a panelist]"
    : own.instead;

/** The whole name; without anything between its words not where that is a name of the subject's ("An Na", "Anna"). */
const wholeRules = ({ name, instead, why }: HiddenName, subject: string): readonly Rule[] => {
  const whole = wholePattern(name);
  const joined = joinedName(name);
  return [
    ...(whole === null ? [] : [{ expression: whole, instead, why }]),
    ...(joined === null || has(subject, joined.word)
      ? []
      : [{ expression: joined.expression, instead, why }]),
  ];
};

const rulesOf = (names: readonly HiddenName[], subject: string): readonly Rule[] => {
  const whole = names.flatMap((own) => wholeRules(own, subject));
  const parts = names.flatMap((own) =>
    partsOf(own.name)
      .filter((part) => !has(subject, part))
      .map((part) => ({
        expression: wordPattern(part),
        instead: insteadOfPart(part, names, own),
        why: own.why,
      })),
  );
  return [...whole, ...parts];
};

const mail = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/**
 * Replaces the names of others, whole and in parts, and addresses of mail, without regard to case and accents. A part the
 * subject shares ("Haddad" of two Haddads) stays, since it is the subject's own name too. Two letters alone, a name that is
 * also a word and written small, a nickname or a description it cannot know: the pack says that a person has to read it
 * before it goes out.
 */
export const redactorOf = (names: readonly HiddenName[], subject: string): Redactor => {
  const rules = rulesOf(names, subject);
  return (text) => {
    const reasons: RedactionReason[] = [];
    const take = (from: string, expression: RegExp, instead: string, why: RedactionReason): string =>
      from.replace(expression, () => {
        reasons.push(why);
        return instead;
      });
    let left = take(text.normalize("NFC"), mail, "[address removed]", "contact").normalize("NFD");
    for (const { expression, instead, why } of rules) left = take(left, expression, instead, why);
    return { text: reasons.length === 0 ? text : left.normalize("NFC"), reasons };
  };
};
