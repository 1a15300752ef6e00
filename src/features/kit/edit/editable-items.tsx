import type { Exercise, Kit } from "../../../domain/kit/kit";
import { GroupLabel } from "../../../ui/section";
import { words as kitWords } from "../words";
import classes from "./edit.module.css";
import { EditableText } from "./editable-text";
import { useEditing } from "./editing";
import { Add, Ordered, Remove } from "./tools";
import { words } from "./words";

/** The items of a test, each with the answer its assessors expect. */
export const EditableItems = ({ kit, exercise }: { readonly kit: Kit; readonly exercise: Exercise }) => {
  const editing = useEditing();
  const { id: exerciseId, items } = exercise;
  return (
    <div>
      <GroupLabel as="h5">{kitWords.items}</GroupLabel>
      {items.length === 0 ? null : <p className={classes.hint}>{words.answersHint}</p>}
      <Ordered
        items={items}
        nameOf={({ prompt }) => prompt}
        onMove={(id, before) => void editing?.change({ type: "moveTestItem", exerciseId, id, before })}
      >
        {(item) => (
          <>
            <div className={classes.body}>
              <EditableText
                kit={kit}
                spot={{ in: "testItem", exerciseId, id: item.id, field: "prompt" }}
                label={words.testItem}
              />
              <div className={classes.labelled}>
                <small>{kitWords.expected}</small>
                <EditableText
                  kit={kit}
                  spot={{ in: "testItem", exerciseId, id: item.id, field: "expected" }}
                  label={words.expectedAnswer(item.prompt)}
                  placeholder={words.nothingYet}
                />
              </div>
            </div>
            <Remove edit={{ type: "removeTestItem", exerciseId, id: item.id }} name={item.prompt} />
          </>
        )}
      </Ordered>
      <Add
        label={words.addTestItem}
        edit={(salt) => ({ type: "addTestItem", exerciseId, name: words.newTestItem, salt })}
      />
    </div>
  );
};
