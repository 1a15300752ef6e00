import type { Indicator } from "../kit";
import type { Context } from "./context";
import { type Block, itemsOf } from "./fields";
import type { Item } from "./spans";

/** The two lists of a block, not yet taken into the kit. */
export interface IndicatorItems {
  readonly positive: readonly Item[];
  readonly negative: readonly Item[];
}

export const indicatorItems = (block: Block): IndicatorItems => ({
  positive: itemsOf(block, "positive"),
  negative: itemsOf(block, "negative"),
});

const takeSide = (context: Context, items: readonly Item[], prefix: string): Indicator[] =>
  items.map((item, index) => ({
    id: context.ids.indicator(`${prefix}${index + 1}`, "indicator"),
    text: context.ledger.takeItem(item),
  }));

/** Both sides with ids made from their owner's id: `owner-p1`, `owner-n1`. */
export const takeIndicators = (
  context: Context,
  items: IndicatorItems,
  owner: string,
): { positive: Indicator[]; negative: Indicator[] } => ({
  positive: takeSide(context, items.positive, `${owner}-p`),
  negative: takeSide(context, items.negative, `${owner}-n`),
});
