import { z } from "zod";

/** In pixels that do not depend on the screen's scale. */
const placeSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1).max(20_000),
  height: z.int().min(1).max(20_000),
  maximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof placeSchema>;

type Area = Pick<WindowPlace, "x" | "y" | "width" | "height">;

/** A place as it was written, or null where it is none. */
export const parsePlace = (json: string): WindowPlace | null => {
  try {
    const parsed = placeSchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
};

const overlap = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.max(0, Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom));

/** The part of the window that a hand must be able to reach. */
const least = 120;

/** The place, made no larger than the screen it is on; null where no screen shows enough of it, as after a screen was taken away. */
export const fittingPlace = (place: WindowPlace, screens: readonly Area[]): WindowPlace | null => {
  const shown = screens.find(
    (area) =>
      overlap(place.x, place.width, area.x, area.width) >= least &&
      // The title bar is at the top: a window whose top is off the screen cannot be moved.
      place.y >= area.y - 20 &&
      place.y <= area.y + area.height - least,
  );
  if (shown === undefined) return null;
  return {
    ...place,
    width: Math.min(place.width, shown.width),
    height: Math.min(place.height, shown.height),
  };
};
