import { Button } from "@mantine/core";
import type { HandedRow, HandOverOffer } from "../../../bindings/hand-overs";
import { type Column, DataTable } from "../../../ui/data-table";
import { Notice } from "../../../ui/notice";
import { maskedName } from "../candidate-rows";
import { useNamesMasked } from "../names-masked";
import classes from "./hand-over.module.css";
import { handOverWords as words } from "./words";

const columnsFor = (masked: boolean): readonly Column<HandedRow>[] => [
  {
    key: "name",
    header: words.columns.name,
    cell: ({ candidateId, name }) => (masked ? maskedName(candidateId) : name),
  },
  { key: "roles", header: words.columns.roles, cell: ({ roles }) => roles.join(", ") },
  { key: "state", header: words.columns.state, cell: ({ state }) => words.states[state] },
  {
    key: "alike",
    header: words.columns.alike,
    cell: ({ lookalike }) => (masked ? "" : (lookalike ?? "")),
  },
];

const most = 200;

interface OfferProps {
  readonly offer: HandOverOffer;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

/** Who is in a file and what it would change, before anything changes. */
export const Offer = ({ offer, onTake, onLeave }: OfferProps) => {
  const [masked] = useNamesMasked();
  const { rows, at, kitsMissing } = offer;
  const alike = rows.filter(({ lookalike }) => lookalike !== null).length;
  const hasNews = rows.some(({ state }) => state === "new" || state === "more");
  return (
    <section className={classes.offer} aria-label={words.table}>
      <p className={classes.line}>{words.at(at)}</p>
      <p className={classes.line}>{hasNews ? words.brings(offer) : words.nothingNew(offer)}</p>
      {kitsMissing.length === 0 ? null : <Notice>{words.kitsMissing(kitsMissing)}</Notice>}
      {alike === 0 ? null : <Notice tone="attention">{words.lookalikes(alike)}</Notice>}
      <DataTable
        label={words.table}
        columns={columnsFor(masked)}
        rows={rows.slice(0, most)}
        rowKey={({ candidateId }) => candidateId}
      />
      <div className={classes.buttons}>
        {hasNews ? <Button onClick={onTake}>{words.takeIn}</Button> : null}
        <Button variant="default" onClick={onLeave}>
          {words.leave}
        </Button>
      </div>
    </section>
  );
};
