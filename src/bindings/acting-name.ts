import { liveCell } from "../domain/live";
import { useLive } from "./use-live";

/** Who is at this laptop, for what is written down with a name; null until somebody said. Kept until the window closes. */
const said = liveCell<string | null>(null);

/**
 * Who acts, and how to say it; empty until somebody said. Nobody is proposed: a name that stands there already is taken
 * for one's own, and what is then done is signed with another's.
 */
export const useActingName = (): readonly [string, (name: string) => void] => [useLive(said) ?? "", said.set];
