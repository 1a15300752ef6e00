import { z } from "zod";

const count = z.int().nonnegative();
const lineNumber = z.int().nonnegative();
const lineNoteSchema = z.object({ line: lineNumber, text: z.string() });

/** How many of each kind the kit holds. */
export const recognisedSchema = z.object({
  essayParagraphs: count,
  levels: count,
  disciplines: count,
  competencies: count,
  /** Cells of the framework with a text. */
  levelTexts: count,
  expectations: count,
  attitudes: count,
  rounds: count,
  competencyQuestions: count,
  attitudeQuestions: count,
  positiveIndicators: count,
  negativeIndicators: count,
  knockOuts: count,
  videoPrompts: count,
  resumeStatements: count,
  resumeQuestions: count,
  presentations: count,
  workSimulations: count,
  tests: count,
  roles: count,
  anchors: count,
});
export type Recognised = z.infer<typeof recognisedSchema>;

export const announcedKinds = [
  "competencyQuestions",
  "attitudeQuestions",
  "knockOuts",
  "videoPrompts",
  "resumeCriteria",
  "frameworkCompetencies",
] as const;
export type AnnouncedKind = (typeof announcedKinds)[number];

/** "16 announced, 1 on the page". `of` names the discipline for competencies and is empty otherwise. */
export const announcedGapSchema = z.object({
  what: z.enum(announcedKinds),
  of: z.string(),
  announced: count,
  found: count,
});
export type AnnouncedGap = z.infer<typeof announcedGapSchema>;

/** What a person should look at. Lines are counted from 1; 0 means no single line. */
export const importNoteSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("titleMissing") }),
  z.object({ type: z.literal("levelsMissing") }),
  /** Signs that are no text were found; they were left out. */
  z.object({ type: z.literal("damagedCharacters"), count }),
  z.object({
    type: z.literal("moreThanAnnounced"),
    what: z.enum(announcedKinds),
    of: z.string(),
    announced: count,
    found: count,
  }),
  /** A heading says one total, "1 of N" another; the heading's counts. */
  z.object({ type: z.literal("totalsDiffer"), what: z.enum(announcedKinds), heading: count, pager: count }),
  z.object({ type: z.literal("questionWithoutPrompt"), line: lineNumber, topic: z.string() }),
  z.object({ type: z.literal("questionWithoutTopic"), line: lineNumber }),
  /** The question's text of the requirement differs from the framework's; the kit has the framework's. */
  z.object({
    type: z.literal("requirementDiffers"),
    line: lineNumber,
    competency: z.string(),
    level: z.string(),
    onQuestion: z.string(),
    inFramework: z.string(),
  }),
  z.object({
    type: z.literal("expectationDiffers"),
    line: lineNumber,
    competency: z.string(),
    level: z.string(),
    kept: z.string(),
    other: z.string(),
  }),
  z.object({
    type: z.literal("definitionDiffers"),
    line: lineNumber,
    attitude: z.string(),
    kept: z.string(),
    other: z.string(),
  }),
  /** A requirement that names no single level, so that it belongs to no cell. */
  z.object({
    type: z.literal("requirementWithoutLevel"),
    line: lineNumber,
    competency: z.string(),
    text: z.string(),
  }),
  z.object({ type: z.literal("levelNotInFramework"), line: lineNumber, level: z.string() }),
  /** A competency stands under no discipline; it was put under one named "General". */
  z.object({ type: z.literal("disciplineMissing"), line: lineNumber, competency: z.string() }),
  /** Two competencies of the same name, kept apart because discipline or texts differ. */
  z.object({ type: z.literal("competencyTwice"), line: lineNumber, competency: z.string() }),
  /** The names ran together in the table's head; this is how they were cut. */
  z.object({
    type: z.literal("levelNamesGuessed"),
    line: lineNumber,
    header: z.string(),
    names: z.array(z.string()),
  }),
  /** A row has fewer cells than there are levels; they were filled in from the first level on. */
  z.object({
    type: z.literal("shortRow"),
    line: lineNumber,
    competency: z.string(),
    cells: count,
    levels: count,
  }),
  /** Nothing says which answer ends the application. */
  z.object({ type: z.literal("knockOutWithoutAnswer"), line: lineNumber }),
  /** The labels of an exercise's anchors are not those of the exercise scale. */
  z.object({ type: z.literal("anchorLabelsDiffer"), exercise: z.string(), labels: z.array(z.string()) }),
  /** A kit file has a field this version does not know; it was left out. */
  z.object({ type: z.literal("unknownField"), path: z.string() }),
]);
export type ImportNote = z.infer<typeof importNoteSchema>;

/** What an import made of its source: nothing is dropped without standing here. */
export const importReportSchema = z.object({
  /** Every non-blank line is counted once: in the kit, as structure (headings, labels, figures), aside, or unplaced. */
  lines: z.object({
    total: count,
    blank: count,
    inKit: count,
    structure: count,
    furniture: count,
    unplaced: count,
  }),
  recognised: recognisedSchema,
  announcedButMissing: z.array(announcedGapSchema),
  /** Lines, or the rest of a line, that found no place. */
  unplaced: z.array(lineNoteSchema),
  /** Lines that belong to the page and not to the role, set aside on purpose. */
  furniture: z.array(lineNoteSchema),
  notes: z.array(importNoteSchema),
});
export type ImportReport = z.infer<typeof importReportSchema>;
