import { type FieldName, fieldLabels, headingKey } from "./headings";
import { endsSentence, type Line } from "./lines";
import { bodyOf, type Span } from "./spans";

/** A label found on a line: which field, what follows it on the same line, and the level it names. */
export interface Label {
  readonly field: FieldName;
  readonly rest: Span | null;
  /** "Expected at Junior" names a level; other labels name nothing. */
  readonly level: Span | null;
}

const byKey: ReadonlyMap<string, FieldName> = new Map(
  Object.entries(fieldLabels).flatMap(([field, keys]) =>
    keys.map((key): [string, FieldName] => [key, field as FieldName]),
  ),
);

const longestLabel = 60;
const expectedAt = /^expected at (?:the )?([^:]{1,40}?)(?: level)?(?:: ?(.*))?$/i;
const withText = /^([^:.–—]{2,40})(?:[:.]| [-–—]) (\S.*)$/;

const spanOf = (line: Line, text: string | undefined): Span | null =>
  text === undefined || text === "" ? null : { line, text };

const expectationLabel = (line: Line): Label | null => {
  const match = expectedAt.exec(line.body);
  const level = spanOf(line, match?.[1]);
  if (match === null || level === null || endsSentence(level.text)) return null;
  return { field: "expectation", rest: spanOf(line, match[2]), level };
};

const labelWithText = (line: Line): Label | null => {
  const match = withText.exec(line.body);
  const field = match === null ? undefined : byKey.get(headingKey(match[1] ?? ""));
  return field === undefined ? null : { field, rest: spanOf(line, match?.[2]), level: null };
};

/** The label a line is or begins with; null for an ordinary line. A bulleted line is never a label. */
export const labelOf = (line: Line): Label | null => {
  if (line.marker === "bullet") return null;
  if (line.body.length > longestLabel) return labelWithText(line);
  const field = byKey.get(headingKey(bodyOf(line).text));
  if (field !== undefined) return { field, rest: null, level: null };
  return expectationLabel(line) ?? labelWithText(line);
};
