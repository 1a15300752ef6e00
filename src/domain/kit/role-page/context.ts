import type { KitIds } from "./kit-ids";
import type { Ledger } from "./ledger";
import type { AnnouncedKind, ImportNote } from "./report";

/** A total that the page states, and what was found where the section's reader knows it. */
export interface Announcement {
  readonly what: AnnouncedKind;
  /** The discipline, for competencies; empty otherwise. */
  readonly of: string;
  readonly announced: number;
  readonly found: number;
}

/** What every section's reader writes to while one page is read. */
export interface Context {
  readonly ledger: Ledger;
  readonly ids: KitIds;
  readonly notes: ImportNote[];
  readonly announcements: Announcement[];
}

/**
 * Writes down what a section announces. The heading's count goes before the pager's ("1 of 16"); where they
 * differ both are noted.
 */
export const announce = (
  context: Context,
  what: AnnouncedKind,
  totals: { readonly heading: number | null; readonly pager: number | null },
  found: number,
): void => {
  const { heading, pager } = totals;
  const announced = heading ?? pager;
  if (announced !== null) context.announcements.push({ what, of: "", announced, found });
  if (heading !== null && pager !== null && heading !== pager)
    context.notes.push({ type: "totalsDiffer", what, heading, pager });
};
