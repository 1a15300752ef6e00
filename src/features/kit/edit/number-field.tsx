import { NumberInput } from "@mantine/core";
import { useState } from "react";
import { typedNumber } from "./typed-number";

interface NumberFieldProps {
  readonly label: string;
  /** True where the label stands above the field; otherwise only those hear it who do not see the place. */
  readonly isShown: boolean;
  /** What the kit has; null where it does not say. */
  readonly value: number | null;
  /** Takes what was typed, null where the field was emptied, and answers what the kit has then. */
  readonly onType: (value: number | null) => number | null;
  readonly min?: number;
  readonly max?: number;
  /** How many digits may follow the point. */
  readonly decimals?: number;
}

interface Typed {
  /** As it was typed: "18." on the way to 18.5. */
  readonly text: string | number;
  /** What the kit has of it. */
  readonly made: number | null;
}

/** A number of the kit. What the kit refuses stands while it is typed: on the way to 0.5 there is a 0. */
export const NumberField = ({ label, isShown, value, onType, min, max, decimals = 0 }: NumberFieldProps) => {
  const [typed, setTyped] = useState<Typed | null>(null);
  // What was typed stands until the kit says something else by itself: after an undo, or from another window.
  const shown = typed !== null && typed.made === value ? typed.text : value;
  return (
    <NumberInput
      {...(isShown ? { label } : { "aria-label": label })}
      size="xs"
      w={isShown ? 148 : 84}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      allowDecimal={decimals > 0}
      decimalScale={decimals}
      value={shown ?? ""}
      onChange={(next) => {
        const number = typedNumber(next);
        setTyped({ text: next, made: number === undefined ? value : onType(number) });
      }}
      onBlur={() => setTyped(null)}
    />
  );
};
