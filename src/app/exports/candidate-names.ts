import { type KnownLoops, knownCandidates, type OwnCandidates } from "../../bindings/candidate-names";
import type { Live } from "../../domain/live";
import { err, ok, type Result } from "../../domain/result";

/** Without the names of other candidates nobody can say that a pack is free of them. */
export type NamesFailure = { readonly type: "candidatesUnread" };

/** The names of all candidates this laptop knows, once both lists are loaded. */
export const namesOf = (
  own: Live<OwnCandidates>,
  loops: Live<KnownLoops>,
): Promise<Result<readonly string[], NamesFailure>> =>
  new Promise((resolve) => {
    const undo: (() => void)[] = [];
    const look = (): void => {
      const now = knownCandidates(own.get(), loops.get());
      if (now.state === "loading") return;
      for (const stop of undo) stop();
      resolve(now.state === "ready" ? ok(now.value) : err({ type: "candidatesUnread" }));
    };
    undo.push(own.subscribe(look), loops.subscribe(look));
    look();
  });
