import { storageTrouble } from "../../bindings/storage-trouble";
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
  opening: "Opening what is stored on this laptop",
} as const;

/** A start that failed, in plain words. */
export const startTrouble = (error: { readonly type: string }): Trouble =>
  storageTrouble(error, {
    what: "Panelbook could not open what is stored on this laptop",
    safe: "Nothing was changed or deleted.",
  });
