import { type KitEdit, roleLines, type TextSpot } from "../../../domain/kit/edit/kit-edit";
import type { Exercise, ExerciseRole, Kit } from "../../../domain/kit/kit";
import { Notice } from "../../../ui/notice";
import { GroupLabel } from "../../../ui/section";
import exerciseClasses from "../exercise.module.css";
import { words as kitWords } from "../words";
import classes from "./edit.module.css";
import { EditableText } from "./editable-text";
import { useEditing } from "./editing";
import { Add, Ordered, Remove } from "./tools";
import { words } from "./words";

interface RoleProps {
  readonly kit: Kit;
  readonly exercise: Exercise;
}

type RoleField = Extract<TextSpot, { in: "role" }>["field"];

const Text = ({
  kit,
  exercise,
  role,
  field,
  label,
  title,
}: RoleProps & {
  readonly role: ExerciseRole;
  readonly field: RoleField;
  readonly label: string;
  readonly title: string;
}) => (
  <div>
    <GroupLabel as="h5">{title}</GroupLabel>
    <EditableText
      kit={kit}
      spot={{ in: "role", exerciseId: exercise.id, id: role.id, field }}
      label={`${label} · ${role.name}`}
      placeholder={words.nothingYet}
    />
  </div>
);

const heads = [
  ["name", words.roleName],
  ["archetype", words.archetype],
  ["playedBy", words.playedBy],
] as const;

const Guide = ({ role, ...of }: RoleProps & { readonly role: ExerciseRole }) => (
  <div className={classes.body}>
    <div className={classes.three}>
      {heads.map(([field, label]) => (
        <Text key={field} {...of} role={role} field={field} label={label} title={label} />
      ))}
    </div>
    <Text {...of} role={role} field="motivation" label={kitWords.motivation} title={kitWords.motivation} />
    <div className={exerciseClasses.lists}>
      {roleLines.map((field) => (
        <Text
          key={field}
          {...of}
          role={role}
          field={field}
          label={words.lines(kitWords[field])}
          title={kitWords[field]}
        />
      ))}
    </div>
  </div>
);

/** The roles of an exercise with their guides, which in a loop only the role player and the facilitator read. */
export const EditableRoles = ({ kit, exercise }: RoleProps) => {
  const editing = useEditing();
  const { id: exerciseId, roles } = exercise;
  const move = (id: string, before: string | null) =>
    void editing?.change({ type: "moveRole", exerciseId, id, before });
  const removal = (id: string): KitEdit => ({ type: "removeRole", exerciseId, id });
  return (
    <div>
      <GroupLabel as="h5">{kitWords.roles}</GroupLabel>
      {roles.length === 0 ? null : <Notice tone="attention">{kitWords.forRolePlayer}</Notice>}
      <Ordered items={roles} nameOf={({ name }) => name} onMove={move}>
        {(role) => (
          <>
            <Guide kit={kit} exercise={exercise} role={role} />
            <Remove edit={removal(role.id)} name={role.name} />
          </>
        )}
      </Ordered>
      <Add
        label={words.addRole}
        edit={(salt) => ({ type: "addRole", exerciseId, name: words.newRole, salt })}
      />
    </div>
  );
};
