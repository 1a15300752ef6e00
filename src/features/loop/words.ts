import { actTrouble } from "../../bindings/act-trouble";
import { fileTrouble } from "../../bindings/file-trouble";
import type { LoopPhase } from "../../bindings/services";
import { storageTrouble } from "../../bindings/storage-trouble";
import type { GapReason } from "../../domain/loop/balance";
import type { TimeFinding } from "../../domain/loop/plan-times";
import type { Trouble } from "../../ui/error-card";
import type { DotShape } from "../../ui/status-dot";
import type { PlanGap } from "./plan-gaps";
import type { PlannedCoverage } from "./plan-outlook";

/** Every text of the list of loops and of planning one. */

export const phaseWords: Record<LoopPhase, { readonly shape: DotShape; readonly words: string }> = {
  planned: { shape: "empty", words: "planned" },
  live: { shape: "half", words: "under way" },
  revealed: { shape: "bang", words: "revealed, undecided" },
  decided: { shape: "full", words: "decided" },
  withdrawn: { shape: "cross", words: "ended: the candidate withdrew" },
  cancelled: { shape: "dash", words: "ended: cancelled" },
};

export const listTrouble = (error: { readonly type: string }): Trouble =>
  storageTrouble(error, {
    what: "The loops on this laptop could not be read",
    safe: "Nothing was changed.",
  });

/** Which version of its kit a loop keeps. */
export const kitVersionSentence = (version: number): string =>
  `The loop keeps version ${version} of the role kit, whatever is changed later.`;

/** That the kit says more by now than the loop will. */
export const newerDraftSentence = "A newer draft exists; no loop uses it before it is published.";

export const kitTrouble = (error: { readonly type: string }): Trouble =>
  storageTrouble(error, { what: "The role kit could not be read", safe: "The library is unchanged." });

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
    case "breakTitle":
      return "A break has no name.";
    case "weightsReason":
      return "Unequal weights need a reason.";
    case "panelist":
      return `${slotName(gap.slot)} has no panelist.`;
    case "nothingToAsk":
      return `${slotName(gap.slot)} asks nothing yet.`;
  }
};

const someone = (name: string): string => (name.trim() === "" ? "A person without a name" : name);

/** A finding about times; `nameOf` says who a person is. */
export const findingSentence = (finding: TimeFinding, nameOf: (personId: string) => string): string => {
  switch (finding.type) {
    case "candidate":
      return `at the same time as ${slotName(finding.other)}: the candidate cannot be in both`;
    case "person":
      return `${someone(nameOf(finding.personId))} is in ${slotName(finding.other)} at the same time`;
    case "room":
      return `${slotName(finding.other)} has the same room at the same time`;
    case "tooLong":
      return `needs about ${finding.needed} minutes and has ${finding.minutes}`;
  }
};

const gapReasons: Readonly<Record<GapReason, string>> = {
  noQuestion: "the role kit asks nothing about it at this level",
  fewRaters: "the panel has fewer than two people whose cards count",
  noMinutes: "no slot has time for one more question",
  nobodyFree: "who is left is in another slot at the time",
};

/** How well a competency is covered: two panelists are wanted, one is thin, none is a hole. */
export const coverageWords = ({
  panelists,
  gap,
  required,
}: PlannedCoverage): {
  shape: DotShape;
  words: string;
} => {
  const count = `${panelists} ${panelists === 1 ? "panelist" : "panelists"}`;
  if (!required) return { shape: "empty", words: `${count}; not required` };
  if (gap === null) return { shape: "full", words: count };
  const has = panelists === 0 ? "nobody asks about it" : "one panelist only";
  return { shape: panelists === 0 ? "bang" : "half", words: `${has}: ${gapReasons[gap]}` };
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

/** Said where a copied plan cannot ask everything the first one asked. */
export const missingSentence = (count: number): string =>
  `${count} ${count === 1 ? "question of the first plan is" : "questions of the first plan are"} no longer in the role kit at this level and left out: the two candidates will not be asked the same.`;

export const calendarTrouble = (error: { readonly type: string }): Trouble =>
  fileTrouble(error, { what: "The calendar file was not written", safe: "The plan is unchanged." });
