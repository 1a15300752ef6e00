import type { KitId } from "../../ids";
import { err, ok, type Result } from "../../result";
import type { Kit } from "../kit";
import { assembleKit } from "./assemble";
import type { Context } from "./context";
import { announcedGaps, announcedSurplus, recognisedIn } from "./describe-kit";
import { expectedHeadings } from "./headings";
import { kitIds } from "./kit-ids";
import { type Ledger, openLedger } from "./ledger";
import { type Line, rawLines, splitLines } from "./lines";
import {
  checkText,
  countDamage,
  defaultRolePageLimits,
  type RolePageLimits,
  type RolePageRefusal,
} from "./refusal";
import type { ImportReport, Recognised } from "./report";
import { groupSections } from "./sections";

/** A kit and how it came about. */
export interface ImportedKit {
  readonly kit: Kit;
  readonly report: ImportReport;
}

export interface RolePageOptions {
  /** The id the kit gets; made by the caller, since the domain has no randomness. */
  readonly kitId: KitId;
  readonly limits?: RolePageLimits;
}

const countLines = (text: string, lines: readonly Line[], ledger: Ledger): ImportReport["lines"] => {
  const total = rawLines(text).length;
  const whole = { kit: 0, structure: 0, furniture: 0, unplaced: 0 };
  for (const line of lines) whole[ledger.fateOf(line)] += 1;
  const { kit, ...others } = whole;
  return { total, blank: total - lines.length, inKit: kit, ...others };
};

/** A page without a single thing for a kit is none, whatever headings it has. */
const isEmpty = (found: Recognised): boolean =>
  Object.entries(found).every(([kind, count]) => kind === "levels" || count === 0);

const reportOf = (text: string, lines: readonly Line[], kit: Kit, context: Context): ImportReport => {
  const { ledger, announcements } = context;
  const damaged = countDamage(text);
  return {
    lines: countLines(text, lines, ledger),
    recognised: recognisedIn(kit),
    announcedButMissing: announcedGaps(announcements),
    unplaced: [...ledger.listed("unplaced")],
    furniture: [...ledger.listed("furniture")],
    notes: [
      ...(damaged > 0 ? [{ type: "damagedCharacters" as const, count: damaged }] : []),
      ...context.notes,
      ...announcedSurplus(announcements),
    ],
  };
};

/**
 * Reads a role page, copied as plain text, into a kit and a report of what was recognised, what the page
 * announces but does not show, and every line without a place. Sections may come in any order, repeat or be
 * missing. Time and memory grow in step with the page.
 *
 * Errors: what `checkText` refuses, and `notARolePage` where no section holds anything for a kit.
 */
export const parseRolePage = (
  text: string,
  { kitId, limits = defaultRolePageLimits }: RolePageOptions,
): Result<ImportedKit, RolePageRefusal> => {
  const checked = checkText(text, limits);
  if (!checked.ok) return checked;
  const lines = splitLines(checked.value);
  const ledger = openLedger(lines);
  for (const line of lines) if (line.text === "") ledger.furniture(line);
  const context: Context = { ledger, ids: kitIds(), notes: [], announcements: [] };
  const kit = assembleKit(groupSections(lines), kitId, context);
  const report = reportOf(checked.value, lines, kit, context);
  return isEmpty(report.recognised)
    ? err({ type: "notARolePage", expected: expectedHeadings })
    : ok({ kit, report });
};
