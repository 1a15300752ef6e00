import { storageTrouble } from "../../bindings/storage-trouble";
import type { Trouble } from "../../ui/error-card";

/** What the library says. */
export const words = {
  title: "Library",
  note: (kits: number) => (kits === 1 ? "1 role kit on this laptop" : `${kits} role kits on this laptop`),
  doing: "Opening the library",
  filter: "Filter by title, author or level",
  noMatch: (query: string) => `No role kit matches “${query}”.`,
  more: (next: number, all: number) => `Show ${next} more of ${all}`,
  clearFilter: "Show all",
  find: "Find in every kit",
  importPage: "Import a role page",
  addBundled: (title: string) => `Add the bundled kit: ${title}`,
  bundledKits: "Bundled kits",
  empty:
    "A role kit says what to ask and what good looks like. Paste a role page from the web, or begin with a kit that comes with the program.",
  versions: (newest: number) => `${newest}: all versions`,
  draft: "draft",
  findings: (count: number) => (count === 1 ? "1 place" : `${count} places`),
  noFindings: "nothing",
  notCounted: "counted at its next change",
  noLoop: "none",
  columns: {
    title: "Role kit",
    author: "Author",
    levels: "Levels",
    version: "Version",
    questions: "Questions",
    findings: "Worth another look",
    lastLoop: "Last loop",
    updated: "Updated",
  },
} as const;

/** A failure of the library in plain words. */
export const libraryTrouble = (error: { readonly type: string }): Trouble =>
  storageTrouble(error, { what: "The library could not be opened", safe: "Nothing was changed." });

/** Why the bundled kit could not be added. */
export const bundledTrouble = (error: { readonly type: string }): Trouble =>
  storageTrouble(error, { what: "The bundled kit could not be added", safe: "The library is unchanged." });
