import { useKeys } from "../../ui/keys/keys";
import { type InterviewActions, interviewBindings } from "./interview-bindings";

/** The whole interview by keyboard; every key is in the help sheet. */
export const useInterviewKeys = (actions: InterviewActions): void =>
  useKeys({ title: "Interview", scope: "screen", bindings: interviewBindings(actions) });
