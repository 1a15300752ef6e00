import type { Candidate } from "../domain/candidate/candidate";
import type { Loadable } from "../domain/live";
import type { LoopSummary } from "./services";

/** This laptop's own list of candidates. */
export type OwnCandidates = Loadable<readonly Pick<Candidate, "name">[]>;

/** The loops of this laptop: who only joined one knows its candidate from there. */
export type KnownLoops = Loadable<readonly Pick<LoopSummary, "candidateName">[]>;

/** The names of everybody whom either list names, each once; failed as soon as one of them is. */
export const knownCandidates = (own: OwnCandidates, loops: KnownLoops): Loadable<readonly string[]> => {
  if (own.state === "failed") return own;
  if (loops.state !== "ready") return loops;
  if (own.state !== "ready") return own;
  const names = [...own.value.map(({ name }) => name), ...loops.value.map((loop) => loop.candidateName)];
  return { state: "ready", value: [...new Set(names)].filter((name) => name.trim() !== "") };
};
