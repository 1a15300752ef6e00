import { type Kit, kitSchema } from "../../../../../src/domain/kit/kit";
import { aKit } from "../../../../support/builders/kit";

const base = aKit();

/** A kit that has at least one of everything that is edited. */
export const richKit: Kit = kitSchema.parse({
  ...base,
  intros: [{ section: "framework", title: "", paragraphs: ["How it grows."] }],
  knockOuts: [
    { id: "shifts", prompt: "Do you work in shifts?", answer: { form: "yesNo", disqualifying: "no" } },
    {
      id: "years",
      prompt: "How many years did you work in a lab?",
      answer: { form: "number", unit: "years", minimum: 1, maximum: null },
    },
  ],
  videoPrompts: [
    {
      id: "why",
      title: "Why",
      prompt: "Why a lab?",
      format: "",
      responseSeconds: 120,
      preparationSeconds: null,
      takes: 1,
    },
  ],
  resumeCriteria: [{ id: "degree", form: "statement", text: "Shows a training.", weight: 1 }],
  exercises: [
    ...base.exercises.map((exercise) => ({
      ...exercise,
      roles: ["caller", "neighbour"].map((id) => ({
        id,
        name: id,
        archetype: "",
        playedBy: "",
        motivation: "",
        constraints: [],
        tensions: [],
        guidance: [],
        doNot: [],
      })),
    })),
    {
      ...base.exercises[0],
      id: "paper",
      kind: "test",
      title: "On paper",
      positive: [],
      negative: [],
      anchors: [
        { label: "Below", text: "Two of four." },
        { label: "Meets", text: "Three of four." },
        { label: "Exceeds", text: "" },
      ],
      items: [
        { id: "one", prompt: "What is the blank for?", expected: "To take off what the solvent adds." },
        { id: "two", prompt: "Name two errors.", expected: "" },
      ],
    },
  ],
});
