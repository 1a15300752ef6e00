import { type Funnel, type FunnelStep, leftAt } from "../../domain/candidates/funnel";
import { applicationsWords, funnelChart } from "../charts/funnel-chart";
import { type Block, cell, type Outline, paragraph, text } from "../outline";
import { dateWords } from "./wording";

const periodWords = ({ period }: Funnel): string => {
  if (period === null) return "no application yet";
  return period.from === period.to
    ? dateWords(period.from)
    : `${dateWords(period.from)} to ${dateWords(period.to)}`;
};

const leftLines = ({ left }: FunnelStep): string => {
  const lines = left.filter(({ count }) => count > 0).map(({ reason, count }) => `${count} × ${reason}`);
  return lines.length === 0 ? "nobody" : lines.join("\n");
};

/** Those who came to a step and did not leave there went on, or wait; at the last one there is nothing to go on to. */
const restWords = (step: FunnelStep, isLast: boolean): string =>
  isLast ? "" : String(Math.max(0, step.entered - leftAt(step)));

const table = ({ steps }: Funnel): Block => ({
  kind: "table",
  caption: "How many came to each step, and why the others left",
  columns: [
    { title: "Step", share: 24 },
    { title: "Came", share: 11, align: "right" },
    { title: "Left", share: 11, align: "right" },
    { title: "Went on or wait", share: 16, align: "right" },
    { title: "Why they left", share: 38 },
  ],
  rows: steps.map((step, index) => [
    cell(step.name),
    cell(String(step.entered)),
    cell(String(leftAt(step))),
    cell(restWords(step, index === steps.length - 1)),
    cell([text(leftLines(step))]),
  ]),
});

const body = (funnel: Funnel): readonly Block[] => {
  const chart = funnelChart(funnel);
  if (chart === null) return [paragraph("notice", "Nobody has applied for this role yet.")];
  return [
    { kind: "heading", level: 1, text: "The funnel" },
    { kind: "chart", chart },
    { kind: "heading", level: 2, text: "Step by step" },
    table(funnel),
    paragraph(
      "small",
      "An application is counted at every step it came to. Who waits at a step has not left it. Small numbers say little: one person more or less changes them.",
    ),
  ];
};

const title = "Funnel";

/** How far the applications for one role came, and why the others left; it names nobody. */
export const funnelOutline = (funnel: Funnel, generatedAt: string): Outline => {
  const applied = Math.max(0, ...funnel.steps.map(({ entered }) => entered));
  return {
    title: `${title}: ${funnel.role}`,
    subject: title,
    language: "en-GB",
    classification: "Confidential: hiring manager and HR",
    recordHash: "",
    madeAt: generatedAt,
    cover: [
      paragraph("title", title),
      paragraph("subtitle", funnel.role),
      {
        kind: "facts",
        rows: [
          ["Applications", applicationsWords(applied)],
          ["Days", periodWords(funnel)],
          ["Made", dateWords(generatedAt)],
        ],
      },
    ],
    body: body(funnel),
  };
};
