import { Select } from "@mantine/core";
import type { ResumeCriterion } from "../../../domain/kit/kit";
import classes from "./edit.module.css";
import { EditableNumber } from "./editable-number";
import { useEditing } from "./editing";
import { words } from "./words";

const forms = ["statement", "question"] as const satisfies readonly ResumeCriterion["form"][];

/** Whether a criterion is a statement or a question, and how much it weighs. */
export const CriterionTools = ({ criterion }: { readonly criterion: ResumeCriterion }) => {
  const editing = useEditing();
  if (editing === null) return null;
  const { id, form, weight } = criterion;
  return (
    <div className={classes.tools}>
      <Select
        label={words.criterionForm}
        size="xs"
        allowDeselect={false}
        data={forms.map((each) => ({ value: each, label: words.criterionForms[each] }))}
        value={form}
        onChange={(to) => to !== null && void editing.change({ type: "setForm", criterionId: id, form: to })}
      />
      <EditableNumber
        spot={{ in: "resumeCriteria", id, field: "weight" }}
        value={weight}
        label={words.weight}
        isShown
      />
    </div>
  );
};
