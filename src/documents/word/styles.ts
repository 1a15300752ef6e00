import { AlignmentType, BorderStyle, type IStylesOptions, LevelFormat, LineRuleType } from "docx";
import type { CompanyTemplate } from "../../domain/company/company-template";
import type { Density } from "../outline";
import { measures } from "./density";
import { look } from "./look";

/** 8.5 mm between two ruled lines, which a hand in a hurry needs. */
const writingLine = 480;

const heading = ({ accent, font }: CompanyTemplate, size: number, before: number, after: number) => ({
  run: { size, bold: true, color: accent, font },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
});

interface Spacing {
  readonly before?: number;
  readonly after: number;
  readonly line?: number;
  readonly lineRule?: (typeof LineRuleType)[keyof typeof LineRuleType];
}

/** The character style of what stands beside the main thing. */
export const besideStyle = "Beside";

const role = (id: string, run: object, spacing: Spacing) => ({
  id,
  name: id,
  basedOn: "Normal",
  quickFormat: true,
  run,
  paragraph: { spacing },
});

/** Paragraph styles by role, so that a company can change the look in Word in one place. */
const paragraphStyles = ({ accent }: CompanyTemplate, density: Density) => {
  const { caption, small, tableText } = measures[density];
  return [
    { ...role("Lead", {}, { after: 0 }), paragraph: { keepNext: true } },
    role("CoverKind", { size: 26, color: accent, bold: true }, { before: 2400, after: 60 }),
    role("Subtitle", { size: 26, color: look.soft }, { after: 480 }),
    {
      ...role("Quote", { italics: true }, { after: 40 }),
      paragraph: { spacing: { after: 40 }, indent: { left: 360 } },
    },
    {
      ...role("Caption", { size: caption.size, color: look.soft }, { after: caption.after }),
      paragraph: { spacing: { before: caption.before, after: caption.after }, keepNext: true },
    },
    role("Small", { size: small.size, color: look.soft }, { before: small.before, after: small.after }),
    {
      ...role("UnderHeading", { size: small.size, color: look.soft }, { after: small.after }),
      paragraph: { spacing: { before: small.before, after: small.after }, keepNext: true },
    },
    {
      ...role("Notice", {}, { before: 80, after: 120 }),
      paragraph: {
        spacing: { before: 80, after: 120 },
        border: { left: { style: BorderStyle.SINGLE, size: 18, color: "B8660B", space: 8 } },
        indent: { left: 160 },
      },
    },
    role(
      "TableText",
      { size: tableText.size },
      { after: 0, line: tableText.line, lineRule: LineRuleType.AUTO },
    ),
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
      ...role("ContentsTitle", { size: 32, bold: true, color: accent }, { after: 160 }),
    },
  ];
};

/** Every style of a document but that of its tables: by role, in the company's look and one of two densities. */
export const packStyles = (language: string, template: CompanyTemplate, density: Density): IStylesOptions => {
  const { body, heading1, beside } = measures[density];
  return {
    default: {
      document: {
        run: { font: template.font, size: body.size, color: look.ink, language: { value: language } },
        paragraph: { spacing: { after: body.after, line: body.line, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { size: 52, bold: true, color: look.ink, font: template.font },
        paragraph: { spacing: { after: 80 } },
      },
      heading1: heading(template, heading1.size, 0, heading1.after),
      heading2: heading(template, 25, 280, 100),
      heading3: heading(template, 22, 180, 60),
      hyperlink: { run: { color: template.accent, underline: {} } },
    },
    characterStyles: [
      { id: besideStyle, name: besideStyle, quickFormat: true, run: { size: beside, color: look.soft } },
    ],
    paragraphStyles: paragraphStyles(template, density),
  };
};

/** Between a chapter and the next on the same page, in twentieths of a point. */
export const chapterGap = 400;

export const bulletReference = "pack-bullets";

/** Of the items of a list, twentieths of a point. */
export const bulletSpacing = { left: 360, hanging: 220, after: 40 } as const;

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
          style: {
            paragraph: {
              indent: { left: bulletSpacing.left, hanging: bulletSpacing.hanging },
              spacing: { after: bulletSpacing.after },
            },
          },
        },
      ],
    },
  ],
};
