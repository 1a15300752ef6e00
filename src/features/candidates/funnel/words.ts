import { dayText } from "../../../ui/day-text";

/** What the funnel says. */
export const funnelWords = {
  title: "Funnel",
  note: "How many came to each step, and why they left it. Names nobody.",
  role: "Role",
  none: "No application for this role is on this laptop yet.",
  choose: "Choose a role.",
  period: (from: string, to: string) =>
    from === to ? `Applied on ${dayText(from)}` : `Applied from ${dayText(from)} to ${dayText(to)}`,
  steps: "Steps of the funnel",
  columns: { step: "Step", bar: "Share", entered: "Came to it", left: "Left there", why: "Why" },
  why: (reason: string, count: number) => `${reason} (${count})`,
  nobodyLeft: "Nobody",
  save: "Save as CSV",
  saveForWord: "Save for Word",
  saved: (path: string) => `Saved: ${path}`,
  notSaved: "The funnel was not saved",
  nothingLost: "Nothing was changed.",
} as const;
