import { type LevelLine, levelLines, type Standing } from "../../domain/debrief/level-reading";
import { levelById } from "../../domain/kit/lookup";
import type { LoopRecord } from "../../domain/record/record";
import type { Chart, ChartRow, Mark } from "./chart";

const standingWords: Readonly<Record<Standing, string>> = {
  below: "below the level hired for",
  at: "at the level hired for",
  above: "above the level hired for",
  notSaid: "the evidence does not say",
  notRead: "not read yet",
};

const placeOf = (index: number, count: number): number => (count < 2 ? 0.5 : index / (count - 1));

const rowOf = ({ kit, plan }: LoopRecord, { name, reading, standing }: LevelLine): ChartRow => {
  const at = (levelId: string | null): number => kit.levels.findIndex(({ id }) => id === levelId);
  const place = (levelId: string | null): number => placeOf(at(levelId), kit.levels.length);
  const hired: Mark = { kind: "rule", at: place(plan.levelId) };
  if (reading === null || at(reading.levelId) < 0)
    return { label: name, marks: [hired], words: standingWords[standing] };
  const read = place(reading.levelId);
  const [from, to] = [Math.min(read, hired.at), Math.max(read, hired.at)];
  const level = kit.levels[at(reading.levelId)]?.name ?? "";
  return {
    label: name,
    marks: [{ kind: "span", from, to }, hired, { kind: "dot", at: read, beside: 0, counted: true }],
    words: `${level}, ${standingWords[standing]}`,
  };
};

/** The competencies against the level hired for; null where the panel has read none of them. */
export const levelChart = (record: LoopRecord): Chart | null => {
  const lines = levelLines(record);
  const count = (standing: Standing): number => lines.filter((line) => line.standing === standing).length;
  const read = lines.length - count("notRead") - count("notSaid");
  if (read === 0) return null;
  const { levels } = record.kit;
  const hired = levelById(record.kit, record.plan.levelId).name;
  return {
    title: "Level profile",
    says: `Level profile against ${hired}: of ${read} competencies read ${count("above")} above, ${count("at")} at and ${count("below")} below that level.`,
    key: `The line is ${hired}, hired for; a dot is where the panel reads the candidate.`,
    rowTitle: "Competency",
    ticks: levels.map(({ name }, index) => ({ at: placeOf(index, levels.length), label: name })),
    rows: lines.map((line) => rowOf(record, line)),
  };
};
