import type { QuestionId } from "../ids";
import type { Kit } from "../kit/kit";
import { exerciseById, questionById } from "../kit/lookup";
import type { Policy, Slot } from "../loop/plan";
import type { Answer, Card, Evidence, Overall, Rating, Tick } from "./card";
import type { CardItem } from "./change-card";
import { hasEvidence, hasQuote } from "./evidence";

/** Something the author should look at before sealing. Only `blocks` findings keep the card from being sealed. */
export interface CardFinding {
  readonly type:
    | "overallMissing"
    | "blank"
    | "noEvidence"
    | "contradiction"
    /** The highest or the lowest rating without a word of the candidate's. */
    | "extremeWithoutQuote"
    | "straightLined"
    | "takeawayMissing";
  readonly item: CardItem | null;
  readonly blocks: boolean;
}

/** Six equal ratings without a single other one is where a reader stops believing them (own rule). */
const straightLineFrom = 6;

const itemOf = (answer: Answer): CardItem => ({ kind: "question", questionId: answer.questionId });

interface Sides {
  readonly positive: readonly { readonly id: Tick["indicatorId"] }[];
  readonly negative: readonly { readonly id: Tick["indicatorId"] }[];
  /** The highest point of the item's scale. */
  readonly top: number;
}

/** Counts what speaks for and against: an opposite seen counts for the other side. */
export const weighTicks = (
  ticks: readonly Tick[],
  sides: Pick<Sides, "positive" | "negative">,
): { readonly good: number; readonly warning: number } => {
  const isPositive = (tick: Tick): boolean => sides.positive.some((sign) => sign.id === tick.indicatorId);
  const good = ticks.filter((tick) => isPositive(tick) === (tick.seen === "seen")).length;
  return { good, warning: ticks.length - good };
};

const contradicts = (evidence: Evidence, sides: Sides): boolean => {
  if (evidence.rating.kind !== "rated") return false;
  const { good, warning } = weighTicks(evidence.ticks, sides);
  if (evidence.rating.value === sides.top) return good === 0 && warning > 0;
  return evidence.rating.value === 1 && warning === 0 && good > 0;
};

const isExtreme = (rating: Rating, { top }: Pick<Sides, "top">): boolean =>
  rating.kind === "rated" && (rating.value === 1 || rating.value === top);

const findingsOf = (
  item: CardItem,
  evidence: Evidence,
  sides: Sides,
  { evidenceRequired }: Policy,
): readonly CardFinding[] => {
  if (evidence.rating.kind === "blank") return [{ type: "blank", item, blocks: false }];
  if (evidence.rating.kind === "absent") return [];
  if (!hasEvidence(evidence)) return [{ type: "noEvidence", item, blocks: evidenceRequired }];
  const found: CardFinding[] = [];
  if (contradicts(evidence, sides)) found.push({ type: "contradiction", item, blocks: false });
  if (isExtreme(evidence.rating, sides) && !hasQuote(evidence))
    found.push({ type: "extremeWithoutQuote", item, blocks: false });
  return found;
};

const sidesOfQuestion = (kit: Kit, questionId: QuestionId): Sides => {
  const { positive, negative } = questionById(kit, questionId);
  return { positive, negative, top: kit.questionScale.length };
};

const exerciseFindings = (card: Card, kit: Kit, slot: Slot, policy: Policy): readonly CardFinding[] => {
  if (card.exercise === null || slot.exerciseId === null) return [];
  const { positive, negative } = exerciseById(kit, slot.exerciseId);
  const sides = { positive, negative, top: kit.exerciseScale.length };
  return findingsOf({ kind: "exercise" }, card.exercise, sides, policy);
};

const isStraightLined = (card: Card): boolean => {
  const values = card.answers.flatMap(({ rating }) => (rating.kind === "rated" ? [rating.value] : []));
  return values.length >= straightLineFrom && new Set(values).size === 1;
};

/** A refusal to decide counts only with a reason somebody can read. */
export const isCallMissing = (overall: Overall): boolean =>
  overall.kind === "blank" || (overall.kind === "noDecision" && overall.reason.trim() === "");

/** What the seal screen lists: the missing overall call first (it blocks), then item by item in card order. */
export const checkCard = (card: Card, kit: Kit, slot: Slot, policy: Policy): readonly CardFinding[] => [
  ...(isCallMissing(card.overall) ? [{ type: "overallMissing", item: null, blocks: true } as const] : []),
  ...card.answers.flatMap((answer) =>
    findingsOf(itemOf(answer), answer, sidesOfQuestion(kit, answer.questionId), policy),
  ),
  ...exerciseFindings(card, kit, slot, policy),
  ...(isStraightLined(card) ? [{ type: "straightLined", item: null, blocks: false } as const] : []),
  ...(card.takeaway.trim() === "" ? [{ type: "takeawayMissing", item: null, blocks: false } as const] : []),
];

/** How many of the card's items have a rating or a stated absence, and of how many. */
export const cardProgress = (card: Card): { readonly answered: number; readonly of: number } => {
  const items = [...card.answers, ...(card.exercise === null ? [] : [card.exercise])];
  return { answered: items.filter(({ rating }) => rating.kind !== "blank").length, of: items.length };
};
