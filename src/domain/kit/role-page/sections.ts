import { doubtfulHeadings, headingKey, type SectionKind, sectionHeadings } from "./headings";
import { labelOf } from "./labels";
import type { Line } from "./lines";

/** A heading and the lines below it, up to the next heading. Only the preamble has no heading. */
export interface Section {
  readonly kind: SectionKind;
  readonly heading: Line | null;
  /** The count in the heading ("16 Competency Questions"), null where it has none. */
  readonly announced: number | null;
  readonly body: readonly Line[];
}

interface Heading {
  readonly kind: SectionKind;
  readonly announced: number | null;
}

const kindsByKey = (
  table: Partial<Record<SectionKind, readonly string[]>>,
): ReadonlyMap<string, SectionKind> =>
  new Map(
    Object.entries(table).flatMap(([kind, keys]) =>
      keys.map((key): [string, SectionKind] => [key, kind as SectionKind]),
    ),
  );

const certain = kindsByKey(sectionHeadings);
const doubtful = kindsByKey(doubtfulHeadings);

const longestHeading = 120;
const essay =
  /^(?:why|what makes) this (?:role|job|position) (?:is |so )*(?:hard|difficult|tough|challenging)\b/i;
const stage = /^stage (\d{1,2}|[ivx]{1,4})(?: ?[·•|:–—-] ?(.*))?$/i;
const countBefore = /^(\d{1,6}) ?(\D.*)$/;
const countAfter = /^(.{1,100}) \((\d{1,6})\):?$/;

const splitCount = (text: string): { name: string; announced: number | null } => {
  const before = countBefore.exec(text);
  if (before !== null) return { name: before[2] ?? "", announced: Number(before[1]) };
  const after = countAfter.exec(text);
  if (after !== null) return { name: after[1] ?? "", announced: Number(after[2]) };
  return { name: text, announced: null };
};

const stageNames: readonly [RegExp, SectionKind][] = [
  [/appl/, "application"],
  [/resume|\bcv\b/, "resumeScreen"],
  [/interview/, "interviews"],
];
const stageNumbers: Record<string, SectionKind> = {
  "1": "application",
  "2": "resumeScreen",
  "3": "interviews",
  i: "application",
  ii: "resumeScreen",
  iii: "interviews",
};

const stageKind = (number: string, name: string): SectionKind => {
  const key = headingKey(name);
  const named = stageNames.find(([word]) => word.test(key));
  if (named !== undefined) return named[1];
  return stageNumbers[number.toLowerCase()] ?? "other";
};

const exerciseLabels = new Set([
  "format",
  "audience",
  "prepare",
  "deliverables",
  "anchors",
  "responseTime",
  "successCriteria",
  "items",
]);
const lookAhead = 12;

const exerciseFollows = (lines: readonly Line[], index: number): boolean =>
  lines.slice(index + 1, index + 1 + lookAhead).some((line) => {
    const label = labelOf(line);
    return label !== null && exerciseLabels.has(label.field);
  });

const headingAt = (lines: readonly Line[], index: number): Heading | null => {
  const line = lines[index];
  if (line === undefined || line.marker === "bullet" || line.text.length > longestHeading) return null;
  if (essay.test(line.body)) return { kind: "essay", announced: null };
  const step = stage.exec(line.body);
  if (step !== null) return { kind: stageKind(step[1] ?? "", step[2] ?? ""), announced: null };
  const { name, announced } = splitCount(line.body);
  const key = headingKey(name);
  const kind = certain.get(key);
  if (kind !== undefined) return { kind, announced };
  const maybe = doubtful.get(key);
  return maybe !== undefined && exerciseFollows(lines, index) ? { kind: maybe, announced } : null;
};

/** Cuts a page at its known headings, in whatever order they stand. The first section is the preamble. */
export const groupSections = (lines: readonly Line[]): readonly Section[] => {
  const sections: Section[] = [];
  let heading: Line | null = null;
  let found: Heading = { kind: "preamble", announced: null };
  let body: Line[] = [];
  const close = (): void => {
    sections.push({ ...found, heading, body });
  };
  for (const [index, line] of lines.entries()) {
    const next = headingAt(lines, index);
    if (next === null) {
      body.push(line);
      continue;
    }
    close();
    heading = line;
    found = next;
    body = [];
  }
  close();
  return sections;
};

/**
 * The headings that hold nothing while another section of their kind does: the page's own list of links.
 */
export const linkHeadings = (sections: readonly Section[]): ReadonlySet<Section> => {
  const filled = new Set(sections.filter((section) => section.body.length > 0).map(({ kind }) => kind));
  return new Set(
    sections.filter(({ heading, body, kind }) => heading !== null && body.length === 0 && filled.has(kind)),
  );
};
