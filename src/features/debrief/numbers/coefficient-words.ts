import { counted } from "../../../bindings/name-lists";
import type { Coefficients } from "../../../domain/debrief/coefficients";

const twoDigits = (value: number): string => Math.max(0, value).toFixed(2);

/** Bands of Koo & Li (2016). */
const intraclassBand = (value: number): string => {
  if (value < 0.5) return "poor";
  if (value < 0.75) return "moderate";
  return value < 0.9 ? "good" : "excellent";
};

/** Bands of Landis & Koch (1977). */
const kappaBand = (value: number): string => {
  if (value <= 0.2) return "slight";
  if (value <= 0.4) return "fair";
  if (value <= 0.6) return "moderate";
  return value <= 0.8 ? "substantial" : "almost perfect";
};

const itemWords = ({ items }: Coefficients): string => {
  if (items.length === 0)
    return "Agreement item by item needs three independent raters on a scale of four points or more.";
  const low = items.filter(({ withinGroup }) => withinGroup < 0.7).map(({ title }) => title);
  const alike = `On ${items.length - low.length} of ${counted(items.length, "item")} with three raters or more the panel agrees (within-group agreement of 0.70 or more)`;
  return low.length === 0 ? `${alike}.` : `${alike}; not on ${low.join(", ")}.`;
};

const intraclassWords = ({ intraclass }: Coefficients): string =>
  intraclass === null
    ? "An intraclass correlation needs ten items that everybody rated independently, and ratings that differ."
    : `Intraclass correlation over ${intraclass.items} items everybody rated: ${twoDigits(intraclass.single)} for one rating (${intraclassBand(intraclass.single)}), ${twoDigits(intraclass.mean)} for the panel’s mean (${intraclassBand(intraclass.mean)}).`;

/** What the coefficients say, each with what it needs where it says nothing. */
export const coefficientSentences = (coefficients: Coefficients): readonly string[] => [
  itemWords(coefficients),
  intraclassWords(coefficients),
  ...(coefficients.kappa === null
    ? []
    : [
        `Weighted kappa of the two raters over ${coefficients.kappa.items} items: ${twoDigits(coefficients.kappa.value)} (${kappaBand(coefficients.kappa.value)}).`,
      ]),
];
