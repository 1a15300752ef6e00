import { useCardsOutside } from "../../bindings/cards-outside";
import type { LoopRecord } from "../../domain/record/record";
import { Notice } from "../../ui/notice";
import { outsideTitle } from "./words";

/** Said before a decision closes the record: which sealed cards it would be without, and what to do. */
export const CardsOutside = ({ record }: { readonly record: LoopRecord }) => {
  const outside = useCardsOutside(record);
  if (outside === null) return null;
  return (
    <Notice tone="attention">
      <strong>{outsideTitle(outside.count)}</strong>
      {outside.cards.map((card) => (
        <div key={card}>{card}</div>
      ))}
      {outside.todo}
    </Notice>
  );
};
