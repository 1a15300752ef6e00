import type { Kit, KnockOut } from "../../domain/kit/kit";
import { type Block, cell, paragraph, text } from "../outline";

/** What ends an application, in words. */
const endingOf = ({ answer }: KnockOut): string => {
  if (answer.form === "yesNo") return answer.disqualifying === "yes" ? "Yes" : "No";
  if (answer.form !== "number")
    return answer.choices
      .filter(({ disqualifies }) => disqualifies)
      .map((choice) => choice.text)
      .join("; ");
  const below = answer.minimum === null ? [] : [`below ${answer.minimum} ${answer.unit}`];
  const above = answer.maximum === null ? [] : [`above ${answer.maximum} ${answer.unit}`];
  return [...below, ...above].join(", ");
};

/** The answers that do not end an application; a number's are all the others, which its ends say already. */
const goingOnOf = ({ answer }: KnockOut): string => {
  if (answer.form === "yesNo") return answer.disqualifying === "yes" ? "No" : "Yes";
  if (answer.form === "number") return "";
  return answer.choices
    .filter(({ disqualifies }) => !disqualifies)
    .map((choice) => choice.text)
    .join("; ");
};

const timeWords = (seconds: number | null): string => (seconds === null ? "" : `${seconds} seconds`);

const knockOuts = ({ knockOuts: list }: Kit): readonly Block[] =>
  list.length === 0
    ? []
    : [
        {
          kind: "table",
          caption: "Knock-out questions; an answer that ends the application is confirmed by a person",
          columns: [
            { title: "Question", share: 46 },
            { title: "Ends the application", share: 27 },
            { title: "Does not", share: 27 },
          ],
          rows: list.map((knockOut) => [
            cell(knockOut.prompt),
            cell(endingOf(knockOut)),
            cell(goingOnOf(knockOut)),
          ]),
        },
      ];

const videoPrompts = ({ videoPrompts: list }: Kit): readonly Block[] =>
  list.length === 0
    ? []
    : [
        {
          kind: "table",
          caption: "Video prompts",
          columns: [
            { title: "Prompt", share: 55 },
            { title: "Answer", share: 17 },
            { title: "Preparation", share: 17 },
            { title: "Takes", share: 11, align: "right" },
          ],
          rows: list.map(({ title, prompt, format, responseSeconds, preparationSeconds, takes }) => [
            cell([title, prompt, format].filter((part) => part !== "").join(" · ")),
            cell(timeWords(responseSeconds)),
            cell(timeWords(preparationSeconds)),
            cell(takes === null ? "" : String(takes)),
          ]),
        },
      ];

const resumeCriteria = ({ resumeCriteria: list }: Kit): readonly Block[] =>
  list.length === 0
    ? []
    : [
        { kind: "heading", level: 1, text: "Stage 2: resume screen", apart: true },
        { kind: "list", items: list.map((one) => [text(`${one.text} (weight ${one.weight})`)]) },
      ];

const rounds = ({ rounds: list }: Kit): readonly Block[] =>
  list.length === 0
    ? []
    : [
        { kind: "heading", level: 1, text: "Rounds", apart: true },
        {
          kind: "table",
          caption: "Rounds",
          columns: [
            { title: "Round", share: 24 },
            { title: "Purpose", share: 42 },
            { title: "Minutes", share: 12, align: "right" },
            { title: "Run by", share: 22 },
          ],
          rows: list.map(({ name, purpose, minutes, runBy }) => [
            cell(name),
            cell(purpose),
            cell(minutes === null ? "" : String(minutes)),
            cell(runBy),
          ]),
        },
      ];

/** What stands before the interviews, and the rounds: application, resume screen. */
export const kitScreens = (kit: Kit): readonly Block[] => [
  { kind: "heading", level: 1, text: "Stage 1: application", newPage: true },
  ...(kit.knockOuts.length + kit.videoPrompts.length === 0
    ? [paragraph("small", "The kit has neither knock-out questions nor video prompts.")]
    : []),
  ...knockOuts(kit),
  ...videoPrompts(kit),
  ...resumeCriteria(kit),
  ...rounds(kit),
];
