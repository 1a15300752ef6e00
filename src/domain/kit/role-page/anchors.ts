import type { Anchor } from "../kit";
import { headingKey } from "./headings";
import type { Ledger } from "./ledger";
import { endsSentence, isBelow, type Line, looksLikeHeading } from "./lines";
import { bodyOf, type Item, type Span, wholeOf } from "./spans";

const knownLabels: ReadonlySet<string> = new Set([
  "exceeds",
  "exceeds expectations",
  "meets",
  "meets expectations",
  "partly meets",
  "partially meets",
  "below",
  "below expectations",
  "does not meet",
  "does not meet expectations",
  "outstanding",
  "excellent",
  "strong",
  "good",
  "solid",
  "satisfactory",
  "fair",
  "mixed",
  "needs improvement",
  "weak",
  "poor",
  "unsatisfactory",
]);

interface Draft {
  readonly label: Span;
  readonly text: Span[];
}

const withText = /^([^:.–—]{2,40})(?:[:.]| [-–—]) (\S.*)$/;
const numberBefore = /^\d (?=\p{L})/u;

const isKnown = (text: string): boolean => knownLabels.has(headingKey(text).replace(numberBefore, ""));

const labelled = (line: Line): Draft | null => {
  if (isKnown(line.body)) return { label: bodyOf(line), text: [] };
  const match = withText.exec(line.body);
  if (match === null || !isKnown(match[1] ?? "")) return null;
  return { label: { line, text: match[1] ?? "" }, text: [{ line, text: match[2] ?? "" }] };
};

const mostWords = 4;

/** An own word for a rating: short, and the text stands right below. */
const ownLabel = (line: Line, next: Line | undefined, open: Draft | undefined): Draft | null => {
  if (next === undefined || !isBelow(line, next) || next.text.length <= line.text.length) return null;
  if (open !== undefined && open.text.length === 0) return null;
  if (!looksLikeHeading(line) || line.text.split(" ").length > mostWords) return null;
  return labelled(next) === null ? { label: bodyOf(line), text: [] } : null;
};

const belongs = (line: Line, { text }: Draft): boolean => {
  const last = text[text.length - 1];
  return last === undefined || !line.afterBlank || !looksLikeHeading(line) || !endsSentence(last.text);
};

const toAnchor = ({ label, text }: Draft, ledger: Ledger): Anchor => ({
  label: ledger.take(label),
  text: text.map(ledger.take).join(" "),
});

/** Reads labels and their texts from the lines under "Scoring anchors", in the page's order. */
export const readAnchors = (items: readonly Item[], ledger: Ledger): Anchor[] => {
  const lines = items.flatMap((item) => item.map((span) => span.line));
  const drafts: Draft[] = [];
  for (const [index, line] of lines.entries()) {
    const open = drafts[drafts.length - 1];
    const label = labelled(line) ?? ownLabel(line, lines[index + 1], open);
    if (label !== null) drafts.push(label);
    else if (open !== undefined && belongs(line, open)) open.text.push(wholeOf(line));
  }
  return drafts.map((draft) => toAnchor(draft, ledger));
};
