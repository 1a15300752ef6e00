import { type Block, paragraph } from "../outline";

/** Room to write down what is decided in the meeting: the handout is made before there is a decision. */
export const decisionToFill: readonly Block[] = [
  { kind: "heading", level: 1, text: "Decision", newPage: true, anchor: "decision" },
  paragraph("body", "\u2610 Hire   \u2610 No hire   \u2610 Hold   \u2610 Hire at another level: "),
  { kind: "heading", level: 2, text: "Reason, and the evidence it rests on" },
  { kind: "writingLines", count: 8 },
  { kind: "heading", level: 2, text: "Dissent, word for word" },
  { kind: "writingLines", count: 5 },
  paragraph("small", "What counts is what the facilitator records in Panelbook. Then destroy this sheet."),
];
