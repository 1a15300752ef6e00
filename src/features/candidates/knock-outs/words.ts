/** What the list of knock-outs says. */
export const knockOutWords = {
  title: "Knock-outs",
  note: "An answer ends no application by itself: a person confirms or overrules it.",
  waiting: "To look at",
  nobody: "Nobody waits. Whose answer to a knock-out question ends the application is listed here first.",
  unknown: "A candidate who cannot be read",
  line: (role: string, day: string) => `${role}, answered ${day}`,
  counts: "What each question did",
  columns: {
    prompt: "Question, as it was worded",
    asked: "Answered",
    removed: "Removed",
    overruled: "Overruled",
    waiting: "Waiting",
  },
} as const;
