import { NumberInput } from "@mantine/core";
import { useState } from "react";

interface NumberFieldProps {
  readonly label: string;
  /** True where the label stands above the field; otherwise only those hear it who do not see the place. */
  readonly isShown: boolean;
  /** What the kit has; null where it does not say. */
  readonly value: number | null;
  /** Null where the field was emptied. */
  readonly onType: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  /** How many digits may follow the point. */
  readonly decimals?: number;
}

/** A number of the kit. What the kit refuses stands while it is typed: on the way to 0.5 there is a 0. */
export const NumberField = ({ label, isShown, value, onType, min, max, decimals = 0 }: NumberFieldProps) => {
  const [typed, setTyped] = useState<string | number | null>(null);
  return (
    <NumberInput
      {...(isShown ? { label } : { "aria-label": label })}
      size="xs"
      w={isShown ? 148 : 84}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      allowDecimal={decimals > 0}
      decimalScale={decimals}
      value={typed ?? value ?? ""}
      onChange={(next) => {
        setTyped(next);
        onType(typeof next === "number" ? next : null);
      }}
      onBlur={() => setTyped(null)}
    />
  );
};
