import type { Kit, KitSection, SectionIntro } from "../kit";
import type { Context } from "./context";
import { type BlockRules, itemsOf, readBlocks, takeAll } from "./fields";
import { isFurniture } from "./furniture";
import { isLevelName } from "./level-names";
import { endsSentence, type Line } from "./lines";
import type { Section } from "./sections";
import { bodyOf, type Item, nameKey, type Span, sameText } from "./spans";

const rules: BlockRules = {
  opening: "opening",
  repeated: "sameBlock",
  textOpens: false,
  fields: { opening: { shape: "prose" } },
};

/** The running text of a section that holds nothing else. */
export const readParagraphs = (
  body: readonly Line[],
  { ledger }: Pick<Context, "ledger">,
): readonly Item[] => {
  const { lead, blocks } = readBlocks(body, rules, ledger);
  return [...lead, ...blocks.flatMap((block) => itemsOf(block, "opening"))];
};

/** Heading and lead text of a section, taken into the kit. */
export const takeIntro = (
  kind: KitSection,
  section: Section,
  items: readonly Item[],
  { ledger }: Context,
): SectionIntro => ({
  section: kind,
  title: section.heading === null ? "" : ledger.take(bodyOf(section.heading)),
  paragraphs: takeAll(ledger, items),
});

/** One intro per section: a section that comes again adds the paragraphs it did not have. */
export const mergeIntros = (intros: readonly SectionIntro[]): SectionIntro[] => {
  const merged = new Map<string, SectionIntro & { seen: Set<string> }>();
  for (const intro of intros) {
    const open = merged.get(intro.section) ?? { ...intro, paragraphs: [], seen: new Set<string>() };
    const added = [...(merged.has(intro.section) ? [intro.title] : []), ...intro.paragraphs];
    for (const text of added) {
      if (text !== open.title && !open.seen.has(text)) open.paragraphs.push(text);
      open.seen.add(text);
    }
    merged.set(intro.section, open);
  }
  return [...merged.values()].map(({ section, title, paragraphs }) => ({ section, title, paragraphs }));
};

const essayHeading = /^(.+?)(?: ?[·•|:–—] ?| - | by )(?:by )?(\S.*)$/i;

interface EssayHeading {
  readonly title: Span;
  readonly author: Span | null;
}

const splitHeading = (line: Line): EssayHeading => {
  const match = essayHeading.exec(line.body);
  if (match === null) return { title: { line, text: line.body.replace(/[:·]$/, "").trim() }, author: null };
  return { title: { line, text: match[1] ?? line.body }, author: { line, text: match[2] ?? "" } };
};

const isSame = (a: EssayHeading, b: EssayHeading): boolean =>
  sameText(a.title.text, b.title.text) &&
  (b.author === null || sameText(a.author?.text ?? "", b.author.text));

/** The essay; a second essay section adds its paragraphs. */
export const readEssay = (sections: readonly Section[], context: Context): Kit["essay"] => {
  const headings = sections.flatMap(({ heading }) => (heading === null ? [] : [splitHeading(heading)]));
  const paragraphs = sections.flatMap((section) =>
    takeAll(context.ledger, readParagraphs(section.body, context)),
  );
  const [first, ...others] = headings;
  for (const other of others)
    if (first !== undefined && isSame(first, other)) context.ledger.structure(other.title.line);
  return {
    title: first === undefined ? "" : context.ledger.take(first.title),
    author: first?.author == null ? "" : context.ledger.take(first.author),
    paragraphs,
  };
};

const longestName = 60;
const mostWords = 6;
const byLine = /^(?:author:? |written by:? |by:? )(.+)$/i;

const looksLikeAuthor = (line: Line): boolean =>
  line.marker === null &&
  line.text.length <= longestName &&
  line.text.split(" ").length <= mostWords &&
  !endsSentence(line.text) &&
  !/\d|: /.test(line.text.replace(byLine, "$1"));

const authorSpan = (line: Line): Span => ({ line, text: byLine.exec(line.text)?.[1] ?? line.text });

/** Title and author from the lines before the first heading; the level switch among them is furniture. */
export const readPreamble = (
  section: Section,
  essayAuthor: string,
  levels: ReadonlySet<string>,
  { ledger }: Context,
): { title: string; author: string } => {
  const isSwitch = (line: Line): boolean => isLevelName(line.text, levels);
  for (const line of section.body) if (isFurniture(line)) ledger.furniture(line);
  const [title, ...rest] = section.body.filter((line) => !isFurniture(line));
  for (const line of rest) if (isSwitch(line)) ledger.furniture(line);
  const names = rest.filter((line) => !isSwitch(line) && looksLikeAuthor(line)).map(authorSpan);
  const author = names.find((span) => nameKey(span.text) === nameKey(essayAuthor)) ?? names[0];
  return {
    title: title === undefined ? "" : ledger.take(bodyOf(title)),
    author: author === undefined ? essayAuthor : ledger.take(author),
  };
};
