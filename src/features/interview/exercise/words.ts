import type { Exercise } from "../../../domain/kit/kit";
import type { PhaseName, PhasePace } from "./phases";

/** Every text of the exercise part of the interview. */

export const phaseWords: Record<Exercise["kind"], Record<PhaseName, string>> = {
  presentation: { preparation: "Preparation", answer: "Presentation", questions: "Questions" },
  workSimulation: { preparation: "Preparation", answer: "Simulation", questions: "Questions" },
  test: { preparation: "Preparation", answer: "Answers", questions: "Talk about it" },
};

export const paceWords: Record<PhasePace, string> = { calm: "", closing: ", closing", over: ", over time" };

export const criterionWords = { met: "met", notMet: "not met", open: "not judged" } as const;

export const judgedWords = { right: "Right", wrong: "Wrong" } as const;
