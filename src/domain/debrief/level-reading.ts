import type { LevelReading } from "../loop/debrief-words";
import type { LoopRecord } from "../record/record";

/** How what the panel reads of a competency stands to the level hired for. */
export type Standing = "below" | "at" | "above" | "notSaid" | "notRead";

export interface LevelLine {
  readonly competencyId: string;
  readonly name: string;
  /** What stands of the panel's readings; null where there is none yet. */
  readonly reading: LevelReading | null;
  readonly standing: Standing;
}

const standingOf = ({ kit, plan }: LoopRecord, reading: LevelReading | null): Standing => {
  if (reading === null) return "notRead";
  const place = (levelId: string | null) => kit.levels.findIndex(({ id }) => id === levelId);
  const [read, hired] = [place(reading.levelId), place(plan.levelId)];
  // A level that the kit does not have says nothing either.
  if (read < 0) return "notSaid";
  if (read === hired) return "at";
  return read < hired ? "below" : "above";
};

/** Where the panel reads the candidate, competency by competency in the kit's order, against the level hired for. */
export const levelLines = (record: LoopRecord): readonly LevelLine[] =>
  record.kit.competencies.map(({ id, name }) => {
    const reading =
      (record.levelReadings ?? []).findLast((one) => one.competencyId === id && !one.replaced) ?? null;
    return { competencyId: id, name, reading, standing: standingOf(record, reading) };
  });
