import { useEffect } from "react";
import { useActingName } from "../../../bindings/acting-name";
import { useLive } from "../../../bindings/use-live";
import { liveCell } from "../../../domain/live";

/** Who reads resumes and looks at answers; apart from who acts elsewhere, whose name would open the marks of whoever was here before. */
const reviewer = liveCell("");

/** Who reads, and how to say it; whoever reviews also acts. */
export const useReviewerName = (): readonly [string, (name: string) => void] => {
  const [, setActing] = useActingName();
  const say = (name: string) => {
    reviewer.set(name);
    if (name !== "") setActing(name);
  };
  return [useLive(reviewer), say];
};

/** Forgets who reads as a screen for reviews is left: whoever comes next says who they are. */
export const useReviewerForgotten = (): void => useEffect(() => () => reviewer.set(""), []);
