import type { LoopPhase } from "../../bindings/services";
import type { Trouble } from "../../ui/error-card";

/** Every text of the list of loops and of planning one. */

export const phaseWords: Record<LoopPhase, string> = {
  planned: "planned",
  live: "under way",
  revealed: "revealed, undecided",
  decided: "decided",
};

export const listTrouble = (error: { readonly type: string }): Trouble => ({
  what: `The loops on this laptop could not be read (${error.type}).`,
  safe: "Nothing was changed.",
  todo: "Try again; if it stays, close Panelbook and open it again.",
});

export const createTrouble = (error: { readonly type: string }): Trouble => ({
  what: `The loop could not be made (${error.type}).`,
  safe: "What you planned is still on this screen.",
  todo: "Try again.",
});

export const gapWords: Record<"candidate" | "names" | "sameName" | "slots" | "interviewers", string> = {
  candidate: "Choose a candidate.",
  names: "Everybody needs a name.",
  sameName: "Two people have the same name; add something that tells them apart.",
  slots: "There is no slot to interview in.",
  interviewers: "A slot has nobody in it.",
};

export const hatChoices = [
  { value: "panelist", label: "panelist" },
  { value: "hiringManager", label: "hiring manager" },
  { value: "rolePlayer", label: "role player" },
  { value: "observer", label: "observer" },
  { value: "shadow", label: "shadow" },
  { value: "recordsKeeper", label: "records keeper" },
] as const;
