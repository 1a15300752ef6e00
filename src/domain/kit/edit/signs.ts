import { freeSlug, indicatorIdSchema } from "../../ids";
import { err, ok } from "../../result";
import { wellFormedText } from "../../sealing/canonical-json";
import type { Indicator, Kit, Question } from "../kit";
import { type Edited, gone, movedBefore, signIds } from "./items";
import type { KitEdit, SignSide } from "./kit-edit";

type Edit<Type extends KitEdit["type"]> = Extract<KitEdit, { type: Type }>;
type Sides = Pick<Question, SignSide>;

const newSign = (text: string, salt: string, taken: Set<string>): Indicator => {
  const id = indicatorIdSchema.parse(freeSlug(`sign ${salt}`, taken, "sign"));
  taken.add(id);
  return { id, text };
};

/** Adds an indicator to the end of a side. */
export const addSign = (kit: Kit, { owner, side, text, salt }: Edit<"addSign">): Edited => {
  const whole = wellFormedText(text);
  if (whole.trim() === "") return err({ type: "emptyText" });
  if (!kit[owner.list].some(({ id }) => id === owner.id)) return gone;
  const sign = newSign(whole, salt, signIds(kit));
  const grown = <Owner extends Sides & { readonly id: string }>(one: Owner): Owner =>
    one.id === owner.id ? { ...one, [side]: [...one[side], sign] } : one;
  return ok(
    owner.list === "questions"
      ? { ...kit, questions: kit.questions.map(grown) }
      : { ...kit, exercises: kit.exercises.map(grown) },
  );
};

/** Changes the sides of whoever has the indicator; null where nobody has. */
const withSides = (kit: Kit, id: string, change: (sides: Sides, sign: Indicator) => Sides | null): Edited => {
  let found: Sides | null = null;
  const look = <Owner extends Sides>(owner: Owner): Owner => {
    const sign = [...owner.positive, ...owner.negative].find((one) => one.id === id);
    if (sign === undefined) return owner;
    found = change({ positive: owner.positive, negative: owner.negative }, sign);
    return found === null ? owner : { ...owner, ...found };
  };
  const next = { ...kit, questions: kit.questions.map(look), exercises: kit.exercises.map(look) };
  return found === null ? gone : ok(next);
};

const withoutSign = (sides: Sides, id: string): Sides => ({
  positive: sides.positive.filter((sign) => sign.id !== id),
  negative: sides.negative.filter((sign) => sign.id !== id),
});

export const removeSign = (kit: Kit, id: string): Edited =>
  withSides(kit, id, (sides) => withoutSign(sides, id));

/** Puts an indicator before another of its owner, also on the other side. */
export const moveSign = (kit: Kit, { id, side, before }: Edit<"moveSign">): Edited =>
  withSides(kit, id, (sides, sign) => {
    if (before === id) return sides;
    const rest = withoutSign(sides, id);
    const moved = movedBefore([...rest[side], sign], id, before);
    return moved && { ...rest, [side]: moved };
  });

/** Copies of indicators under ids of their own. */
export const copiedSigns = (kit: Kit, { positive, negative }: Sides, salt: string): Sides => {
  const taken = signIds(kit);
  const copied = (signs: readonly Indicator[]) => signs.map(({ text }) => newSign(text, salt, taken));
  return { positive: copied(positive), negative: copied(negative) };
};
