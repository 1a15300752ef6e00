import { type Application, type ApplicationEvent, applicationEventSchema } from "../application";

/** Of several things of one moment, what is answered comes before what is judged of it. */
const order: readonly ApplicationEvent["kind"][] = applicationEventSchema.options.map(
  ({ shape }) => shape.kind.value,
);

/** One text per event, whichever laptop wrote it: parsed, so that its members stand in one order. */
const textOf = (event: ApplicationEvent): string => JSON.stringify(applicationEventSchema.parse(event));

const compare = (
  [one, text]: readonly [ApplicationEvent, string],
  [other, otherText]: readonly [ApplicationEvent, string],
): number =>
  Date.parse(one.at) - Date.parse(other.at) ||
  order.indexOf(one.kind) - order.indexOf(other.kind) ||
  (text < otherText ? -1 : text > otherText ? 1 : 0);

/**
 * What happened to one application on several laptops, each thing once: the first is how it came, then by time. Whoever
 * takes in what from whom, all end with the same events. Where nothing is new, `here` itself comes back.
 */
export const mergedEvents = (
  here: Application["events"],
  brought: Application["events"],
): Application["events"] => {
  const known = new Map(here.map((event) => [textOf(event), event]));
  const fresh = brought.map((event) => [textOf(event), event] as const).filter(([text]) => !known.has(text));
  if (fresh.length === 0) return here;
  const all = new Map([...known, ...fresh]);
  const sorted = [...all]
    .map(([text, event]) => [event, text] as const)
    .sort(compare)
    .map(([event]) => event);
  const first = sorted.findIndex(({ kind }) => kind === "applied");
  return first < 1 ? sorted : sorted.toSpliced(first, 1).toSpliced(0, 0, ...sorted.slice(first, first + 1));
};

/** How many things of `brought` are not known here. */
export const newEvents = (here: Application["events"], brought: Application["events"]): number => {
  const known = new Set(here.map(textOf));
  return new Set(brought.map(textOf).filter((text) => !known.has(text))).size;
};
