import { useEffect, useRef } from "react";
import type { Kit } from "../../domain/kit/kit";
import type { KitPlace } from "../../domain/kit/lint/finding";
import { enterPlace, goToPlace, type Shown } from "./go-to-place";

/** Goes to the place of a finding: its section at once, the place itself as soon as the page has it. */
export const usePlace = (shown: Shown): ((kit: Kit, place: KitPlace) => void) => {
  const wanted = useRef<KitPlace | null>(null);
  // After every render, since the question may have to be turned to first.
  useEffect(() => {
    if (wanted.current !== null && enterPlace(wanted.current)) wanted.current = null;
  });
  return (kit, place) => {
    goToPlace(kit, place, shown);
    wanted.current = enterPlace(place) ? null : place;
  };
};
