import type { Kit, KitSection } from "../../domain/kit/kit";
import type { IndexEntry } from "../../ui/side-index";
import { words } from "./words";

/** The ids of the page's sections, which the side index jumps to. */
export const sectionIds = {
  essay: "essay",
  core: "core",
  competency: "competency-questions",
  attitude: "attitude-questions",
  supporting: "supporting",
  application: "application",
  resumeScreen: "resume-screen",
  interviews: "interviews",
  rounds: "rounds",
  framework: "framework",
} as const;

/** "1 of 16" where fewer are there than announced, else the number. */
export const countText = (present: number, announced: number | null): string =>
  announced !== null && announced > present ? `${present} of ${announced}` : String(present);

const questionCount = (kit: Kit, kind: "competency" | "attitude"): number =>
  kit.questions.filter((question) => question.target.kind === kind).length;

/** The side index of a kit: its sections in the page's order with how much each holds. */
export const kitIndex = (kit: Kit): readonly IndexEntry[] => [
  ...(kit.essay.paragraphs.length > 0
    ? [{ id: sectionIds.essay, label: kit.essay.title || words.essay }]
    : []),
  { id: sectionIds.core, label: words.core },
  {
    id: sectionIds.competency,
    label: words.competencyQuestions,
    count: countText(questionCount(kit, "competency"), kit.announced.competencyQuestions),
    nested: true,
  },
  {
    id: sectionIds.attitude,
    label: words.attitudeQuestions,
    count: countText(questionCount(kit, "attitude"), kit.announced.attitudeQuestions),
    nested: true,
  },
  { id: sectionIds.supporting, label: words.supporting },
  { id: sectionIds.application, label: words.application, nested: true },
  { id: sectionIds.resumeScreen, label: words.resumeScreen, nested: true },
  { id: sectionIds.interviews, label: words.interviews, nested: true },
  { id: sectionIds.rounds, label: words.rounds, count: String(kit.rounds.length) },
  { id: sectionIds.framework, label: words.framework },
];

/** The lead text of a section as the source words it; empty where it has none. */
export const introOf = (kit: Kit, section: KitSection): readonly string[] =>
  kit.intros.find((intro) => intro.section === section)?.paragraphs ?? [];
