import type { Kit, Round } from "../../domain/kit/kit";
import { type Column, DataTable } from "../../ui/data-table";
import { GroupLabel, Section } from "../../ui/section";
import editClasses from "./edit/edit.module.css";
import { EditableNumber } from "./edit/editable-number";
import { EditableText } from "./edit/editable-text";
import { useEditing } from "./edit/editing";
import { Add, Ordered, Remove, useMove } from "./edit/tools";
import { words as editWords } from "./edit/words";
import { sectionIds } from "./kit-index";
import classes from "./parts.module.css";
import { words } from "./words";

const textCell = (kit: Kit, field: "name" | "purpose" | "runBy", label: string) => (round: Round) => (
  <EditableText kit={kit} spot={{ in: "rounds", id: round.id, field }} label={label} placeholder={label}>
    {round[field] || words.emptyCell}
  </EditableText>
);

const columnsFor = (kit: Kit, isEdited: boolean): readonly Column<Round>[] => [
  { key: "name", header: words.roundColumns.name, cell: textCell(kit, "name", editWords.roundName) },
  { key: "purpose", header: words.roundColumns.purpose, cell: textCell(kit, "purpose", editWords.purpose) },
  { key: "runBy", header: words.roundColumns.runBy, cell: textCell(kit, "runBy", editWords.runBy) },
  {
    key: "minutes",
    header: words.roundColumns.minutes,
    cell: (round) =>
      isEdited ? (
        <span className={editClasses.inline}>
          <EditableNumber
            spot={{ in: "rounds", id: round.id, field: "minutes" }}
            value={round.minutes}
            label={editWords.minutes(round.name)}
          />
          <Remove edit={{ type: "remove", list: "rounds", id: round.id }} name={round.name} />
        </span>
      ) : round.minutes === null ? (
        words.emptyCell
      ) : (
        words.minutes(round.minutes)
      ),
    align: "end",
    width: isEdited ? "148px" : "88px",
  },
  {
    key: "questions",
    header: words.roundColumns.questions,
    cell: (round) => kit.questions.filter((question) => question.roundId === round.id).length,
    align: "end",
    width: "88px",
  },
];

/** The kinds of interview the kit knows, with how many of its questions belong to each. */
export const RoundsSection = ({ kit }: { readonly kit: Kit }) => {
  const isEdited = useEditing() !== null;
  const move = useMove("rounds");
  return (
    <Section id={sectionIds.rounds} title={words.rounds}>
      {kit.rounds.length === 0 ? (
        <p className={classes.quiet}>{words.noneHere}</p>
      ) : (
        <DataTable
          label={words.rounds}
          columns={columnsFor(kit, isEdited)}
          rows={kit.rounds}
          rowKey={(round) => round.id}
        />
      )}
      {isEdited && kit.rounds.length > 1 ? (
        <section aria-label={editWords.roundOrder}>
          <GroupLabel>{editWords.roundOrder}</GroupLabel>
          <Ordered items={kit.rounds} nameOf={({ name }) => name} onMove={move}>
            {({ name }) => <span className={editClasses.name}>{name}</span>}
          </Ordered>
        </section>
      ) : null}
      <Add
        label={editWords.addRound}
        edit={(salt) => ({ type: "add", list: "rounds", name: editWords.newRound, salt })}
      />
    </Section>
  );
};
