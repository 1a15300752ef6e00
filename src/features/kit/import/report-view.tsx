import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { ImportReport } from "../../../domain/kit/role-page/report";
import { GroupLabel } from "../../../ui/section";
import classes from "./import.module.css";
import { gapSentences, linesSentence, noteSentence, recognisedLines } from "./report-sentences";
import { words } from "./words";

interface PartProps {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

const Part = ({ title, hint, children }: PartProps) => (
  <section className={classes.part}>
    <GroupLabel as="h2">{title}</GroupLabel>
    {children}
    {hint === undefined ? null : <p className={classes.hint}>{hint}</p>}
  </section>
);

const Fine = ({ children }: { readonly children: ReactNode }) => (
  <p className={classes.fine}>
    <IconCheck size={16} stroke={2} aria-hidden="true" />
    {children}
  </p>
);

const Sentences = ({ sentences }: { readonly sentences: readonly string[] }) => (
  <ul className={classes.sentences}>
    {sentences.map((sentence) => (
      <li key={sentence}>
        <IconAlertTriangle size={15} stroke={1.8} aria-hidden="true" />
        {sentence}
      </li>
    ))}
  </ul>
);

const Lines = ({ lines }: { readonly lines: ImportReport["unplaced"] }) => (
  <table className={classes.lines}>
    <tbody>
      {lines.map(({ line, text }) => (
        <tr key={`${line} ${text}`}>
          <th scope="row">{words.line(line)}</th>
          <td>{text}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Counts = ({ report }: { readonly report: ImportReport }) => (
  <Part title={words.countsTitle}>
    <dl className={classes.counts}>
      {recognisedLines(report.recognised).map(({ label, count }) => (
        <div key={label} data-none={count === 0 || undefined}>
          <dt>{label}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  </Part>
);

const Furniture = ({ lines }: { readonly lines: ImportReport["furniture"] }) => {
  const [shown, setShown] = useState(false);
  if (lines.length === 0) return null;
  return (
    <Part title={words.furnitureTitle(lines.length)}>
      <Button variant="default" size="xs" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? words.hideThem : words.showThem}
      </Button>
      {shown ? <Lines lines={lines} /> : null}
    </Part>
  );
};

/** Where the lines of a page went; a kit file has no lines to place. */
const Places = ({ report }: { readonly report: ImportReport }) => (
  <>
    {report.unplaced.length === 0 ? (
      <Part title={words.unplacedTitle}>
        <Fine>{words.unplacedNone}</Fine>
      </Part>
    ) : (
      <Part title={`${words.unplacedTitle}: ${report.unplaced.length}`} hint={words.unplacedHint}>
        <Lines lines={report.unplaced} />
      </Part>
    )}
    <Furniture lines={report.furniture} />
    <Part title={words.linesTitle}>
      <p className={classes.plain}>{linesSentence(report)}</p>
    </Part>
  </>
);

/** Everything an import has to say: what was found, what is missing, and where every line went. */
export const ReportView = ({ report }: { readonly report: ImportReport }) => {
  const { announcedButMissing, notes } = report;
  return (
    <div className={classes.report}>
      <Counts report={report} />
      <div>
        {announcedButMissing.length === 0 ? (
          <Part title={words.gapsTitle}>
            <Fine>{words.gapsNone}</Fine>
          </Part>
        ) : (
          <Part title={words.gapsTitle} hint={words.gapsHint}>
            <Sentences sentences={gapSentences(announcedButMissing)} />
          </Part>
        )}
        {notes.length === 0 ? null : (
          <Part title={words.notesTitle}>
            <Sentences sentences={notes.map(noteSentence)} />
          </Part>
        )}
        {report.lines.total === 0 ? null : <Places report={report} />}
      </div>
    </div>
  );
};
