import type { Audience, Disclosure } from "../../domain/record/audiences";

interface AudienceWords {
  /** What the pack is called, in its title and in the list it is chosen from. */
  readonly title: string;
  /** Who may read it, and what it holds, in a sentence. */
  readonly readers: string;
  /** The class printed on every page. */
  readonly classification: string;
}

/** What each pack is called and who may read it. */
export const audienceWords: Readonly<Record<Audience, AudienceWords>> = {
  hrFile: {
    title: "HR file",
    readers: "For HR and nobody else: everything the record holds, also what the others may not read.",
    classification: "Confidential: HR only",
  },
  hiringManager: {
    title: "Hiring manager’s summary",
    readers:
      "For the hiring manager: the decision, totals and what was heard, without saying who rated what.",
    classification: "Confidential: hiring manager and HR",
  },
  handout: {
    title: "Debrief handout",
    readers:
      "For the panel in the debrief, after the reveal: the ratings and what to discuss. Collect it again.",
    classification: "Confidential: the panel",
  },
  candidateFeedback: {
    title: "Feedback",
    readers: "For the candidate: strengths and where to grow. It names nobody and gives no number.",
    classification: "For the candidate",
  },
  subjectAccess: {
    title: "Copy of personal data",
    readers:
      "For the candidate who asks for it: what is held about them, others’ names taken out and logged.",
    classification: "Personal: the person named",
  },
  publicRecords: {
    title: "Scorecards",
    readers: "For a public-records request: all cards one after the other. Read it before it goes out.",
    classification: "Released on request",
  },
  paperKit: {
    title: "Loop kit for paper",
    readers: "For the panel where laptops fail: questions, anchors, boxes to tick and lines to write on.",
    classification: "Confidential: the panel",
  },
  candidateBrief: {
    title: "Candidate brief",
    readers: "For the candidate beforehand: the task and how to prepare, nothing of how it is judged.",
    classification: "For the candidate",
  },
  prepCard: {
    title: "Prep card",
    readers: "For one panelist: what to ask, what good looks like, what was handed over.",
    classification: "Confidential: one panelist",
  },
};

/** Who may read a pack and what is in it, with what whoever makes it opened. */
export const readersOf = (audience: Audience, { individualScores, namePanelists }: Disclosure): string => {
  if (audience === "hiringManager" && individualScores)
    return "For the hiring manager: the decision, totals and what was heard. Opened for this pack: who rated what, and whose evidence it is.";
  if (audience === "subjectAccess" && namePanelists)
    return "For the candidate who asks for it: what is held about them, other candidates’ names taken out and logged. Opened for this pack: the panelists’ names.";
  return audienceWords[audience].readers;
};
