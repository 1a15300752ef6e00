import type { KitId, LevelId } from "../../ids";
import type { Announced, Kit, Question } from "../kit";
import { defaultQuestionScale } from "../scale";
import { addAll } from "./add-all";
import { Catalogue } from "./catalogue";
import { announce, type Context } from "./context";
import { scaleExercises } from "./exercise-scale";
import { mergeIntros, readEssay, readPreamble } from "./intros";
import { levelKey } from "./level-names";
import { type Calibration, calibrationOf, namedLevels } from "./page-level";
import type { AttitudeDraft, CompetencyDraft } from "./questions";
import { type DraftSection, type PageParts, readSections } from "./read-sections";
import type { AnnouncedKind } from "./report";
import { linkHeadings, type Section } from "./sections";
import { type QuestionContext, takeAttitudeQuestion, takeCompetencyQuestion } from "./take-questions";
import { Topics } from "./topics";

const untitled = "Untitled role";
const onlyLevel = "All levels";

const takeSections = <Draft>(
  kind: "competencyQuestions" | "attitudeQuestions",
  sections: readonly DraftSection<Draft>[],
  take: (draft: Draft) => Question[],
  context: Context,
): Question[] =>
  sections.flatMap(({ drafts, heading, pager }) => {
    const questions = drafts.flatMap(take);
    announce(context, kind, { heading, pager }, questions.length);
    return questions;
  });

/** The level of a page that shows one; none where its questions name several or none. */
const pageLevels = (parts: PageParts, catalogue: Catalogue): readonly LevelId[] => {
  const drafts: readonly (CompetencyDraft | AttitudeDraft)[] = [
    ...parts.competency,
    ...parts.attitude,
  ].flatMap((section): readonly (CompetencyDraft | AttitudeDraft)[] => section.drafts);
  const [first, second] = namedLevels(drafts);
  return first === undefined || second !== undefined ? [] : [catalogue.addLevel(first)];
};

const takeQuestions = (parts: PageParts, calibration: Calibration, context: QuestionContext): Question[] => {
  const levels = pageLevels(parts, context.catalogue);
  const levelsFor = (kind: keyof Calibration): readonly LevelId[] => (calibration[kind] ? levels : []);
  const competency = takeSections(
    "competencyQuestions",
    parts.competency,
    (draft) => takeCompetencyQuestion(draft, levelsFor("competencyQuestions"), context),
    context,
  );
  const attitude = takeSections(
    "attitudeQuestions",
    parts.attitude,
    (draft) => takeAttitudeQuestion(draft, levelsFor("attitudeQuestions"), context),
    context,
  );
  return [...competency, ...attitude];
};

const addLevels = (parts: PageParts, catalogue: Catalogue, context: Context): void => {
  for (const table of parts.tables) catalogue.addTable(table);
  const fromFramework = catalogue.levels.length > 0;
  for (const draft of [...parts.competency, ...parts.attitude].flatMap(({ drafts }) => [...drafts])) {
    for (const { level } of draft.expectations) {
      if (fromFramework && catalogue.levelId(level.text) === undefined)
        context.notes.push({ type: "levelNotInFramework", line: level.line.number, level: level.text });
      catalogue.addLevel(level.text);
    }
  }
  if (catalogue.levels.length > 0) return;
  catalogue.addLevel(onlyLevel);
  context.notes.push({ type: "levelsMissing" });
};

const announcedTotal = ({ announcements }: Context, what: AnnouncedKind): number | null => {
  const totals = announcements.filter((each) => each.what === what);
  return totals.length === 0 ? null : totals.reduce((sum, each) => sum + each.announced, 0);
};

const announcedOf = (context: Context): Announced => ({
  competencyQuestions: announcedTotal(context, "competencyQuestions"),
  attitudeQuestions: announcedTotal(context, "attitudeQuestions"),
  videoPrompts: announcedTotal(context, "videoPrompts"),
  resumeCriteria: announcedTotal(context, "resumeCriteria"),
});

type Head = Pick<Kit, "title" | "author" | "essay">;

const headOf = (sections: readonly Section[], levels: ReadonlySet<string>, context: Context): Head => {
  const essay = readEssay(
    sections.filter((section) => section.kind === "essay"),
    context,
  );
  const [preamble] = sections;
  const head =
    preamble === undefined
      ? { title: "", author: "" }
      : readPreamble(preamble, essay.author, levels, context);
  if (head.title === "") context.notes.push({ type: "titleMissing" });
  return { ...head, title: head.title || untitled, essay };
};

/** Makes the kit from a page's sections. What no reader takes stays unplaced in the ledger. */
export const assembleKit = (all: readonly Section[], kitId: KitId, context: Context): Kit => {
  const links = linkHeadings(all);
  for (const { heading } of links) if (heading !== null) context.ledger.furniture(heading);
  const sections = all.filter((section) => !links.has(section));
  const parts = readSections(sections, context);
  const catalogue = new Catalogue(context);
  const topics = new Topics(context);
  addLevels(parts, catalogue, context);
  const intros = mergeIntros(parts.intros);
  const questions = takeQuestions(parts, calibrationOf(intros), { ...context, catalogue, topics });
  const { exercises, scale, notes } = scaleExercises(parts.exercises);
  addAll(context.notes, notes);
  const levels = new Set(catalogue.levels.map((level) => levelKey(level.name)));
  return {
    format: "panelbook-kit",
    formatVersion: 1,
    id: kitId,
    ...headOf(sections, levels, context),
    intros,
    announced: announcedOf(context),
    levels: catalogue.levels,
    questionScale: [...defaultQuestionScale],
    exerciseScale: scale,
    disciplines: catalogue.disciplines,
    competencies: catalogue.competencies,
    attitudes: topics.attitudes,
    rounds: topics.rounds,
    questions,
    knockOuts: parts.knockOuts,
    videoPrompts: parts.videoPrompts,
    resumeCriteria: parts.resumeCriteria,
    exercises,
  };
};
