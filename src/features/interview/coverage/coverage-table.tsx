import { VisuallyHidden } from "@mantine/core";
import {
  type CellState,
  type CompetencyCoverage,
  type CoverageBoard,
  type CoverageCell,
  wantedRaters,
} from "../../../domain/loop/coverage/coverage-board";
import type { Slot } from "../../../domain/loop/plan";
import type { OpenView } from "../desk";
import classes from "./coverage.module.css";
import { CoverageGlyph, RaterBoxes } from "./coverage-glyph";
import { cellWords, namesOf, ratersLine } from "./words";

interface CoverageTableProps {
  readonly view: OpenView;
  readonly board: CoverageBoard;
  /** The slot this laptop's person is in; its column is lit. */
  readonly here?: Slot | undefined;
}

const cellSentence = (view: OpenView, { state, by }: CoverageCell): string =>
  state === "asked" ? `${cellWords.asked} by ${namesOf(view, by)}` : cellWords[state];

const Row = ({
  view,
  row,
  here,
}: { readonly row: CompetencyCoverage } & Omit<CoverageTableProps, "board">) => (
  <tr>
    <th scope="row">
      {row.name}
      <span className={classes.raters}>
        <RaterBoxes wanted={wantedRaters} raters={row.raters.length} expected={row.expected.length} />
        {ratersLine(view, row)}
      </span>
    </th>
    {row.cells.map((cell) => (
      <td
        key={cell.slotId}
        data-here={cell.slotId === here?.slotId || undefined}
        title={cellSentence(view, cell)}
      >
        <CoverageGlyph state={cell.state} />
        <VisuallyHidden>{cellSentence(view, cell)}</VisuallyHidden>
      </td>
    ))}
  </tr>
);

const legend: readonly CellState[] = ["asked", "planned", "missed", "none"];

/** Competencies by slots: a shape for what became of each, and under the name how many independent raters it has. */
export const CoverageTable = ({ view, board, here }: CoverageTableProps) => (
  <>
    <div className={classes.scroll}>
      <table className={classes.table} aria-label="Competencies by slots">
        <thead>
          <tr>
            <th scope="col">Raters so far</th>
            {board.slots.map((slot) => (
              <th
                key={slot.slotId}
                scope="col"
                title={slot.title}
                data-here={slot.slotId === here?.slotId || undefined}
              >
                {slot.startsAt.slice(11)}
                <VisuallyHidden> {slot.title}</VisuallyHidden>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.competencies.map((row) => (
            <Row key={row.competencyId} view={view} row={row} here={here} />
          ))}
        </tbody>
      </table>
    </div>
    <ul className={classes.legend} aria-label="What the shapes mean">
      {legend.map((state) => (
        <li key={state}>
          <CoverageGlyph state={state} /> {cellWords[state]}
        </li>
      ))}
    </ul>
  </>
);
