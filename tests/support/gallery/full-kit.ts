import { exerciseSchema, type Kit, kitSchema } from "../../../src/domain/kit/kit";
import { aKit } from "../builders/kit";

const signs = (id: string, good: readonly string[], warning: readonly string[]) => ({
  positive: good.map((text, index) => ({ id: `${id}-good-${index}`, text })),
  negative: warning.map((text, index) => ({ id: `${id}-warn-${index}`, text })),
});

const simulation = exerciseSchema.parse({
  id: "spill",
  kind: "workSimulation",
  title: "A spill at five",
  prompt: "",
  scenario:
    "A flask breaks ten minutes before the end of the shift. Two colleagues are on their way out, and the courier for the day’s samples waits at the door.",
  problem:
    "Make the bench safe, decide what still leaves today, and hand over so that the night shift can go on.",
  format: "role play",
  minutes: 40,
  preparation: "about 1 hr",
  audience: "",
  prepare: [],
  reviewBeforehand: ["The spill procedure", "The list of today’s samples"],
  deliverables: [],
  groundRules: ["Lead the conversation", "Say aloud what you would do", "End with who does what by when"],
  successCriteria: [
    "Everybody is out of reach first",
    "The courier gets a clear answer",
    "The handover is written",
  ],
  roles: [
    {
      id: "courier",
      name: "Courier with a deadline",
      archetype: "impatient partner",
      playedBy: "somebody from another team",
      motivation: "Wants to leave in five minutes, with or without the samples.",
      constraints: ["The depot closes at six", "Cannot sign for open containers"],
      tensions: ["Asks to have the samples handed over unsealed", "Threatens to leave"],
      guidance: ["Stay polite", "Give way once a time is named"],
      doNot: ["Do not solve the spill", "Do not shout"],
    },
  ],
  items: [],
  anchors: [
    {
      label: "Exceeds",
      text: "Safe within a minute, calm with the courier, and the night shift could start at once.",
    },
    { label: "Meets", text: "Makes it safe, then reports; the handover has small gaps." },
    {
      label: "Below",
      text: "Argues with the courier while the spill spreads, or leaves without a handover.",
    },
  ],
  responseMinutes: 40,
  ...signs(
    "spill",
    ["Clears the area before anything else", "Names an owner for each open point"],
    ["Touches glass without gloves", "Promises what the procedure forbids"],
  ),
});

const presentation = exerciseSchema.parse({
  ...simulation,
  id: "walkthrough",
  kind: "presentation",
  title: "Presentation",
  prompt:
    "Walk us through a routine that you changed. What was wrong with it, and how do you know that it is better now?",
  scenario: "",
  problem: "",
  format: "slides and talk",
  minutes: 20,
  audience: "Team lead, two technicians",
  prepare: ["Three to five slides", "One figure from before and after"],
  reviewBeforehand: [],
  deliverables: ["A talk of 15 to 20 minutes"],
  groundRules: ["Use only work that you may show"],
  successCriteria: [],
  roles: [],
  responseMinutes: 20,
  ...signs("walkthrough", ["Begins with the problem, not the tool"], ["No figure from before the change"]),
});

/** A kit with something in every part, and fewer questions than it announces. */
export const aFullKit = (): Kit => {
  const kit = aKit();
  return kitSchema.parse({
    ...kit,
    essay: {
      ...kit.essay,
      paragraphs: [
        "The work is the same every day, and that is the danger. You want somebody who treats the thousandth sample like the first, who writes down what everybody else believes to remember, and who speaks up before a small drift becomes a wrong result.",
        "Most applicants are either fast or careful. The few who are both tell you about a mistake without being asked.",
      ],
    },
    intros: [
      {
        section: "core",
        title: "Core evaluation",
        paragraphs: [
          "The questions below carry the decision. They are asked live and read for the level chosen above.",
        ],
      },
      { section: "application", title: "Stage 1", paragraphs: ["Runs as soon as somebody applies."] },
      {
        section: "resumeScreen",
        title: "Stage 2",
        paragraphs: ["Every application is read against the same criteria."],
      },
    ],
    announced: { competencyQuestions: 16, attitudeQuestions: 1, videoPrompts: 3, resumeCriteria: 2 },
    levels: [
      { id: "junior", name: "Junior" },
      { id: "mid", name: "Mid" },
      { id: "senior", name: "Senior" },
    ],
    disciplines: [...kit.disciplines, { id: "records", name: "Records and reporting" }],
    competencies: [
      ...kit.competencies.map((competency) => ({
        ...competency,
        levels: [
          ...competency.levels,
          {
            levelId: "mid",
            requirement: "Keeps the flow of samples steady and trains others in it.",
            expectation: "",
          },
        ],
      })),
      {
        id: "lab-notebook",
        disciplineId: "records",
        name: "Lab notebook",
        levels: [
          { levelId: "junior", requirement: "Writes every step on the day.", expectation: "" },
          { levelId: "mid", requirement: "Reviews the notebooks of others.", expectation: "" },
          { levelId: "senior", requirement: "Sets what has to be recorded and why.", expectation: "" },
        ],
      },
    ],
    questions: [
      ...kit.questions,
      {
        id: "q-notebook",
        target: { kind: "competency", competencyId: "lab-notebook" },
        levelIds: [],
        roundId: "bench-interview",
        prompt:
          "Show us with an example how your notes let somebody else repeat your work, and where they once failed to do so.",
        ...signs(
          "q-notebook",
          ["Gives an example in which somebody did repeat it", "Knows what was missing"],
          ["Blames the reader"],
        ),
      },
    ],
    knockOuts: [
      {
        id: "night",
        prompt: "Can you work one night shift a month?",
        answer: { form: "yesNo", disqualifying: "no" },
      },
      {
        id: "years",
        prompt: "How long have you worked in a laboratory?",
        answer: { form: "number", unit: "years", minimum: 1, maximum: null },
      },
    ],
    videoPrompts: [
      {
        id: "why",
        title: "Video answer",
        prompt:
          "Two results of one sample differ by more than they may. It is Friday, five o’clock. What do you do?",
        format: "Recorded video",
        responseSeconds: 120,
        preparationSeconds: 30,
        takes: 2,
      },
    ],
    resumeCriteria: [
      {
        id: "routine",
        form: "statement",
        text: "Shows at least a year of routine work with samples.",
        weight: 1,
      },
      { id: "complete", form: "question", text: "Is the resume complete and free of mistakes?", weight: 1 },
    ],
    exercises: [presentation, simulation],
  });
};
