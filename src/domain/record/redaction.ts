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

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** Shorter parts of names are words of too many languages ("Li", "de"). */
const shortestPart = 3;

const partsOf = (name: string): readonly string[] =>
  name
    .normalize("NFC")
    .split(/[\s,]+/)
    .filter((part) => [...part].length >= shortestPart);

interface Pattern {
  readonly source: string;
  readonly instead: string;
  readonly why: ThirdParty;
}

/** A part that several people have names nobody of them. */
const insteadOfPart = (part: string, names: readonly HiddenName[], own: HiddenName): string =>
  names.filter(({ name }) => partsOf(name).includes(part)).length > 1
    ? own.why === "panelist"
      ? "[a panelist]"
      : own.instead
    : own.instead;

const patternsOf = (names: readonly HiddenName[], subject: string): readonly Pattern[] => {
  const kept = new Set(partsOf(subject));
  const whole = names.map(({ name, instead, why }) => ({
    source: name.normalize("NFC").trim().split(/\s+/).map(escaped).join("\\s+"),
    instead,
    why,
  }));
  const parts = names.flatMap((own) =>
    partsOf(own.name)
      .filter((part) => !kept.has(part) && /^\p{Lu}|^\p{Lo}/u.test(part))
      .map((part) => ({ source: escaped(part), instead: insteadOfPart(part, names, own), why: own.why })),
  );
  return [...whole, ...parts].filter(({ source }) => source !== "");
};

const bounded = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, "gu");

const mail = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/**
 * Replaces the names of others, whole and in parts, and addresses of mail. A part the subject shares ("Haddad" of two
 * Haddads) stays, since it is the subject's own name too. A nickname or a description it cannot know: the pack says that a
 * person has to read it before it goes out.
 */
export const redactorOf = (names: readonly HiddenName[], subject: string): Redactor => {
  const rules = [
    { expression: mail, instead: "[address removed]", why: "contact" as const },
    ...patternsOf(names, subject).map(({ source, instead, why }) => ({
      expression: bounded(source),
      instead,
      why,
    })),
  ];
  return (text) => {
    const reasons: RedactionReason[] = [];
    let left = text.normalize("NFC");
    for (const { expression, instead, why } of rules)
      left = left.replace(expression, () => {
        reasons.push(why);
        return instead;
      });
    return { text: reasons.length === 0 ? text : left, reasons };
  };
};
