import { type Funnel, type FunnelStep, leftAt } from "../../domain/candidates/funnel";
import type { Chart } from "./chart";

/** "1 application", "40 applications". */
export const applicationsWords = (count: number): string =>
  `${count} ${count === 1 ? "application" : "applications"}`;

const stepWords = (step: FunnelStep): string => {
  const left = leftAt(step);
  return `${step.entered} came, ${left === 0 ? "nobody left" : `${left} left`}`;
};

/** How many came to each step, against the step most came to; null where nobody applied. */
export const funnelChart = ({ steps }: Funnel): Chart | null => {
  const most = Math.max(0, ...steps.map(({ entered }) => entered));
  const last = steps.at(-1);
  if (most === 0 || last === undefined) return null;
  return {
    title: "Funnel",
    says: `Of ${applicationsWords(most)} ${last.entered} came as far as “${last.name}”.`,
    key: "The wide bar is who came to the step, the narrow one who left at it.",
    rowTitle: "Step",
    ticks: [
      { at: 0, label: "0" },
      { at: 1, label: String(most) },
    ],
    rows: steps.map((step) => ({
      label: step.name,
      marks: [
        { kind: "span", from: 0, to: step.entered / most },
        ...(leftAt(step) === 0 ? [] : [{ kind: "used" as const, from: 0, to: leftAt(step) / most }]),
      ],
      words: stepWords(step),
    })),
  };
};
