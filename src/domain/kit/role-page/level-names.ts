import { headingKey } from "./headings";
import { visibleText } from "./lines";
import { nameKey } from "./spans";

/* Words that levels are commonly named with; used only where a page runs the names together. */
const vocabulary = [
  "intern",
  "trainee",
  "apprentice",
  "graduate",
  "entry",
  "junior",
  "assistant",
  "associate",
  "mid-level",
  "mid",
  "middle",
  "intermediate",
  "regular",
  "experienced",
  "professional",
  "specialist",
  "advanced",
  "senior",
  "staff",
  "lead",
  "expert",
  "principal",
  "manager",
  "director",
  "head",
  "executive",
  "distinguished",
  "fellow",
  "chief",
].sort((a, b) => b.length - a.length);

const firstColumn = /^(?:competency|competencies|capability|capabilities|skill|skills)(?: ?\/ ?levels?)?/i;

/** Levels are the same where they differ in case, or in the word "level" behind the name. */
export const levelKey = (name: string): string => nameKey(name).replace(/[ -]level$/, "");

const numbered = /^(?:level|grade|step|l|ic|p|m)?[ -]?\d{1,2}$/i;

const isLevelWord = (text: string): boolean => vocabulary.includes(nameKey(text));

/** Whether a line by itself reads as the name of a level: known from elsewhere, or made of common words only. */
export const isLevelName = (text: string, known: ReadonlySet<string>): boolean =>
  known.has(levelKey(text)) ||
  numbered.test(text) ||
  (text.length <= 40 && levelKey(text).split(" ").every(isLevelWord));

/* "MidSenior", "L1L2", "(0-2)Senior", "VPDirector": a capital after something that ends a name. */
const boundary = /(?<=[\p{Ll}\p{N})])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

const cutByVocabulary = (text: string): string[] => {
  const names: string[] = [];
  let rest = text;
  while (rest !== "") {
    const lower = rest.toLowerCase();
    const word = vocabulary.find((each) => lower.startsWith(each));
    if (word === undefined) return [text];
    names.push(rest.slice(0, word.length));
    rest = rest.slice(word.length).trimStart();
  }
  return names;
};

/** Cuts names that run together, at capitals, or at common words where case tells nothing. */
export const cutGlued = (text: string): string[] => {
  const byCase = text.split(boundary).map((name) => name.trim());
  return byCase.length > 1 ? byCase : cutByVocabulary(text);
};

/** The names in a table's head, and whether the page kept them apart itself. */
export interface HeaderNames {
  readonly names: readonly string[];
  readonly apart: boolean;
}

const longestHeader = 300;

const cellsOf = (raw: string): string[] => {
  const cells = raw.split(/\t|\||\u00a0{2,}| {2,}/).map(visibleText);
  while (cells[0] === "") cells.shift();
  while (cells[cells.length - 1] === "") cells.pop();
  return cells;
};

/** A head kept apart by the page; its first column may be without a word of its own. */
const apartNames = (raw: string, known: ReadonlySet<string>): string[] | null => {
  const cells = cellsOf(raw);
  const [first, ...names] = cells;
  if (first === undefined || names.length === 0 || names.includes("")) return null;
  if (firstColumn.exec(first)?.[0] === first) return names;
  return /^\s*[\t|]/.test(raw) && cells.every((cell) => isLevelName(cell, known)) ? cells : null;
};

const gluedNames = (text: string, known: ReadonlySet<string>): string[] | null => {
  const head = firstColumn.exec(text)?.[0];
  const rest = head === undefined ? "" : text.slice(head.length);
  if (rest === "" || /[.!?:;]$/.test(rest)) return null;
  const spaced = rest.startsWith(" ");
  const names = spaced ? rest.trim().split(" ").flatMap(cutGlued) : cutGlued(rest);
  const likely = names.filter((name) => isLevelName(name, known)).length;
  if (spaced || rest === rest.toLowerCase()) return likely * 2 >= names.length && likely > 0 ? names : null;
  return names;
};

/** The level names in a header row such as "CompetencyJuniorMidSenior"; null where the line is no header. */
export const headerNames = (raw: string, text: string, known: ReadonlySet<string>): HeaderNames | null => {
  if (raw.length > longestHeader) return null;
  const apart = apartNames(raw, known);
  if (apart !== null) return { names: apart, apart: true };
  const names = gluedNames(text, known);
  return names === null ? null : { names, apart: false };
};

/** Whether a line is the head of the table's first column and nothing else. */
export const isFirstColumn = (text: string): boolean => firstColumn.exec(text)?.[0] === text;

const qualifiers: ReadonlyMap<string, number> = new Map([
  ["senior", 3],
  ["vice", 3],
  ["assistant", 2],
  ["deputy", 2],
  ["team", 2],
  ["group", 2],
  ["junior", 2],
  ["associate", 1],
  ["principal", 1],
  ["lead", 1],
  ["staff", 1],
]);

const pairScore = (left: string, right: string, known: ReadonlySet<string>): number => {
  if (known.has(levelKey(`${left} ${right}`))) return 10;
  if (known.has(levelKey(left)) || known.has(levelKey(right))) return -1;
  return headingKey(right) === "level" ? 5 : (qualifiers.get(headingKey(left)) ?? 0);
};

const mergeBestPair = (names: readonly string[], known: ReadonlySet<string>): string[] => {
  let best = 0;
  const score = (index: number): number => pairScore(names[index] ?? "", names[index + 1] ?? "", known);
  for (let index = 1; index < names.length - 1; index += 1) if (score(index) > score(best)) best = index;
  return [...names.slice(0, best), `${names[best]} ${names[best + 1]}`, ...names.slice(best + 2)];
};

/**
 * Makes as many names as a row has cells: joins words that belong together ("Senior" + "Lead"), or counts
 * on ("Level 4") where there are too few.
 */
export const fitNames = (
  names: readonly string[],
  wanted: number,
  known: ReadonlySet<string>,
): readonly string[] => {
  let fitted = [...names];
  while (fitted.length > wanted) fitted = mergeBestPair(fitted, known);
  while (fitted.length < wanted) fitted.push(`Level ${fitted.length + 1}`);
  return fitted;
};
