import type { KnockOut } from "../../../domain/kit/kit";

type Answer = KnockOut["answer"];

export const answerForms = [
  "yesNo",
  "single",
  "multiple",
  "number",
] as const satisfies readonly Answer["form"][];

/** What yes and no are called as choices. */
interface YesNo {
  readonly yes: string;
  readonly no: string;
}

const choicesOf = (answer: Answer, { yes, no }: YesNo) => {
  if ("choices" in answer) return answer.choices;
  const ending = answer.form === "yesNo" ? answer.disqualifying : null;
  return [
    { text: yes, disqualifies: ending === "yes" },
    { text: no, disqualifies: ending === "no" },
  ];
};

/** The answer in another form, with what of it both forms know; what only the other one knows is left empty. */
export const inForm = (answer: Answer, form: Answer["form"], yesNo: YesNo): Answer => {
  switch (form) {
    case "yesNo":
      return { form, disqualifying: "no" };
    case "single":
    case "multiple":
      return { form, choices: choicesOf(answer, yesNo).map((choice) => ({ ...choice })) };
    case "number":
      return { form, unit: "", minimum: null, maximum: null };
  }
};
