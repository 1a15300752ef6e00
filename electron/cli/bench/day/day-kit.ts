import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Kit, kitSchema } from "../../../../src/domain/kit/kit";
import { projectRoot } from "../../../dev/project-root";

const bundled = async (): Promise<Kit> => {
  const text = await readFile(join(projectRoot, "resources/kits/alliance-partner-manager.json"), "utf8");
  return kitSchema.parse(z.unknown().parse(JSON.parse(text)));
};

type Question = Kit["questions"][number];

/** The same question once more, with ids of its own. */
const again = (question: Question, time: number) => {
  const own = (sign: Question["positive"][number]) => ({ ...sign, id: `${sign.id}-${time}` });
  return {
    ...question,
    id: `${question.id}-${time}`,
    prompt: `Set ${time}: ${question.prompt}`,
    positive: question.positive.map(own),
    negative: question.negative.map(own),
  };
};

/** So many questions of the kit; where it has fewer, they come again. */
const questionsOf = ({ questions }: Kit, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const question = questions[index % questions.length];
    if (question === undefined) throw new Error("the bundled kit has no question");
    const time = Math.floor(index / questions.length) + 1;
    return time === 1 ? question : again(question, time);
  });

/**
 * The bundled kit with its questions shared out otherwise: `slots` rounds of `each` questions, all asked at every level,
 * and no exercise, so that a plan made of it has just these slots.
 */
export const dayKit = async (slots: number, each: number): Promise<string> => {
  const kit = await bundled();
  const [round] = kit.rounds;
  if (round === undefined) throw new Error("the bundled kit has no round");
  const rounds = Array.from({ length: slots }, (_, index) => ({
    ...round,
    id: `${round.id}-${index}`,
    name: `Hour ${index + 1}`,
    minutes: 60,
  }));
  const levelIds = kit.levels.map(({ id }) => id);
  const questions = questionsOf(kit, slots * each).map((question, index) => ({
    ...question,
    levelIds,
    roundId: rounds[Math.floor(index / each)]?.id ?? null,
  }));
  return JSON.stringify(kitSchema.parse({ ...kit, rounds, questions, exercises: [] }));
};
