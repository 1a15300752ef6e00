import { useCardsOutside } from "../../bindings/cards-outside";
import type { LoopRecord } from "../../domain/record/record";
import { Notice } from "../../ui/notice";
import classes from "./record.module.css";
import { outsideTitle } from "./words";

/** Which sealed cards this record is without, each with why, and what to do. Nothing where all are in it. */
export const CardsOutside = ({ record }: { readonly record: LoopRecord }) => {
  const outside = useCardsOutside(record);
  if (outside === null) return null;
  return (
    <Notice tone="attention">
      <strong>{outsideTitle(outside.count)}</strong>
      <ul className={classes.outside} aria-label={outsideTitle(outside.count)}>
        {outside.cards.map((card) => (
          <li key={card}>{card}</li>
        ))}
      </ul>
      {outside.todo}
    </Notice>
  );
};
