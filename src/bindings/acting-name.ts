import { useMemo } from "react";
import type { Application } from "../domain/candidates/application";
import { liveCell } from "../domain/live";
import { useServices } from "./services";
import { useLive } from "./use-live";

/** Who is at this laptop, for what is written down with a name; null until somebody said. Kept until the window closes. */
const said = liveCell<string | null>(null);

/** Who acted last on any application. */
export const lastActor = (applications: readonly Application[]): string => {
  let last: { readonly at: string; readonly by: string } = { at: "", by: "" };
  for (const { events } of applications)
    for (const { at, by } of events) if (by !== null && at > last.at) last = { at, by };
  return last.by;
};

/** Who acts, and how to say it: at first whoever acted last on this laptop. */
export const useActingName = (): readonly [string, (name: string) => void] => {
  const name = useLive(said);
  const list = useLive(useServices().applications.list);
  const proposed = useMemo(() => (list.state === "ready" ? lastActor(list.value) : ""), [list]);
  return [name ?? proposed, said.set];
};
