import { storageTrouble } from "../../bindings/storage-trouble";
import type { Trouble } from "../../ui/error-card";

/** What the screens about candidates say. */
export const words = {
  title: "Candidates",
  note: (count: number) =>
    count === 1 ? "1 candidate on this laptop" : `${count} candidates on this laptop`,
  doing: "Opening the candidates",
  empty: "A candidate is a person you may hire. Add one, then plan a loop for them.",
  add: "Add a candidate",
  addTitle: "New candidate",
  name: "Name",
  nameMissing: "A candidate needs a name.",
  contact: "Contact",
  contactHint: "How to reach the person, such as an address or a number. May stay empty.",
  role: "Role kit",
  rolePlaceholder: "Choose a role kit",
  noKits: "The library is empty. The role can be chosen later.",
  save: "Add the candidate",
  cancel: "Cancel",
  filter: "Find by name or role",
  noMatch: (query: string) => `No candidate matches “${query}”.`,
  clearFilter: "Show all",
  noRole: "Not chosen yet",
  unknownRole: "A kit that is not on this laptop",
  columns: {
    name: "Name",
    role: "Role kit",
    state: "Stage",
    age: "For",
    next: "Next step",
    created: "Added",
  },
  noApplication: "Not applied yet",
  masked: (code: string) => `Candidate ${code}`,
  mask: "Mask names",
  allRoles: "All roles",
  roleFilter: "Role",
  strip: "How many are at each stage",
  all: "All",
  shown: (count: number, of: number) =>
    count === of ? `${of} in the list` : `${count} of ${of} in the list`,
  noMatchAll: "No candidate matches the filters.",
  next: {
    begin: "Begin the application",
    read: "Read the resume",
    confirm: "Confirm or overrule",
    reviews: (have: number, of: number) => `${have} of ${of} reviews in`,
    decide: "Advance, hold or archive",
    waits: (reason: string) => `Waits: ${reason}`,
    plan: "Plan a loop",
    loop: "Open the loop",
    none: "Nothing",
  },
  readResume: "Resume screen",
  heldAt: (held: string, at: string) => `${held} (${at})`,
  stateSince: (state: string, day: string) => `${state} since ${day}`,
  answers: "Answers to the knock-out questions",
  ends: "ends the application",
  beginText: "Begin the application to screen the resume, or plan the loop at once.",
  notBegun: "The application was not begun",
  maskedNote: "Names are masked on these screens. A file may still say the name.",
  hidden: "Masked",
  more: "More about candidates",
  screen: "Resume screen",
  videoReview: "Video review",
  knockOuts: "Knock-outs",
  funnel: "Funnel",
  import: "Import",
  handOver: "Hand over",
  added: "Added",
  openKit: "Open the role kit",
  planLoop: "Plan a loop",
  nextStep: "Next step",
  nextStepText: "Plan the loop: who asks what, and when.",
  noContact: "Not given",
  keptHere: "Kept encrypted on this laptop. What you write about a person may be read by them on request.",
  notHere: "This candidate is not on this laptop.",
  toList: "Show all candidates",
} as const;

/** A list that cannot be opened, in plain words. */
export const listTrouble = (error: { readonly type: string }): Trouble =>
  storageTrouble(error, { what: "The candidates could not be opened", safe: "Nothing was changed." });

/** A candidate who could not be added, in plain words. */
export const addTrouble = (error: { readonly type: string }): Trouble =>
  storageTrouble(error, {
    what: "The candidate could not be saved",
    safe: "What you typed is still in the form; nothing else was changed.",
  });
