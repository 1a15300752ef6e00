import type { Kit } from "../kit";
import type { Announcement } from "./context";
import type { AnnouncedGap, ImportNote, ImportReport, Recognised } from "./report";

const sum = <Item>(items: readonly Item[], amount: (item: Item) => number): number =>
  items.reduce((total, item) => total + amount(item), 0);

const count = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number =>
  items.filter(holds).length;

type QuestionCounts = Pick<
  Recognised,
  "competencyQuestions" | "attitudeQuestions" | "positiveIndicators" | "negativeIndicators"
>;

const questionCounts = ({ questions, exercises }: Kit): QuestionCounts => ({
  competencyQuestions: count(questions, ({ target }) => target.kind === "competency"),
  attitudeQuestions: count(questions, ({ target }) => target.kind === "attitude"),
  positiveIndicators: sum([...questions, ...exercises], ({ positive }) => positive.length),
  negativeIndicators: sum([...questions, ...exercises], ({ negative }) => negative.length),
});

type ExerciseCounts = Pick<Recognised, "presentations" | "workSimulations" | "tests" | "roles" | "anchors">;

const exerciseCounts = ({ exercises }: Kit): ExerciseCounts => ({
  presentations: count(exercises, ({ kind }) => kind === "presentation"),
  workSimulations: count(exercises, ({ kind }) => kind === "workSimulation"),
  tests: count(exercises, ({ kind }) => kind === "test"),
  roles: sum(exercises, ({ roles }) => roles.length),
  anchors: sum(exercises, ({ anchors }) => anchors.length),
});

/** How many of each kind a kit holds. */
export const recognisedIn = (kit: Kit): Recognised => ({
  essayParagraphs: kit.essay.paragraphs.length,
  levels: kit.levels.length,
  disciplines: kit.disciplines.length,
  competencies: kit.competencies.length,
  levelTexts: sum(kit.competencies, ({ levels }) => count(levels, (text) => text.requirement !== "")),
  expectations: sum(kit.competencies, ({ levels }) => count(levels, (text) => text.expectation !== "")),
  attitudes: kit.attitudes.length,
  rounds: kit.rounds.length,
  ...questionCounts(kit),
  knockOuts: kit.knockOuts.length,
  videoPrompts: kit.videoPrompts.length,
  resumeStatements: count(kit.resumeCriteria, ({ form }) => form === "statement"),
  resumeQuestions: count(kit.resumeCriteria, ({ form }) => form === "question"),
  ...exerciseCounts(kit),
});

const added = (announcements: readonly Announcement[]): readonly Announcement[] => {
  const totals = new Map<string, Announcement>();
  for (const each of announcements) {
    const key = `${each.what}\n${each.of}`;
    const known = totals.get(key);
    totals.set(key, {
      ...each,
      announced: each.announced + (known?.announced ?? 0),
      found: each.found + (known?.found ?? 0),
    });
  }
  return [...totals.values()];
};

/** What is announced and not there; sections of the same kind count together. */
export const announcedGaps = (announcements: readonly Announcement[]): AnnouncedGap[] =>
  added(announcements).filter(({ announced, found }) => announced > found);

/** A note for everything there is more of than announced. */
export const announcedSurplus = (announcements: readonly Announcement[]): ImportNote[] =>
  added(announcements)
    .filter(({ announced, found }) => announced < found)
    .map((each) => ({ type: "moreThanAnnounced", ...each }));

const kitAnnouncements = (kit: Kit): Announcement[] => {
  const found = recognisedIn(kit);
  const { announced } = kit;
  const pairs = [
    ["competencyQuestions", announced.competencyQuestions, found.competencyQuestions],
    ["attitudeQuestions", announced.attitudeQuestions, found.attitudeQuestions],
    ["videoPrompts", announced.videoPrompts, found.videoPrompts],
    ["resumeCriteria", announced.resumeCriteria, found.resumeStatements + found.resumeQuestions],
  ] as const;
  return pairs.flatMap(([what, total, there]) =>
    total === null ? [] : [{ what, of: "", announced: total, found: there }],
  );
};

/** The report for a kit that did not come as a page: what it holds and what it announces, and no lines. */
export const describeKit = (kit: Kit): ImportReport => ({
  lines: { total: 0, blank: 0, inKit: 0, structure: 0, furniture: 0, unplaced: 0 },
  recognised: recognisedIn(kit),
  announcedButMissing: announcedGaps(kitAnnouncements(kit)),
  unplaced: [],
  furniture: [],
  notes: [],
});
