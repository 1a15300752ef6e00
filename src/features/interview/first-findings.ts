import type { CardFinding } from "../../domain/card/check-card";

/** As many lines as leave the overall call within reach of one screen. */
const firstLines = 10;

/**
 * The findings a reader begins with: what must be settled, and the first of the others. All of them where there are few
 * more: a line that says so would take as much room.
 */
export const firstFindings = <Finding extends Pick<CardFinding, "blocks">>(
  findings: readonly Finding[],
): readonly Finding[] =>
  findings.length <= firstLines + 3
    ? findings
    : findings.filter((finding, index) => finding.blocks || index < firstLines);
