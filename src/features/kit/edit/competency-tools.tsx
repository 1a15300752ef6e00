import { Select } from "@mantine/core";
import type { Competency, Kit } from "../../../domain/kit/kit";
import type { useReorder } from "../../../ui/use-reorder";
import classes from "./edit.module.css";
import { useEditing } from "./editing";
import { MoveHandle, Remove } from "./tools";
import { words } from "./words";

interface CompetencyToolsProps {
  readonly kit: Kit;
  readonly competency: Competency;
  readonly handle: ReturnType<typeof useReorder>["handle"];
}

/** The place of a competency among those of its discipline, the discipline it belongs to, and the way to take it out. */
export const CompetencyTools = ({ kit, competency, handle }: CompetencyToolsProps) => {
  const editing = useEditing();
  if (editing === null) return null;
  const { id, name, disciplineId } = competency;
  return (
    <span className={classes.inline}>
      <MoveHandle name={name} {...handle(id)} />
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
