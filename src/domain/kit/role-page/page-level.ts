import type { SectionIntro } from "../kit";
import { levelKey } from "./level-names";
import type { QuestionDraft } from "./questions";

/** The names of the levels that questions were marked with by "Expected at …", each once. */
export const namedLevels = (drafts: readonly QuestionDraft[]): readonly string[] => {
  const names = drafts.flatMap((draft) => draft.expectations.map((expectation) => expectation.level.text));
  return [...new Map(names.map((name) => [levelKey(name), name])).values()];
};

/** For which questions the page says that they are worded for the level it shows. */
export interface Calibration {
  readonly competencyQuestions: boolean;
  readonly attitudeQuestions: boolean;
}

const questionIntros: ReadonlySet<string> = new Set(["core", "competencyQuestions", "attitudeQuestions"]);

/**
 * A page shows one level. Where its lead text says that the questions are "calibrated" to a level, a question
 * that names no level of its own is marked with the page's level; attitude questions only where the sentence
 * names them or stands in their own section. Without that sentence such questions are for every level.
 */
export const calibrationOf = (intros: readonly SectionIntro[]): Calibration => {
  const said = (about: "competency" | "attitude"): boolean =>
    intros
      .filter(({ section }) => questionIntros.has(section))
      .some(({ section, paragraphs }) =>
        paragraphs.some(
          (text) =>
            /\bcalibrated\b/i.test(text) &&
            /\blevel\b/i.test(text) &&
            (section === `${about}Questions` || text.toLowerCase().includes(about)),
        ),
      );
  return { competencyQuestions: said("competency"), attitudeQuestions: said("attitude") };
};
