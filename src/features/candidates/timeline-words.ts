/** What the timeline of an application says. */
export const timelineWords = {
  title: "What happened",
  by: (what: string, name: string) => `${what}, by ${name}`,
  applied: (source: string) => `Applied: ${source}`,
  answered: (asked: number, ending: number) =>
    ending === 0
      ? `${asked} knock-out ${asked === 1 ? "question" : "questions"} answered, none of them ends the application`
      : `${asked} knock-out ${asked === 1 ? "question" : "questions"} answered, ${ending} with an answer that ends the application`,
  confirmed: "Knock-out confirmed",
  overruled: "Knock-out overruled",
  taken: "Took part on this laptop",
  screenBegun: (criteria: number, wanted: number) =>
    `Resume screen begun: ${criteria} ${criteria === 1 ? "criterion" : "criteria"}, ${wanted} independent ${wanted === 1 ? "review" : "reviews"}`,
  reviewed: (independent: boolean) =>
    independent ? "Resume review handed in" : "Resume review handed in, after the others could be read",
  advanced: "Advanced to the interviews",
  held: "Put on hold",
  archived: (cause: string) => `Archived: ${cause}`,
  resumed: "Taken up again",
  loopPlanned: "Loop planned",
  decided: "Loop decided",
  loopEnded: "Loop ended without a decision",
  documentKept: (name: string) => `File kept: ${name}`,
  documentRemoved: "File removed",
  videoBegun: (answers: number, reviewers: string) =>
    `Video review begun: ${answers} ${answers === 1 ? "answer" : "answers"}, by ${reviewers}`,
  recordingRemoved: "Recording deleted",
  videoReviewed: "Video review handed in",
  videoExcused: (name: string) => `${name} is not waited for any more`,
} as const;
