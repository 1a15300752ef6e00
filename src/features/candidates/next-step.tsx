import { hrefTo, paths } from "../../bindings/paths";
import { knockOutWaits } from "../../domain/candidates/standing";
import { causeWords } from "./application-words";
import type { CandidateRow } from "./candidate-rows";
import { words } from "./words";

/** What is done next with an application: where, and what it is called; without `path` there is nothing to do. */
export interface NextStep {
  readonly text: string;
  readonly path: string | null;
}

/** The next step of a row of the list. */
export const nextStepOf = ({ candidate, application, standing }: CandidateRow): NextStep => {
  const person = paths.candidate(candidate.id);
  if (application === null || standing === null) return { text: words.next.begin, path: person };
  if (knockOutWaits(standing)) return { text: words.next.confirm, path: paths.knockOuts };
  switch (standing.state) {
    case "applied":
    case "knockedOut":
      return { text: words.next.read, path: paths.resumeScreen(application.id) };
    case "screening": {
      const text = words.next.reviews(standing.reviews.length, standing.screen?.wanted ?? 0);
      return { text, path: paths.resumeScreen(application.id) };
    }
    case "screened":
      return { text: words.next.decide, path: person };
    case "held":
      return { text: words.next.waits(standing.reason), path: person };
    case "advanced":
      return { text: words.next.plan, path: paths.newLoop(application.candidateId, application.kitId) };
    case "inLoop":
    case "decided": {
      const path = standing.loopId === null ? null : paths.loop(standing.loopId);
      return { text: words.next.loop, path };
    }
    case "archived":
      return { text: causeWords[standing.cause ?? "other"], path: null };
  }
};

export const NextStepLink = ({ row }: { readonly row: CandidateRow }) => {
  const { text, path } = nextStepOf(row);
  return path === null ? text : <a href={hrefTo(path)}>{text}</a>;
};
