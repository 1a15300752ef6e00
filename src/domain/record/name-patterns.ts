import { sameNameKey } from "../loop/names";

/** Shorter parts of names are words of too many languages ("Li", "de"). */
const shortestPart = 3;

/** Between the words of a name: a space in it is typed as a hyphen often enough. */
const apart = "[\\s,\\-\u2010\u2011\u30fb\uff65\u00b7]+";
/** Or left out. */
const apartOrJoined = "[\\s,\\-\u2010\u2011\u30fb\uff65\u00b7]*";

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

/** The signs of length and voice are of no script of their own, and many a Japanese name ends in one. */
const unspacedLetters =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30fc\\uff70\\uff9e\\uff9f\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";

/** Scripts without spaces between words: what stands beside a name tells nothing there. */
const unspaced = new RegExp(`[${unspacedLetters}]`, "u");
const han = /^\p{Script=Han}+$/u;
const korean = /\p{Script=Hangul}/u;
const onlyKorean = /^\p{Script=Hangul}+$/u;

const letter = "[\\p{L}\\p{N}\\p{M}]";
const noLetterBefore = `(?<!${letter})`;
/** A letter that nothing keeps apart from a name in another script is no part of it. */
const spacedLetter = `(?![${unspacedLetters}\\p{Script=Hangul}])${letter}`;
const noOwnLetterBefore = `(?<!${spacedLetter})`;
const noOwnLetterAfter = `(?!${spacedLetter})`;
/** A mark makes another letter of the one before it, and in NFD so does a Korean final. */
const noMarkAfter = "(?![\\p{M}\\u11a8-\\u11ff])";

/** The pattern within the borders that the name's own script has; Korean joins its particles to a name. */
const bounded = (source: string, flags: string, name: string): RegExp => {
  const letters = [...name.normalize("NFC")];
  const first = letters[0] ?? "";
  const last = letters.at(-1) ?? "";
  const spaced = korean.test(first) ? noLetterBefore : noOwnLetterBefore;
  const before = unspaced.test(first) ? "" : spaced;
  const after = unspaced.test(last) || korean.test(last) ? noMarkAfter : noOwnLetterAfter;
  return new RegExp(`${before}(?:${source})${after}`, flags);
};

/** What follows a family name of one Chinese letter in a sentence, which else is a letter of many words. */
const titles =
  "先生|女士|小姐|太太|老师|老師|经理|經理|主任|总|總|博士|教授|同学|同學|さん|さま|様|氏|君|くん|ちゃん";

const familyPattern = (family: string): RegExp =>
  new RegExp(`${family}(?=${titles.normalize("NFD")})|(?<=[老小])${family}`, "gu");

const isLetter = (word: string): boolean => [...word].length === 1;

const isAlsoWord = (word: string): boolean =>
  [...word].length < shortestPart || alsoWords.has(sameNameKey(word)) || particles.has(sameNameKey(word));

/** Finds one word of a name; one that is also a word of a sentence only where it begins with a capital. */
export const wordPattern = (word: string): RegExp => {
  if (unspaced.test(word))
    return isLetter(word) ? familyPattern(word) : bounded(wordSource(word), "gu", word);
  if (korean.test(word)) return bounded(wordSource(word), "gu", word);
  return isAlsoWord(word)
    ? bounded(capitalSources(word), "gu", word)
    : bounded(wordSource(word), "giu", word);
};

const split = (name: string, at: RegExp): readonly string[] => name.split(at).filter((word) => word !== "");

/** Before a capital within a word these are no name of their own. */
const joinedBefore = new Set("mc mac fitz o de di da la le du van von".split(" "));

/** "LiWei" is two words of a name, "McDonald" is one. */
const joinedWords = (word: string): readonly string[] => {
  const words = split(word, /(?<=\p{Ll})(?=\p{Lu})/u);
  return joinedBefore.has(sameNameKey(words[0] ?? "")) ? [word] : words;
};

const wordsOf = (name: string): readonly string[] =>
  split(name, /[\s,\-\u2010\u2011\u30fb\uff65\u00b7]+/u).flatMap(joinedWords);

/** Letters without small and big ones, or a word that is none of a sentence. */
const joinsInAnyCase = (word: string): boolean =>
  unspaced.test(word) || korean.test(word) || !isAlsoWord(word);

/** Finds a whole name, however many spaces or hyphens are in it; null where there is no name. */
export const wholePattern = (name: string): RegExp | null => {
  const words = wordsOf(name);
  const [only] = words;
  if (only === undefined) return null;
  if (words.length > 1) {
    const between = words.every(joinsInAnyCase) ? apartOrJoined : apart;
    return bounded(words.map(wordSource).join(between), "giu", words.join(""));
  }
  const letters = [...only.normalize("NFC")];
  return han.test(only) && letters.length > 1
    ? bounded(letters.map(wordSource).join(apartOrJoined), "gu", only)
    : wordPattern(only);
};

/** A name in exactly these big and small letters, with whatever accents. */
const casedSource = (form: string): string =>
  [...form.normalize("NFD").replace(/[\u0300-\u036f]/g, "")]
    .map((character) => escaped(character) + (/\p{L}/u.test(character) ? `${accents}*` : ""))
    .join("");

/** A name whose words make another one where nothing is between them ("Li Ke", "like"), written so. */
export interface JoinedName {
  readonly word: string;
  /** Finds it only where it begins with a capital, as a name does. */
  readonly expression: RegExp;
}

/** Null where the whole pattern finds the joined name as well. */
export const joinedName = (name: string): JoinedName | null => {
  const words = wordsOf(name);
  if (words.length < 2 || words.every(joinsInAnyCase)) return null;
  const word = words.join("");
  const forms = [words.map(capital).join(""), capital(word), word.toLocaleUpperCase("und")];
  return { word, expression: bounded(forms.map(casedSource).join("|"), "gu", word) };
};

const isPart = (word: string, index: number): boolean => {
  if (unspaced.test(word)) return !isLetter(word) || han.test(word);
  if (korean.test(word)) return !isLetter(word);
  return [...word].length >= shortestPart && !(index > 0 && particles.has(sameNameKey(word)));
};

/** How many letters of a Chinese or Japanese name in one word may be its family's or its own. */
const pieceLengths = [3, 2] as const;

/** A family name and a given name that nothing keeps apart, wherever one ends; the first letter alone may be the family's. */
const piecesOfHan = (word: string): readonly string[] => {
  const letters = [...word];
  if (letters.length < 2) return [];
  const lengths = pieceLengths.filter((length) => length < letters.length);
  const ends = lengths.flatMap((length) => [letters.slice(0, length), letters.slice(-length)]);
  return [...ends.map((piece) => piece.join("")), letters[0] ?? ""];
};

/** Korean family names of two letters; all others have one. */
const longKoreanFamilies = new Set("남궁 선우 황보 제갈 사공 서문 독고 동방".split(" "));

/** The given name of a Korean name in its usual spelling; one of one letter is a letter of too many words. */
const pieceOfKorean = (word: string): readonly string[] => {
  const letters = [...word.normalize("NFC")];
  const family = letters.slice(0, 2).join("");
  if (letters.length === 3) return [letters.slice(1).join("")];
  return letters.length === 4 && longKoreanFamilies.has(family) ? [family, letters.slice(2).join("")] : [];
};

/** What the one word of a name is made of that is not spelled in a script with spaces. */
const piecesOf = (words: readonly string[]): readonly string[] => {
  const [only, ...others] = words.filter((word) => unspaced.test(word) || korean.test(word));
  // Where the names stand apart, the family's and the given one are known.
  if (only === undefined || others.length > 0) return [];
  if (han.test(only)) return piecesOfHan(only);
  return onlyKorean.test(only) ? pieceOfKorean(only) : [];
};

/** The words of a name that are looked for alone: those between spaces, then what they are made of. */
export const partsOf = (name: string): readonly string[] => {
  const words = split(name, /[\s,\u30fb\uff65\u00b7]+/u).filter(isPart);
  const hyphened = words.flatMap((word) => split(word, /[-\u2010\u2011]+/u)).filter(isPart);
  const joined = words.flatMap(joinedWords).filter(isPart);
  return [...new Set([...words, ...hyphened, ...joined, ...piecesOf(words)])];
};
