import { InternalHyperlink, type ParagraphChild, TextRun } from "docx";
import type { Inline } from "../outline";
import { besideStyle } from "./styles";
import { wordLines } from "./text-hygiene";

const textRuns = (
  text: string,
  marks: {
    readonly bold?: boolean;
    readonly italics?: boolean;
    readonly style?: string;
  },
): readonly TextRun[] =>
  wordLines(text).map(
    (line, index) => new TextRun({ text: line, ...marks, ...(index > 0 ? { break: 1 } : {}) }),
  );

const renderInline = (inline: Inline): readonly ParagraphChild[] => {
  if (inline.kind === "link") {
    const children = [new TextRun({ text: wordLines(inline.text).join(" "), style: "Hyperlink" })];
    return [new InternalHyperlink({ anchor: inline.anchor, children })];
  }
  // A mark that is not set is left to the paragraph's style: `false` would take the style's own bold away.
  return textRuns(inline.text, {
    ...(inline.bold === true ? { bold: true } : {}),
    ...(inline.italic === true ? { italics: true } : {}),
    ...(inline.small === true ? { style: besideStyle } : {}),
  });
};

/** The runs of a paragraph; a line feed in a text becomes a line break. */
export const renderInlines = (inlines: readonly Inline[]): ParagraphChild[] => inlines.flatMap(renderInline);
