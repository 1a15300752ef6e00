import type { Kit, Round } from "../../domain/kit/kit";
import { type Column, DataTable } from "../../ui/data-table";
import { Section } from "../../ui/section";
import { sectionIds } from "./kit-index";
import classes from "./parts.module.css";
import { words } from "./words";

const columnsFor = (kit: Kit): readonly Column<Round>[] => [
  { key: "name", header: words.roundColumns.name, cell: (round) => round.name },
  { key: "purpose", header: words.roundColumns.purpose, cell: (round) => round.purpose || words.emptyCell },
  { key: "runBy", header: words.roundColumns.runBy, cell: (round) => round.runBy || words.emptyCell },
  {
    key: "minutes",
    header: words.roundColumns.minutes,
    cell: (round) => (round.minutes === null ? words.emptyCell : words.minutes(round.minutes)),
    align: "end",
    width: "88px",
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
export const RoundsSection = ({ kit }: { readonly kit: Kit }) => (
  <Section id={sectionIds.rounds} title={words.rounds}>
    {kit.rounds.length === 0 ? (
      <p className={classes.quiet}>{words.noneHere}</p>
    ) : (
      <DataTable
        label={words.rounds}
        columns={columnsFor(kit)}
        rows={kit.rounds}
        rowKey={(round) => round.id}
      />
    )}
  </Section>
);
