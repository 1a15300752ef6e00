import { useEffect, useMemo, useState } from "react";
import { debriefAgenda } from "../../domain/debrief/divergence";
import { debriefItemKey } from "../../domain/debrief/item";
import { debriefMatrix, type MatrixRow } from "../../domain/debrief/matrix";
import { movementsOf } from "../../domain/debrief/movement";
import type { LoopRecord } from "../../domain/record/record";
import { overallKey } from "./overall";

/** The matrix and the agenda of a record, and which item is in front. */
export const useAgenda = (record: LoopRecord) => {
  const { matrix, agenda, movements, keys } = useMemo(() => {
    const made = debriefAgenda(record);
    const keyOf = (row: MatrixRow) => debriefItemKey(row.item);
    const table = debriefMatrix(record);
    return {
      matrix: table,
      movements: movementsOf(record, table),
      agenda: made,
      keys: [
        ...made.divergent.map(({ row }) => keyOf(row)),
        overallKey,
        ...[...made.agreed, ...made.unrated].map(keyOf),
      ],
    };
  }, [record]);
  const [asked, setAsked] = useState<string | null>(null);
  const chosen = asked !== null && keys.includes(asked) ? asked : (keys[0] ?? overallKey);
  const choose = (key: string) => setAsked(key);
  const step = (by: 1 | -1) => {
    const next = keys[Math.max(0, Math.min(keys.length - 1, keys.indexOf(chosen) + by))];
    if (next !== undefined) setAsked(next);
  };
  useEffect(() => {
    const shown = document.getElementById(`item-${chosen}`) ?? document.getElementById(`row-${chosen}`);
    shown?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const row = matrix.rows.find((known) => debriefItemKey(known.item) === chosen) ?? null;
  const topics = agenda.divergent.length + (agenda.overallStraddles ? 1 : 0);
  return { matrix, agenda, movements, chosen, choose, step, row, topics };
};
