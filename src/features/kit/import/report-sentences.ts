import {
  type AnnouncedGap,
  type AnnouncedKind,
  announcedKinds,
  type ImportNote,
  type ImportReport,
  type Recognised,
} from "../../../domain/kit/role-page/report";

const things: Readonly<Record<AnnouncedKind, readonly [one: string, many: string]>> = {
  competencyQuestions: ["competency question", "competency questions"],
  attitudeQuestions: ["attitude question", "attitude questions"],
  knockOuts: ["knock-out question", "knock-out questions"],
  videoPrompts: ["video prompt", "video prompts"],
  resumeCriteria: ["resume criterion", "resume criteria"],
  frameworkCompetencies: ["competency", "competencies"],
};

const counted = (count: number, what: AnnouncedKind): string =>
  `${count} ${things[what][count === 1 ? 0 : 1]}`;

const under = (of: string): string => (of === "" ? "" : ` under “${of}”`);

/** "16 competency questions announced, 1 on the page". */
export const gapSentence = (gap: AnnouncedGap): string =>
  `${counted(gap.announced, gap.what)} announced${under(gap.of)}, ${gap.found === 0 ? "none" : gap.found} on the page`;

/** The gaps in the order of a role page, one sentence each. */
export const gapSentences = (gaps: readonly AnnouncedGap[]): readonly string[] =>
  [...gaps]
    .sort((one, other) => announcedKinds.indexOf(one.what) - announcedKinds.indexOf(other.what))
    .map(gapSentence);

/** One line of what was recognised. */
export interface RecognisedLine {
  readonly label: string;
  readonly count: number;
}

const labels: Readonly<Record<keyof Recognised, string>> = {
  essayParagraphs: "Paragraphs of the essay",
  levels: "Levels",
  disciplines: "Disciplines",
  competencies: "Competencies",
  levelTexts: "Job requirements by level",
  expectations: "Expectations at a level",
  attitudes: "Attitudes",
  rounds: "Rounds",
  competencyQuestions: "Competency questions",
  attitudeQuestions: "Attitude questions",
  positiveIndicators: "Positive indicators",
  negativeIndicators: "Negative indicators",
  knockOuts: "Knock-out questions",
  videoPrompts: "Video prompts",
  resumeStatements: "Resume criteria as statements",
  resumeQuestions: "Resume criteria as questions",
  presentations: "Presentations",
  workSimulations: "Work simulations",
  tests: "Tests",
  roles: "Roles to play",
  anchors: "Scoring anchors",
};

const labelOrder = Object.keys(labels) as readonly (keyof Recognised)[];

/** Everything an import looks for with how much of it was found, zeros too, in the order of a role page. */
export const recognisedLines = (recognised: Recognised): readonly RecognisedLine[] =>
  labelOrder.map((key) => ({ label: labels[key], count: recognised[key] }));

const lines = (count: number): string => (count === 1 ? "1 line" : `${count} lines`);

/** Where every line went, in one sentence. */
export const linesSentence = ({ lines: count }: ImportReport): string =>
  [
    `${lines(count.total - count.blank)} with text:`,
    `${count.inKit} in the kit,`,
    `${count.structure} headings, labels and figures,`,
    `${count.furniture} that belong to the page and not to the role,`,
    `${count.unplaced} without a place.`,
  ].join(" ");

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const bodyOf = (note: ImportNote): string => {
  switch (note.type) {
    case "titleMissing":
      return "The page has no title. Give the kit one before you add it.";
    case "levelsMissing":
      return "The page names no levels, so the kit has one for all.";
    case "damagedCharacters":
      return `${note.count} damaged ${note.count === 1 ? "character was" : "characters were"} left out.`;
    case "moreThanAnnounced":
      return `${counted(note.announced, note.what)} announced${under(note.of)}, but ${note.found} on the page. All are in the kit.`;
    case "totalsDiffer":
      return `The heading announces ${counted(note.heading, note.what)}, the counter ${note.pager}. The heading counts.`;
    case "questionWithoutPrompt":
      return `the question about “${note.topic}” has no text and was left out.`;
    case "questionWithoutTopic":
      return `the question does not say which competency or attitude it is about.`;
    case "requirementDiffers":
      return `the job requirement of “${note.competency}” at ${note.level} differs from the framework. The kit has the framework’s: “${note.inFramework}”. The question says: “${note.onQuestion}”.`;
    case "expectationDiffers":
      return `“${note.competency}” has two expectations at ${note.level}. The kit has: “${note.kept}”. The other: “${note.other}”.`;
    case "definitionDiffers":
      return `“${note.attitude}” has two definitions. The kit has: “${note.kept}”. The other: “${note.other}”.`;
    case "requirementWithoutLevel":
      return `the job requirement of “${note.competency}” names no single level and belongs to no cell: “${note.text}”.`;
    case "levelNotInFramework":
      return `the level “${note.level}” is not in the progression framework.`;
    case "disciplineMissing":
      return `“${note.competency}” stands under no discipline and was put under “General”.`;
    case "competencyTwice":
      return `“${note.competency}” is there twice with different texts; both are kept.`;
    case "levelNamesGuessed":
      return `the level names ran together (“${note.header}”) and were read as ${note.names.join(", ")}.`;
    case "shortRow":
      return `“${note.competency}” has ${note.cells} of ${note.levels} cells; they were filled in from the first level on.`;
    case "knockOutWithoutAnswer":
      return `nothing says which answer ends the application.`;
    case "anchorLabelsDiffer":
      return `The anchors of “${note.exercise}” (${note.labels.join(", ")}) are not named like the points of its scale.`;
    case "unknownField":
      return `The file has a field this version does not know, “${note.path}”; it was left out.`;
  }
};

/** What a person should look at, as a sentence that begins with its line where it has one. */
export const noteSentence = (note: ImportNote): string => {
  const line = "line" in note ? note.line : 0;
  return line === 0 ? capital(bodyOf(note)) : `Line ${line}: ${bodyOf(note)}`;
};
