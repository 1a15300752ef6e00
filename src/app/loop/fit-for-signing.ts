import { wellFormedText } from "../../domain/sealing/canonical-json";

const repaired = (value: unknown): unknown => {
  if (typeof value === "string") return wellFormedText(value);
  if (Array.isArray(value)) return value.map(repaired);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, repaired(item)]));
};

/**
 * A plain value whose texts were typed or pasted, with half characters replaced by U+FFFD. Otherwise one bad paste would
 * keep a whole decision or plan from being signed.
 */
export const fitForSigning = <Value>(value: Value): Value => repaired(value) as Value;
