import type { LevelId } from "../../domain/ids";
import type { Kit, KitSection } from "../../domain/kit/kit";
import type { IndexEntry } from "../../ui/side-index";
import { announcedOf, type QuestionKind, questionsShown } from "./questions";
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
  scales: "rating-scales",
  framework: "framework",
  lint: "worth-another-look",
} as const;

/** "1 of 16" where the kit has fewer than announced in all, else the number shown at the level. */
export const countText = (shown: number, inAll: number, announced: number | null): string =>
  announced !== null && announced > inAll ? `${shown} of ${announced}` : String(shown);

const questionCount = (kit: Kit, kind: QuestionKind, levelId: LevelId): string => {
  const inAll = kit.questions.filter((question) => question.target.kind === kind).length;
  return countText(questionsShown(kit, kind, levelId).length, inAll, announcedOf(kit.announced, kind));
};

/** The side index of a kit: its sections in the page's order with how much each holds for a level. */
export const kitIndex = (kit: Kit, levelId: LevelId, findings: number): readonly IndexEntry[] => [
  ...(kit.essay.paragraphs.length > 0
    ? [{ id: sectionIds.essay, label: kit.essay.title || words.essay }]
    : []),
  { id: sectionIds.core, label: words.core },
  {
    id: sectionIds.competency,
    label: words.competencyQuestions,
    count: questionCount(kit, "competency", levelId),
    nested: true,
  },
  {
    id: sectionIds.attitude,
    label: words.attitudeQuestions,
    count: questionCount(kit, "attitude", levelId),
    nested: true,
  },
  { id: sectionIds.supporting, label: words.supporting },
  { id: sectionIds.application, label: words.application, nested: true },
  { id: sectionIds.resumeScreen, label: words.resumeScreen, nested: true },
  { id: sectionIds.interviews, label: words.interviews, nested: true },
  { id: sectionIds.rounds, label: words.rounds, count: String(kit.rounds.length) },
  { id: sectionIds.scales, label: words.scales },
  { id: sectionIds.framework, label: words.framework },
  { id: sectionIds.lint, label: words.lint, count: String(findings) },
];

/** The lead text of a section as the source words it; empty where it has none. */
export const introOf = (kit: Kit, section: KitSection): readonly string[] =>
  kit.intros.find((intro) => intro.section === section)?.paragraphs ?? [];
