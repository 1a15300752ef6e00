import { Select } from "@mantine/core";
import type { Competency, Kit } from "../../../domain/kit/kit";
import classes from "./edit.module.css";
import { useEditing } from "./editing";
import { Remove } from "./tools";
import { words } from "./words";

/** The discipline a competency belongs to, and the way to take it out. */
export const CompetencyTools = ({
  kit,
  competency,
}: {
  readonly kit: Kit;
  readonly competency: Competency;
}) => {
  const editing = useEditing();
  if (editing === null) return null;
  const { id, name, disciplineId } = competency;
  return (
    <span className={classes.inline}>
      <Select
        aria-label={words.disciplineOf(name)}
        size="xs"
        allowDeselect={false}
        data={kit.disciplines.map((discipline) => ({ value: discipline.id, label: discipline.name }))}
        value={disciplineId}
        onChange={(to) =>
          to !== null && void editing.change({ type: "setDiscipline", competencyId: id, disciplineId: to })
        }
      />
      <Remove edit={{ type: "remove", list: "competencies", id }} name={name} />
    </span>
  );
};
