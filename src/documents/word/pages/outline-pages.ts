import type { CompanyTemplate } from "../../../domain/company/company-template";
import type { Block, Outline } from "../../outline";
import { measures } from "../density";
import { logoSize } from "../logo";
import { type PageLook, pageLook } from "../page";
import { styleOfRole } from "../roles";
import { packStyles } from "../styles";
import { wordText } from "../text-hygiene";
import { blockStrips, type Surroundings } from "./block-strips";
import { type Flow, flowOf, type Room, type Strip } from "./flow";
import { lineHeights, type Measuring, paragraphStrips } from "./strips";
import { type StyleMeasures, styleMeasures } from "./style-measures";

/** The contents list headings of these levels. */
const listedLevels = 2;

type Heading = Extract<Block, { kind: "heading" }>;

/** The mark of the heading that the contents list at `index`, from 0. */
export const markOf = (index: number): string => `heading ${index}`;

const isListed = (block: Block): block is Heading =>
  block.kind === "heading" && block.level <= listedLevels && wordText(block.text).trim() !== "";

/** As high as the lines at the foot of a letter's first page are more than its margin has room for. */
const letterFootOver = (
  { name, address }: CompanyTemplate,
  { margin, runningLine }: PageLook,
  small: StyleMeasures,
  measuring: Measuring,
): number => {
  const words = [name, ...address.split("\n")].map((line) => line.trim()).filter((line) => line !== "");
  if (words.length === 0) return 0;
  const text = (value: string) => ({ text: value, size: small.size, face: small.face });
  const width = measuring.page.textWidth / 20;
  const heights = [words.join(" · "), "Page"].flatMap((line) =>
    lineHeights([text(line)], small, width, measuring),
  );
  const between = small.before + Math.max(small.before, small.after) + small.after;
  const foot = runningLine / 20 + between + heights.reduce((sum, height) => sum + height, 0);
  return Math.max(0, foot - margin / 20);
};

const logoStrips = ({ logo }: CompanyTemplate, normal: StyleMeasures): readonly Strip[] =>
  logo === null ? [] : paragraphStrips([(logoSize(logo).height * 72) / 96], normal);

const roomOf = (template: CompanyTemplate, measuring: Measuring, isLetter: boolean): Room => {
  const { page } = measuring;
  const others = (page.height - 2 * page.margin) / 20;
  const over = isLetter ? letterFootOver(template, page, measuring.styleOf("Small"), measuring) : 0;
  return { first: others - over, others };
};

const measuringOf = (outline: Outline, template: CompanyTemplate): Measuring => {
  const density = outline.density ?? "normal";
  return {
    font: template.font,
    page: pageLook(template, density),
    styleOf: styleMeasures(packStyles(outline.language, template, density)),
    besideSize: measures[density].beside / 2,
  };
};

/**
 * On which page each heading of a document stands that its contents list, and how many pages there are: the lines of every
 * paragraph and cell counted by the widths of their letters, the pages filled as Word fills them. Whoever lays the file out
 * with other fonts may come to a page more or less.
 */
export const outlinePages = (outline: Outline, template: CompanyTemplate): Flow => {
  const measuring = measuringOf(outline, template);
  const blocks = [...outline.cover, ...outline.body];
  const listed = blocks.filter(isListed);
  const marks = new Map<Block, string>(listed.map((heading, index) => [heading, markOf(index)]));
  const around: Surroundings = { measuring, styleOfRole, listed };
  const isLetter = outline.cover.length > 0;
  const strips = [
    ...(isLetter ? logoStrips(template, measuring.styleOf("Normal")) : []),
    ...blocks.flatMap((block) => blockStrips(block, around, marks.get(block))),
  ];
  return flowOf(strips, roomOf(template, measuring, isLetter));
};
