import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Kit, kitSchema } from "../../../../src/domain/kit/kit";
import { projectRoot } from "../../../dev/project-root";

const bundled = async (): Promise<Kit> => {
  const text = await readFile(join(projectRoot, "resources/kits/alliance-partner-manager.json"), "utf8");
  return kitSchema.parse(z.unknown().parse(JSON.parse(text)));
};

/**
 * The bundled kit with its questions shared out otherwise: `slots` rounds of `each` questions, all asked at every level,
 * and no exercise, so that a plan made of it has just these slots.
 */
export const dayKit = async (slots: number, each: number): Promise<string> => {
  const kit = await bundled();
  const [round] = kit.rounds;
  if (round === undefined || kit.questions.length < slots * each)
    throw new Error("the bundled kit is too small");
  const rounds = Array.from({ length: slots }, (_, index) => ({
    ...round,
    id: `${round.id}-${index}`,
    name: `Hour ${index + 1}`,
    minutes: 60,
  }));
  const levelIds = kit.levels.map(({ id }) => id);
  const questions = kit.questions.slice(0, slots * each).map((question, index) => ({
    ...question,
    levelIds,
    roundId: rounds[Math.floor(index / each)]?.id ?? null,
  }));
  return JSON.stringify(kitSchema.parse({ ...kit, rounds, questions, exercises: [] }));
};
