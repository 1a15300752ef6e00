import type { Trouble } from "../../ui/error-card";

/** What the frame says. */
export const words = {
  rail: {
    label: "Main places",
    library: "Library",
    candidates: "Candidates",
    loops: "Loops",
    records: "Records",
    settings: "Settings",
  },
  go: {
    button: "Go anywhere",
    title: "Go anywhere",
    field: "Type a place, a kit, a candidate or a loop",
    nothing: "Nothing here has that name.",
    places: "Places",
    actions: "Do",
    kits: "Role kits",
    candidates: "Candidates",
    loops: "Loops",
    moveHint: "to move",
    openHint: "to go there",
  },
  actions: {
    importKit: "Import a role page",
    addCandidate: "Add a candidate",
    planLoop: "Plan a loop",
    joinLoop: "Join a loop",
  },
  keys: {
    title: "Keys",
    everywhere: "Everywhere",
    goAnywhere: "Go anywhere",
    library: "Go to the library",
    candidates: "Go to candidates",
    loops: "Go to loops",
    help: "Show this sheet",
    back: "Back",
    rule: "While you type in a field, only keys with Ctrl act. On a Mac, Command works as Ctrl.",
  },
  notHere: "There is no such page here.",
  toLibrary: "Go to the library",
  screen: "This screen",
  loop: "Loop",
  openingLoop: "Opening the loop",
  debrief: "Debrief",
  record: "Record",
} as const;

/** A loop that cannot be opened, in plain words. */
export const loopTrouble = (error: { readonly type: string }): Trouble => {
  if (error.type === "loopUnknown") {
    return {
      what: "This loop is not on this laptop.",
      safe: "Nothing was changed.",
      todo: "Go to the loops and choose another, or join it with an invite.",
    };
  }
  return {
    what: `The loop could not be opened (${error.type}).`,
    safe: "What was saved is safe.",
    todo: "Go to the loops and open it again; if it stays, restart the program.",
  };
};
