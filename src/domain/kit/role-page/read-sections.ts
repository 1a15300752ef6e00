import type { Exercise, KitSection, KnockOut, ResumeCriterion, SectionIntro, VideoPrompt } from "../kit";
import { addAll } from "./add-all";
import { announce, type Context } from "./context";
import { readExercises } from "./exercises";
import { type FrameworkTable, readFramework } from "./framework";
import type { SectionKind } from "./headings";
import { readParagraphs, takeIntro } from "./intros";
import { readKnockOuts } from "./knock-outs";
import { levelKey } from "./level-names";
import { namedLevels } from "./page-level";
import {
  type AttitudeDraft,
  type CompetencyDraft,
  readAttitudeQuestions,
  readCompetencyQuestions,
} from "./questions";
import { readResumeCriteria } from "./resume-criteria";
import type { Section } from "./sections";
import { readVideoPrompts } from "./video-prompts";

/** One section of questions with what it announces; found counts are known once questions are taken. */
export interface DraftSection<Draft> {
  readonly drafts: readonly Draft[];
  readonly heading: number | null;
  readonly pager: number | null;
}

/** Everything read from a page, before questions and framework are matched. */
export interface PageParts {
  readonly intros: SectionIntro[];
  readonly competency: DraftSection<CompetencyDraft>[];
  readonly attitude: DraftSection<AttitudeDraft>[];
  readonly knockOuts: KnockOut[];
  readonly videoPrompts: VideoPrompt[];
  readonly resumeCriteria: ResumeCriterion[];
  readonly exercises: Exercise[];
  readonly tables: FrameworkTable[];
}

type Reader = (section: Section, context: Context, parts: PageParts) => void;

const introReader =
  (kind: KitSection): Reader =>
  (section, context, parts) => {
    parts.intros.push(takeIntro(kind, section, readParagraphs(section.body, context), context));
  };

const structureOf = (section: Section, { ledger }: Context): void => {
  if (section.heading !== null) ledger.structure(section.heading);
};

const competencyReader: Reader = (section, context, parts) => {
  const { drafts, lead, total } = readCompetencyQuestions(section, context);
  parts.intros.push(takeIntro("competencyQuestions", section, lead, context));
  parts.competency.push({ drafts, heading: section.announced, pager: total });
};

const attitudeReader: Reader = (section, context, parts) => {
  const { drafts, lead, total } = readAttitudeQuestions(section, context);
  parts.intros.push(takeIntro("attitudeQuestions", section, lead, context));
  parts.attitude.push({ drafts, heading: section.announced, pager: total });
};

const knockOutReader: Reader = (section, context, parts) => {
  structureOf(section, context);
  const { knockOuts, total } = readKnockOuts(section, context);
  announce(context, "knockOuts", { heading: section.announced, pager: total }, knockOuts.length);
  addAll(parts.knockOuts, knockOuts);
};

const videoReader: Reader = (section, context, parts) => {
  structureOf(section, context);
  const { prompts, total } = readVideoPrompts(section, context);
  announce(context, "videoPrompts", { heading: section.announced, pager: total }, prompts.length);
  addAll(parts.videoPrompts, prompts);
};

const resumeReader: Reader = (section, context, parts) => {
  structureOf(section, context);
  const { criteria, total } = readResumeCriteria(section, context);
  announce(context, "resumeCriteria", { heading: section.announced ?? total, pager: null }, criteria.length);
  addAll(parts.resumeCriteria, criteria);
};

const exerciseReader =
  (kind: Exercise["kind"]): Reader =>
  (section, context, parts) => {
    structureOf(section, context);
    addAll(parts.exercises, readExercises(kind, section, context));
  };

const knownLevels = ({ competency, attitude }: PageParts): ReadonlySet<string> => {
  const drafts = [...competency, ...attitude].flatMap((each) => [...each.drafts]);
  return new Set(namedLevels(drafts).map(levelKey));
};

const frameworkReader: Reader = (section, context, parts) => {
  const { lead, tables } = readFramework(section, knownLevels(parts), context);
  parts.intros.push(takeIntro("framework", section, lead, context));
  addAll(parts.tables, tables);
  for (const { discipline, announced, rows } of tables) {
    if (announced === null) continue;
    const of = discipline?.text ?? "";
    context.announcements.push({ what: "frameworkCompetencies", of, announced, found: rows.length });
  }
};

/* Preamble and essay are read apart; an unknown stage has no reader, so that its lines stay unplaced. */
const readers: Partial<Record<SectionKind, Reader>> = {
  core: introReader("core"),
  competencyQuestions: competencyReader,
  attitudeQuestions: attitudeReader,
  supporting: introReader("supporting"),
  application: introReader("application"),
  resumeScreen: introReader("resumeScreen"),
  interviews: introReader("interviews"),
  knockOuts: knockOutReader,
  videoPrompts: videoReader,
  resumeCriteria: resumeReader,
  presentation: exerciseReader("presentation"),
  workSimulation: exerciseReader("workSimulation"),
  test: exerciseReader("test"),
};

/** Reads all sections; the framework last, since the questions tell which levels there are. */
export const readSections = (sections: readonly Section[], context: Context): PageParts => {
  const parts: PageParts = {
    intros: [],
    competency: [],
    attitude: [],
    knockOuts: [],
    videoPrompts: [],
    resumeCriteria: [],
    exercises: [],
    tables: [],
  };
  for (const section of sections) readers[section.kind]?.(section, context, parts);
  for (const section of sections) if (section.kind === "framework") frameworkReader(section, context, parts);
  return parts;
};
