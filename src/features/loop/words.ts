import { actTrouble } from "../../bindings/act-trouble";
import type { LoopPhase } from "../../bindings/services";
import type { Trouble } from "../../ui/error-card";
import type { DotShape } from "../../ui/status-dot";
import type { PlanGap } from "./plan-gaps";
import type { Clash, PlannedCoverage } from "./plan-outlook";

/** Every text of the list of loops and of planning one. */

export const phaseWords: Record<LoopPhase, { readonly shape: DotShape; readonly words: string }> = {
  planned: { shape: "empty", words: "planned" },
  live: { shape: "half", words: "under way" },
  revealed: { shape: "bang", words: "revealed, undecided" },
  decided: { shape: "full", words: "decided" },
};

export const listTrouble = (error: { readonly type: string }): Trouble => ({
  what: `The loops on this laptop could not be read (${error.type}).`,
  safe: "Nothing was changed.",
  todo: "Close Panelbook and open it again.",
});

export const kitTrouble = (error: { readonly type: string }): Trouble => ({
  what: `The role kit could not be read (${error.type}).`,
  safe: "The library is unchanged.",
  todo: "Try again, or choose another role kit.",
});

export const createTrouble = (error: { readonly type: string }): Trouble =>
  actTrouble(error, {
    what: "The loop could not be made",
    safe: "What you planned is still on this screen.",
  });

const slotName = (title: string): string => (title.trim() === "" ? "A slot" : `“${title}”`);

export const gapSentence = (gap: PlanGap): string => {
  switch (gap.type) {
    case "candidate":
      return "Choose a candidate.";
    case "names":
      return "Everybody needs a name.";
    case "sameName":
      return "Two people have the same name; add something that tells them apart.";
    case "slots":
      return "There is no slot to interview in.";
    case "slotTitle":
      return "A slot has no name.";
    case "panelist":
      return `${slotName(gap.slot)} has no panelist.`;
    case "nothingToAsk":
      return `${slotName(gap.slot)} asks nothing yet.`;
  }
};

export const clashSentence = ({ name, slots }: Clash): string =>
  `${name.trim() === "" ? "A person without a name" : name} is in ${slotName(slots[0])} and ${slotName(slots[1])} at the same time.`;

/** How well a competency is covered: two panelists are wanted, one is thin, none is a hole. */
export const coverageWords = ({ panelists }: PlannedCoverage): { shape: DotShape; words: string } => {
  if (panelists === 0) return { shape: "bang", words: "nobody asks about it" };
  if (panelists === 1) return { shape: "half", words: "one panelist; a second would help" };
  return { shape: "full", words: `${panelists} panelists` };
};

export const facilitatorChoice = { value: "facilitator", label: "facilitator" } as const;

export const hatChoices = [
  { value: "panelist", label: "panelist" },
  { value: "hiringManager", label: "hiring manager" },
  { value: "rolePlayer", label: "role player" },
  { value: "observer", label: "observer" },
  { value: "shadow", label: "shadow" },
  { value: "recordsKeeper", label: "records keeper" },
] as const;
