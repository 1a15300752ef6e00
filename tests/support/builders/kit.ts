import { type Kit, kitSchema } from "../../../src/domain/kit/kit";
import { defaultExerciseScale, defaultQuestionScale } from "../../../src/domain/kit/scale";

const signs = (id: string) => ({
  positive: [
    { id: `${id}-good-1`, text: "Names the figure and where it came from." },
    { id: `${id}-good-2`, text: "Says what changed afterwards." },
  ],
  negative: [{ id: `${id}-warn-1`, text: "Cannot say who did what." }],
});

/** A small whole kit: two competencies, one attitude, three questions, one work simulation. */
export const aKit = (overrides: Partial<Kit> = {}): Kit => ({
  ...kitSchema.parse({
    format: "panelbook-kit",
    formatVersion: 1,
    id: "kitkitkitkitkitkitkit0",
    title: "Lab Technician",
    author: "Ines Moreau",
    essay: {
      title: "Why this role is hard",
      author: "Ines Moreau",
      paragraphs: ["Routine that never may become one."],
    },
    intros: [],
    announced: {
      competencyQuestions: null,
      attitudeQuestions: null,
      videoPrompts: null,
      resumeCriteria: null,
    },
    levels: [
      { id: "junior", name: "Junior" },
      { id: "senior", name: "Senior" },
    ],
    questionScale: defaultQuestionScale,
    exerciseScale: defaultExerciseScale,
    disciplines: [{ id: "bench-work", name: "Bench work" }],
    competencies: [
      {
        id: "sample-handling",
        disciplineId: "bench-work",
        name: "Sample handling",
        levels: [
          {
            levelId: "junior",
            requirement: "Labels and stores samples by the book.",
            expectation: "Carries most weight.",
          },
          { levelId: "senior", requirement: "Designs how samples flow.", expectation: "" },
        ],
      },
      {
        id: "instrument-care",
        disciplineId: "bench-work",
        name: "Instrument care",
        levels: [{ levelId: "junior", requirement: "Calibrates with a checklist.", expectation: "" }],
      },
    ],
    attitudes: [{ id: "candour", name: "Candour", definition: "Says early what went wrong." }],
    rounds: [
      { id: "bench-interview", name: "Bench interview", purpose: "Craft", minutes: 45, runBy: "Team lead" },
    ],
    questions: [
      {
        id: "q-samples",
        target: { kind: "competency", competencyId: "sample-handling" },
        levelIds: ["junior"],
        roundId: "bench-interview",
        prompt: "Tell us about a sample that was nearly lost.",
        ...signs("q-samples"),
      },
      {
        id: "q-instruments",
        target: { kind: "competency", competencyId: "instrument-care" },
        levelIds: [],
        roundId: "bench-interview",
        prompt: "How did you notice that an instrument drifted?",
        ...signs("q-instruments"),
      },
      {
        id: "q-candour",
        target: { kind: "attitude", attitudeId: "candour" },
        levelIds: [],
        roundId: "bench-interview",
        prompt: "When did you last report a mistake of your own?",
        ...signs("q-candour"),
      },
    ],
    knockOuts: [],
    videoPrompts: [],
    resumeCriteria: [],
    exercises: [
      {
        id: "spill",
        kind: "workSimulation",
        title: "A spill at five",
        prompt: "",
        scenario: "A flask breaks ten minutes before the end of the shift.",
        problem: "Make it safe and hand over.",
        format: "role play",
        minutes: 30,
        preparation: "",
        audience: "",
        prepare: [],
        reviewBeforehand: [],
        deliverables: [],
        groundRules: [],
        successCriteria: ["Everybody is out of reach first."],
        roles: [],
        items: [],
        anchors: [{ label: "Meets", text: "Makes it safe, then reports." }],
        responseMinutes: null,
        ...signs("spill"),
      },
    ],
  }),
  ...overrides,
});
