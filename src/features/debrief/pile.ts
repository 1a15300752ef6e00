/** One person on a line from the lowest to the highest point. */
export interface SpreadDot {
  readonly personId: string;
  readonly name: string;
  /** From 1, between points where it is a mean. */
  readonly value: number;
  readonly independent: boolean;
}

/** Dots of one value stand on each other, this many before the next pile begins beside them. */
export const highest = 3;

/** Dots closer than this share of the whole line would cover each other. */
const tooClose = 0.1;

/** The place of each dot in its pile, from 0: the lowest that no dot before it covers. */
export const pilePlaces = (dots: readonly SpreadDot[], points: number): readonly number[] => {
  const places: number[] = [];
  for (const dot of dots) {
    const isNear = (other: SpreadDot) => Math.abs(other.value - dot.value) / (points - 1) < tooClose;
    const taken = new Set(places.filter((_, index) => isNear(dots[index] ?? dot)));
    let place = 0;
    while (taken.has(place)) place += 1;
    places.push(place);
  }
  return places;
};

/** How far right of its value a dot stands whose pile is full, in pixels. */
export const shift = (place: number): number => Math.floor(place / highest) * 22;
