/** What the resume screen says. */
export const screenWords = {
  title: "Resume screen",
  reviewer: "You review as",
  reviewerMissing:
    "Write your name to begin: each review has its reviewer, and nobody reads another’s before both are in.",
  choose: "Choose the role to read resumes for.",
  begin: "Begin with the first",
  waiting: (count: number) =>
    count === 1 ? "1 application waits for your review" : `${count} applications wait for your review`,
  nobody: "No application waits for your review.",
  noCriteria:
    "The role kit has no resume criteria. Add them on the kit’s page; every application is read against the same ones.",
  criteria: "Criteria",
  evidence: (criterion: string) => `Where the resume shows it: ${criterion}`,
  evidenceHint: "Where the resume shows it",
  handIn: "Hand in the review",
  next: "Next application",
  left: (count: number) =>
    count === 1 ? "1 criterion is not marked yet" : `${count} criteria are not marked yet`,
  complete: "All criteria are marked",
  notKept: "The mark was not kept",
  notIn: "Your review is in. The others’ can be read once all are in.",
  hidden: (names: string) => `In already, not to be read yet: ${names}`,
  compared: "The reviews side by side",
  agreement: (same: number, of: number) => `The reviewers agree on ${same} of ${of} criteria.`,
  agreed: "Agreed",
  differs: "Differs",
  criterion: "Criterion",
  agreedColumn: "Agreement",
  notIndependent: (name: string) => `${name} could read the others first and is not counted.`,
  closed: (state: string) => `This application is not read any more: ${state.toLowerCase()}.`,
  otherCriteria:
    "The kit’s criteria were changed since this screening began; this application keeps the ones it began with.",
  unknownKit: "The role kit of this application is not on this laptop.",
  notHere: "This application is not on this laptop.",
  keys: {
    title: "Resume screen",
    next: "Next criterion",
    previous: "Previous criterion",
    evidence: "Write where the resume shows it",
    handIn: "Hand the review in",
    nextApplication: "Next application",
    mark: (mark: string) => `Mark: ${mark}`,
  },
} as const;
