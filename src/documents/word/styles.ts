import { AlignmentType, BorderStyle, type IStylesOptions, LevelFormat, LineRuleType } from "docx";
import type { CompanyTemplate } from "../../domain/company/company-template";
import { look } from "./look";

/** 8.5 mm between two ruled lines, which a hand in a hurry needs. */
const writingLine = 480;

const heading = ({ accent, font }: CompanyTemplate, size: number, before: number, after: number) => ({
  run: { size, bold: true, color: accent, font },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
});

const role = (id: string, run: object, spacing: { readonly before?: number; readonly after: number }) => ({
  id,
  name: id,
  basedOn: "Normal",
  quickFormat: true,
  run,
  paragraph: { spacing },
});

/** Paragraph styles by role, so that a company can change the look in Word in one place. */
export const packStyles = (language: string, template: CompanyTemplate): IStylesOptions => ({
  default: {
    document: {
      run: { font: template.font, size: 21, color: look.ink, language: { value: language } },
      paragraph: { spacing: { after: 100, line: 264, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { size: 52, bold: true, color: look.ink, font: template.font },
      paragraph: { spacing: { after: 80 } },
    },
    heading1: heading(template, 32, 0, 160),
    heading2: heading(template, 25, 280, 100),
    heading3: heading(template, 22, 180, 60),
    hyperlink: { run: { color: template.accent, underline: {} } },
  },
  paragraphStyles: [
    role("CoverKind", { size: 26, color: template.accent, bold: true }, { before: 2400, after: 60 }),
    role("Subtitle", { size: 26, color: look.soft }, { after: 480 }),
    {
      ...role("Quote", { italics: true }, { after: 40 }),
      paragraph: { spacing: { after: 40 }, indent: { left: 360 } },
    },
    {
      ...role("Caption", { size: 19, color: look.soft }, { before: 160, after: 60 }),
      paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
    },
    role("Small", { size: 18, color: look.soft }, { before: 80, after: 80 }),
    {
      ...role("Notice", {}, { before: 80, after: 120 }),
      paragraph: {
        spacing: { before: 80, after: 120 },
        border: { left: { style: BorderStyle.SINGLE, size: 18, color: "B8660B", space: 8 } },
        indent: { left: 160 },
      },
    },
    role("TableText", { size: 19 }, { after: 0 }),
    {
      ...role("WritingLine", {}, { after: 0 }),
      paragraph: {
        spacing: { before: 0, after: 0, line: writingLine, lineRule: LineRuleType.EXACT },
        border: {
          bottom: { style: BorderStyle.SINGLE, size: 4, color: look.line, space: 1 },
          // Word draws one border around equal neighbours unless there is one between them.
          between: { style: BorderStyle.SINGLE, size: 4, color: look.line, space: 1 },
        },
      },
    },
    {
      ...role("ContentsTitle", { size: 32, bold: true, color: template.accent }, { after: 160 }),
    },
  ],
});

export const bulletReference = "pack-bullets";

export const packNumbering = {
  config: [
    {
      reference: bulletReference,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: "•",
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 360, hanging: 220 }, spacing: { after: 40 } } },
        },
      ],
    },
  ],
};
