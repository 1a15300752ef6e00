import { useLoopView } from "../../bindings/loop-session-context";
import { useClock } from "../../bindings/use-clock";
import { completenessOf } from "../../domain/loop/completeness";
import { type Column, DataTable } from "../../ui/data-table";
import { dayText } from "../../ui/day-text";
import { Page } from "../../ui/page";
import { Section } from "../../ui/section";
import { StatusDot } from "../../ui/status-dot";
import { timeText } from "../../ui/time-text";
import type { Lamp } from "./board";
import { type CopyRow, copyRows, type LaptopRow, laptopRows } from "./copies";
import classes from "./copies.module.css";
import { PaperHeader, paperName } from "./paper-header";
import { safetyLamp, sealedLine, wholeLine } from "./safety";
import { SavedPage, useSavePage } from "./save-page";

const Dot = ({ lamp: { shape, words, unsafe } }: { readonly lamp: Lamp }) => (
  <StatusDot
    shape={shape}
    tone={unsafe ? "attention" : shape === "full" ? "accent" : "quiet"}
    label={words}
  />
);

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul className={classes.lines}>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

const State = ({ row }: { readonly row: CopyRow }) => (
  <span className={classes.state}>
    {[row.lamp, ...row.marks].map((lamp) => (
      <Dot key={lamp.words} lamp={lamp} />
    ))}
  </span>
);

const cardColumns: readonly Column<CopyRow>[] = [
  { key: "slot", header: "Slot", width: "22%", cell: ({ slot }) => slot },
  { key: "person", header: "Person", width: "15%", cell: ({ person }) => person },
  { key: "state", header: "Card", width: "14%", cell: (row) => <State row={row} /> },
  { key: "sealed", header: "Sealed", width: "8%", cell: ({ sealedAt }) => sealedAt },
  { key: "copies", header: "Copies, by receipt", cell: ({ copies }) => <Lines lines={copies} /> },
  { key: "owed", header: "Still owed", width: "18%", cell: ({ owed }) => owed },
];

const laptopColumns: readonly Column<LaptopRow>[] = [
  { key: "person", header: "Person", width: "22%", cell: ({ person }) => person },
  { key: "label", header: "Laptop", width: "29%", cell: ({ label }) => label },
  { key: "held", header: "Sealed cards it holds", width: "22%", cell: ({ lamp }) => <Dot lamp={lamp} /> },
  { key: "receipt", header: "Newest receipt", cell: ({ receipt }) => receipt },
];

/** Ages are told in minutes. */
const renewAgesMs = 15_000;

const title = "Completeness";

/** The completeness board in full, made to be read on paper at the end of the day. */
export const CopiesPage = () => {
  const view = useLoopView();
  const nowMs = useClock(true, renewAgesMs);
  const board = completenessOf(view);
  const lamp = safetyLamp(view, board);
  const now = new Date(nowMs).toISOString();
  const page = useSavePage(paperName(view, title));
  return (
    <Page>
      <PaperHeader
        view={view}
        title={title}
        note={`${view.plan?.kit.title ?? ""}. As ${view.me?.name ?? "this laptop"} sees it on ${dayText(now)} at ${timeText(now)}.`}
        page={page}
      />
      <div className={classes.saved}>
        <SavedPage page={page} />
      </div>
      <p className={classes.summary}>
        {lamp === null ? null : <Dot lamp={lamp} />} {sealedLine(view)} {wholeLine(view, board)}
      </p>
      <Section id="cards" title="Every card">
        <DataTable
          label="Every card and its copies"
          columns={cardColumns}
          rows={copyRows(view, nowMs)}
          rowKey={({ key }) => key}
        />
      </Section>
      <Section id="laptops" title="Every laptop">
        <DataTable
          label="Every laptop and what it holds"
          columns={laptopColumns}
          rows={laptopRows(view, nowMs)}
          rowKey={({ key }) => key}
        />
      </Section>
      <p className={classes.small}>
        Computed from the signed plan, the sealed cards and the laptops’ signed receipts, and from nothing
        else. A card is safe once two other persons’ laptops hold it, one of them the facilitator’s, a
        deputy’s or the records keeper’s where there is one besides the author. Times are of the clocks of the
        laptops that signed.
      </p>
    </Page>
  );
};
