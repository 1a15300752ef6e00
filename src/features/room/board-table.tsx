import { Anchor } from "@mantine/core";
import { hrefTo, paths } from "../../bindings/paths";
import { StatusDot } from "../../ui/status-dot";
import type { Board, BoardCell, BoardRow, Lamp } from "./board";
import classes from "./board.module.css";

const toneOf = (lamp: Lamp) => (lamp.unsafe ? "attention" : lamp.shape === "full" ? "accent" : "quiet");

const LampDot = ({ lamp }: { readonly lamp: Lamp }) => (
  <StatusDot shape={lamp.shape} tone={toneOf(lamp)} label={lamp.words} />
);

interface CellProps {
  readonly loopId: string;
  readonly cell: BoardCell | null;
  readonly title: string;
}

const Cell = ({ loopId, cell, title }: CellProps) => (
  <td>
    {cell === null ? null : (
      <>
        <LampDot lamp={cell.lamp} />
        {cell.copies === "" ? null : <span className={classes.copies}>{cell.copies}</span>}
        {cell.marks.map((mark) => (
          <span key={mark.words} className={classes.mark}>
            <LampDot lamp={mark} />
          </span>
        ))}
      </>
    )}
    {cell?.open ? (
      <Anchor
        href={hrefTo(paths.slot(loopId, cell.slotId))}
        aria-label={`Open my card for ${title}`}
        className={classes.open}
      >
        Open my card
      </Anchor>
    ) : null}
  </td>
);

interface RowProps {
  readonly loopId: string;
  readonly board: Board;
  readonly row: BoardRow;
}

const Row = ({ loopId, board, row }: RowProps) => (
  <tr data-mine={row.mine || undefined}>
    <th scope="row">
      <span className={classes.name}>{row.mine ? `${row.name} (you)` : row.name}</span>
      <span className={classes.hats}>{row.hats}</span>
    </th>
    <td>
      <LampDot lamp={row.laptop} />
      {row.holds === "" ? null : <span className={classes.copies}>{row.holds}</span>}
    </td>
    {board.slots.map((slot, index) => (
      <Cell key={slot.slotId} loopId={loopId} cell={row.cells[index] ?? null} title={slot.title} />
    ))}
  </tr>
);

/** Widths in pixels; below them the board scrolls instead of getting narrower. */
const personAndLaptop = 248;
const narrowestSlot = 92;

/** People as rows, slots as columns: whose laptop is here, and where every card is. */
export const BoardTable = ({ loopId, board }: Pick<RowProps, "loopId" | "board">) => (
  // Many slots make the table wider than the window: then it scrolls in itself, also by keyboard.
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
  <section className={classes.scroll} tabIndex={0} aria-label="People and cards">
    <table
      className={classes.board}
      style={{ minWidth: personAndLaptop + board.slots.length * narrowestSlot }}
      aria-label="Where everybody’s cards are"
    >
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Laptop</th>
          {board.slots.map((slot) => (
            <th key={slot.slotId} scope="col">
              {slot.time === "" ? null : <span className={classes.time}>{slot.time}</span>}
              {slot.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {board.rows.map((row) => (
          <Row key={row.personId} loopId={loopId} board={board} row={row} />
        ))}
      </tbody>
    </table>
  </section>
);
