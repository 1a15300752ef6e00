import { IconListDetails } from "@tabler/icons-react";
import { useLoopView } from "../../../bindings/loop-session-context";
import { type Column, DataTable } from "../../../ui/data-table";
import { dayText } from "../../../ui/day-text";
import { EmptyState } from "../../../ui/empty-state";
import { Page } from "../../../ui/page";
import { timeText } from "../../../ui/time-text";
import { PaperHeader, paperName } from "../paper-header";
import { SavedPage, useSavePage } from "../save-page";
import classes from "./day.module.css";
import { type LogRow, logRows } from "./log-words";

const What = ({ what }: LogRow) => (
  <ul className={classes.lines}>
    {what.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

const columns: readonly Column<LogRow>[] = [
  { key: "at", header: "When", width: "15%", cell: ({ at }) => `${dayText(at)}, ${timeText(at)}` },
  { key: "who", header: "Who", width: "17%", cell: ({ who }) => who },
  { key: "what", header: "What", cell: (row) => <What {...row} /> },
  { key: "why", header: "Why", width: "30%", cell: ({ why }) => why },
];

const title = "Log";

/** Everything that was signed in the loop, in words: who, what, when and why. */
export const LogPage = () => {
  const view = useLoopView();
  const rows = logRows(view);
  const page = useSavePage(paperName(view, title));
  return (
    <Page>
      <PaperHeader
        view={view}
        title={title}
        note="From signed entries only, newest first. Times are of the clocks of the laptops that signed."
        page={page}
      />
      <SavedPage page={page} />
      {rows.length === 0 ? (
        <EmptyState
          icon={IconListDetails}
          sentence="Nothing signed is here yet; it comes from a colleague’s laptop as soon as you are in one room."
        />
      ) : (
        <DataTable label="Everything that happened" columns={columns} rows={rows} rowKey={({ key }) => key} />
      )}
    </Page>
  );
};
