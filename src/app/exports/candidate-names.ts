import type { Candidate } from "../../domain/candidate/candidate";
import type { Live, Loadable } from "../../domain/live";

/** The names of a list that may still be loading. A list that cannot be read names nobody. */
export const namesOf = (list: Live<Loadable<readonly Candidate[]>>): Promise<readonly string[]> =>
  new Promise((resolve) => {
    const undo: (() => void)[] = [];
    const look = (): void => {
      const now = list.get();
      if (now.state === "loading") return;
      for (const stop of undo) stop();
      resolve(now.state === "ready" ? now.value.map(({ name }) => name) : []);
    };
    undo.push(list.subscribe(look));
    look();
  });
