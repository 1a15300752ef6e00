import type { KitEdit } from "../../../domain/kit/edit/kit-edit";
import type { Kit } from "../../../domain/kit/kit";
import { useEditing } from "./editing";
import { NumberField } from "./number-field";

type Spot = Extract<KitEdit, { type: "setNumber" }>["spot"];

const ofItem = <Item extends { readonly id: string }>(items: readonly Item[], id: string): Item | undefined =>
  items.find((item) => item.id === id);

const numberAt = (kit: Kit, spot: Spot): number | null => {
  switch (spot.in) {
    case "rounds":
      return ofItem(kit.rounds, spot.id)?.[spot.field] ?? null;
    case "exercises":
      return ofItem(kit.exercises, spot.id)?.[spot.field] ?? null;
    case "videoPrompts":
      return ofItem(kit.videoPrompts, spot.id)?.[spot.field] ?? null;
    case "resumeCriteria":
      return ofItem(kit.resumeCriteria, spot.id)?.[spot.field] ?? null;
  }
};

interface EditableNumberProps {
  readonly spot: Spot;
  readonly value: number | null;
  readonly label: string;
  readonly isShown?: boolean;
}

/** One number of the kit, or nothing where the kit does not say; nothing at all while the kit is only read. */
export const EditableNumber = ({ spot, value, label, isShown = false }: EditableNumberProps) => {
  const editing = useEditing();
  const isWeight = spot.field === "weight";
  return editing === null ? null : (
    <NumberField
      label={label}
      isShown={isShown}
      value={value}
      decimals={isWeight ? 2 : 0}
      {...(spot.field === "minutes" || spot.field === "responseMinutes" ? { max: 600 } : {})}
      onType={(next) => {
        // A weight is always said: an emptied field waits for the next digit.
        if (next === null && isWeight) return value;
        return numberAt(editing.change({ type: "setNumber", spot, value: next }, JSON.stringify(spot)), spot);
      }}
    />
  );
};
