import type { Funnel } from "../domain/candidates/funnel";
import { csvCell } from "./ratings-csv";

const columns = ["role", "from", "to", "step", "entered", "reason left", "left"] as const;

/**
 * A funnel as CSV (RFC 4180, with the byte order mark by which a spreadsheet knows UTF-8): a row for each step, and under
 * it one for each reason why applications left there.
 */
export const funnelCsv = ({ role, steps, period }: Funnel): string => {
  const head = [role, period?.from ?? "", period?.to ?? ""];
  const rows = steps.flatMap(({ name, entered, left }) => [
    [...head, name, String(entered), "", ""],
    ...left.map(({ reason, count }) => [...head, name, "", reason, String(count)]),
  ]);
  return `\ufeff${[columns, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
};
