import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { Agenda } from "../../domain/debrief/divergence";
import { debriefItemKey } from "../../domain/debrief/item";
import type { Matrix } from "../../domain/debrief/matrix";
import type { LoopRecord } from "../../domain/record/record";
import classes from "./debrief.module.css";
import { MatrixTable } from "./matrix-table";

interface RatingsPartProps {
  readonly record: LoopRecord;
  readonly matrix: Matrix;
  readonly agenda: Agenda;
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

/** The items the panel may skip, one line each; on request every rating there is. */
export const RatingsPart = ({ record, matrix, agenda, chosen, onChoose }: RatingsPartProps) => {
  const [show, setShow] = useState<"agreed" | "every">("agreed");
  const divergent = new Set(agenda.divergent.map(({ row }) => debriefItemKey(row.item)));
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label="Which items the table shows"
        value={show}
        onChange={(value) => setShow(value === "every" ? "every" : "agreed")}
        data={[
          { value: "agreed", label: `Agreed, folded (${agenda.agreed.length})` },
          { value: "every", label: "Every rating" },
        ]}
      />
      <div className={classes.table}>
        <MatrixTable
          record={record}
          label={show === "agreed" ? "Agreed items by panelists" : "Every item by panelists"}
          rows={show === "agreed" ? agenda.agreed : matrix.rows}
          divergent={divergent}
          chosen={chosen}
          onChoose={onChoose}
        />
      </div>
    </>
  );
};
