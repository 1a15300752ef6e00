import type { Kit } from "../../../domain/kit/kit";
import { GroupLabel } from "../../../ui/section";
import classes from "./edit.module.css";
import { EditableText } from "./editable-text";
import { useEditing } from "./editing";
import { Add, Ordered, Remove, useMove } from "./tools";
import { words } from "./words";

/** The levels in their order, and the disciplines: what the framework's columns and tables are. */
export const FrameworkLists = ({ kit }: { readonly kit: Kit }) => {
  const editing = useEditing();
  const move = useMove("levels");
  const moveDiscipline = useMove("disciplines");
  if (editing === null) return null;
  return (
    <section aria-label={words.levels}>
      <GroupLabel>{words.levels}</GroupLabel>
      <Ordered items={kit.levels} nameOf={({ name }) => name} onMove={move}>
        {({ id, name }) => (
          <>
            <EditableText kit={kit} spot={{ in: "levels", id, field: "name" }} label={words.levelName} />
            <Remove edit={{ type: "remove", list: "levels", id }} name={name} />
          </>
        )}
      </Ordered>
      <Add
        label={words.addLevel}
        edit={(salt) => ({ type: "add", list: "levels", name: words.newLevel, salt })}
      />
      {kit.disciplines.length < 2 ? null : (
        <>
          <GroupLabel>{words.disciplines}</GroupLabel>
          <Ordered items={kit.disciplines} nameOf={({ name }) => name} onMove={moveDiscipline}>
            {({ name }) => <span className={classes.name}>{name}</span>}
          </Ordered>
        </>
      )}
      <Add
        label={words.addDiscipline}
        edit={(salt) => ({ type: "add", list: "disciplines", name: words.newDiscipline, salt })}
      />
    </section>
  );
};
