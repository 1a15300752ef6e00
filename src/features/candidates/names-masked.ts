import { useLive } from "../../bindings/use-live";
import type { Candidate } from "../../domain/candidate/candidate";
import { liveCell } from "../../domain/live";
import { maskedName } from "./candidate-rows";

/** Whether names are masked on the screens about candidates; until the window closes. */
const masked = liveCell(false);

export const useNamesMasked = (): readonly [boolean, (on: boolean) => void] => [useLive(masked), masked.set];

/** How a candidate is called on the screen. */
export const shownName = (candidate: Pick<Candidate, "id" | "name">, isMasked: boolean): string =>
  isMasked ? maskedName(candidate.id) : candidate.name;
