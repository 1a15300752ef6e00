import type { Indicator } from "../../domain/kit/kit";
import type { Subject } from "./subject";

/** Every letter a sign may have, in order. */
export const letters: readonly string[] = [..."abcdefghijklmnopqrstuvwxyz"];

/** The letter that ticks an indicator; null past z, where only a click does. */
export const signLetter = (position: number): string | null => letters[position] ?? null;

/** The indicator under a letter: a, b, c … over the good signs, then on through the warning signs. */
export const signAt = (
  { positive, negative }: Pick<Subject, "positive" | "negative">,
  letter: string,
): Indicator | null => {
  const position = letters.indexOf(letter);
  return position < 0 ? null : ([...positive, ...negative][position] ?? null);
};
