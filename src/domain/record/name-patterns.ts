import { sameNameKey } from "../loop/names";

/** Shorter parts of names are words of too many languages ("Li", "de"). */
const shortestPart = 3;

/** Between the words of a name; a hyphen in it is left out or typed as a space often enough. */
const between = "[\\s,\\-\u2010\u2011]+";

/** Names that are also words: taken for a name only where they begin with a capital. */
const alsoWords = new Set(
  [
    "amber april art august baker banks bell best bill bird black bond brown bush carter case chance chase christian",
    "church cook cooper cross dale das dawn day dean dos drew ernst eve faith field fields fisher ford fox frank",
    "gene gold grace grant gray green grey gross guy hall han hill hold hon hood hope house hunt hunter iris ivy jack",
    "joy jung june king kit klein knight kurz lamb lane lang law little long lord love major man mark marks marsh",
    "martin mason may miles moody nice noble olive page park parks pat pearl penny per petit pierce post potter power",
    "powers price ray read reed rich rob roman rose ruby rush sage sharp short silver singer skip small snow son song",
    "spring steel stone strong sue summer sun sunny swift taylor van von walker ward waters way weaver wells west white",
    "wise will winter wolf wood woods young",
  ].flatMap((line) => line.split(" ")),
);

/** What stands between names and is none: after the first word of a name it is not looked for alone. */
const particles = new Set(
  "van von der den dem del della dos das ter ten vom zum zur bin ibn bint und and".split(" "),
);

/** Letters that no accent tells apart, as they are typed without them; both ways where it is one letter. */
const looseLetters: Readonly<Record<string, string>> = {
  ø: "(?:[øo]|oe)",
  o: "[oø]",
  ł: "[łl]",
  l: "[lł]",
  đ: "[đd]",
  d: "[dđ]",
  ı: "[ıi]",
  ß: "(?:ß|ss)",
  æ: "(?:æ|ae)",
  œ: "(?:œ|oe)",
};

const apostrophe = /['’‘ʼ`´]/u;
const accents = "[\\u0300-\\u036f]";

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** One character of a name with whatever accents: a diaeresis may be an "e" as well ("Mueller" for "Müller"). */
const characterSource = (character: string): string => {
  const [base = "", ...marks] = character;
  if (apostrophe.test(base)) return `${apostrophe.source}?`;
  const letter = looseLetters[base.toLowerCase()] ?? escaped(base);
  if (!/\p{L}/u.test(base)) return letter + marks.map(escaped).join("");
  return `${letter}(?:${marks.includes("\u0308") ? "e|" : ""}${accents}*)`;
};

/** A word of a name as it is looked for in a text in NFD, without regard to accents, and to case where the flag says so. */
const wordSource = (word: string): string =>
  word
    .normalize("NFD")
    .split(/(?![\u0300-\u036f])/u)
    .map(characterSource)
    .join("");

const capital = (word: string): string => {
  const [first = "", ...rest] = word.normalize("NFC").toLocaleLowerCase("und");
  return first.toLocaleUpperCase("und") + rest.join("");
};

/** Where a name is also a word, the two spellings a name has and a word in a sentence has not. */
const capitalSources = (word: string): string =>
  [capital(word), word.toLocaleUpperCase("und")].map((form) => escaped(form.normalize("NFD"))).join("|");

const bounded = (source: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])(?:${source})(?![\\p{L}\\p{N}\\p{M}])`, flags);

const isAlsoWord = (word: string): boolean =>
  [...word].length < shortestPart || alsoWords.has(sameNameKey(word)) || particles.has(sameNameKey(word));

/** Finds one word of a name; one that is also a word of a sentence only where it begins with a capital. */
export const wordPattern = (word: string): RegExp =>
  isAlsoWord(word) ? bounded(capitalSources(word), "gu") : bounded(wordSource(word), "giu");

const split = (name: string, at: RegExp): readonly string[] => name.split(at).filter((word) => word !== "");

/** Finds a whole name, however many spaces or hyphens are in it; null where there is no name. */
export const wholePattern = (name: string): RegExp | null => {
  const words = split(name, /[\s,\-\u2010\u2011]+/u);
  const [only] = words;
  if (only === undefined) return null;
  return words.length === 1 ? wordPattern(only) : bounded(words.map(wordSource).join(between), "giu");
};

const isPart = (word: string, index: number): boolean =>
  [...word].length >= shortestPart && !(index > 0 && particles.has(sameNameKey(word)));

/** The words of a name that are looked for alone: those between spaces, then those between hyphens. */
export const partsOf = (name: string): readonly string[] => {
  const words = split(name, /[\s,]+/u).filter(isPart);
  const pieces = words.flatMap((word) => split(word, /[-\u2010\u2011]+/u)).filter(isPart);
  return [...new Set([...words, ...pieces])];
};
