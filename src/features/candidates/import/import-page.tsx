import { Button, FileButton, Select } from "@mantine/core";
import { useMemo, useRef, useState } from "react";
import { hrefTo, paths } from "../../../bindings/paths";
import { useServices } from "../../../bindings/services";
import { useLive } from "../../../bindings/use-live";
import type { Candidate } from "../../../domain/candidate/candidate";
import { columnRoles } from "../../../domain/candidates/incoming/columns";
import type { KitId } from "../../../domain/ids";
import type { Column } from "../../../ui/data-table";
import { ErrorCard } from "../../../ui/error-card";
import { Loaded, Waiting } from "../../../ui/loading";
import { Notice } from "../../../ui/notice";
import { Page, PageHeader } from "../../../ui/page";
import { reloadWindow } from "../../../ui/reload-window";
import { Section } from "../../../ui/section";
import { Crumbs } from "../../../ui/top-bar";
import { VirtualTable } from "../../../ui/virtual-table";
import { applicationTrouble } from "../application-words";
import { RoleSelect } from "../candidate-table";
import { useKnownKits } from "../use-known-kits";
import { words as candidateWords, listTrouble } from "../words";
import classes from "./import.module.css";
import { type PersonRow, personRows, proposedChoice } from "./person-rows";
import { type ReadPeople, readPeople } from "./read-people";
import { type ImportStep, useImport } from "./use-import";
import { type ImportRefusal, importTrouble, type RowChoice, importWords as words } from "./words";

const choicesFor = ({ lookalike }: PersonRow): readonly RowChoice[] =>
  lookalike === null ? ["add", "skip"] : ["skip", "apply", "add"];

interface ColumnsProps {
  readonly read: Extract<ReadPeople, { kind: "sheet" }>;
  readonly onChange: (read: ReadPeople) => void;
}

const Columns = ({ read, onChange }: ColumnsProps) => (
  <Section id="columns" title={words.columns}>
    <div className={classes.columns}>
      {read.headings.map((heading, index) => (
        <Select
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one heading
          key={index}
          label={heading.trim() === "" ? `${index + 1}` : heading}
          description={read.rows[0]?.[index] || undefined}
          allowDeselect={false}
          data={columnRoles.map((role) => ({ value: role, label: words.columnRoles[role] }))}
          value={read.roles[index] ?? "ignore"}
          onChange={(value) => {
            const role = columnRoles.find((one) => one === value) ?? "ignore";
            onChange({ ...read, roles: read.roles.map((old, at) => (at === index ? role : old)) });
          }}
        />
      ))}
    </div>
  </Section>
);

type Choose = (key: string, choice: RowChoice) => void;

const columnsOf = (choiceOf: (row: PersonRow) => RowChoice, choose: Choose): readonly Column<PersonRow>[] => [
  { key: "name", header: words.name, cell: ({ incoming }) => incoming.name },
  { key: "contact", header: words.contact, cell: ({ incoming }) => incoming.contact },
  {
    key: "here",
    header: words.here,
    cell: ({ lookalike }) =>
      lookalike === null ? "" : words.likeness[lookalike.likeness](lookalike.candidate.name),
  },
  {
    key: "what",
    header: words.what,
    cell: (row) => (
      <select
        className={classes.choice}
        aria-label={words.choiceOf(row.incoming.name)}
        value={choiceOf(row)}
        onChange={({ currentTarget }) =>
          choose(row.key, choicesFor(row).find((one) => one === currentTarget.value) ?? "skip")
        }
      >
        {choicesFor(row).map((choice) => (
          <option key={choice} value={choice}>
            {words.choices[choice]}
          </option>
        ))}
      </select>
    ),
    width: "150px",
  },
];

const Outcome = ({ state, stop }: { readonly state: ImportStep; readonly stop: () => void }) => {
  if (state.step === "idle") return null;
  if (state.step === "running")
    return (
      <Waiting doing={words.running(state.done, state.of)} done={state.done / state.of} onCancel={stop} />
    );
  return (
    <>
      <p role="status">
        {words.done(state.done)} <a href={hrefTo(paths.candidates)}>{candidateWords.toList}</a>
      </p>
      {state.failure === null ? null : (
        <ErrorCard trouble={applicationTrouble(state.failure, words.failed)} />
      )}
    </>
  );
};

interface PreviewProps {
  readonly read: ReadPeople;
  readonly candidates: readonly Candidate[];
}

const Preview = ({ read, candidates }: PreviewProps) => {
  const kits = useKnownKits();
  const [chosenKit, setKit] = useState<KitId | null>(null);
  const [choices, setChoices] = useState<ReadonlyMap<string, RowChoice>>(new Map());
  const { state, run, stop } = useImport();
  // Who comes in meanwhile is no reason to propose something else for the rows that wait.
  const [before] = useState(candidates);
  const rows = useMemo(() => personRows(read, before), [read, before]);
  const kitId = chosenKit ?? (kits.length === 1 ? (kits[0]?.id ?? null) : null);
  const choiceOf = (row: PersonRow) => choices.get(row.key) ?? proposedChoice(row);
  const taken = rows.map((row) => ({ row, choice: choiceOf(row) })).filter(({ choice }) => choice !== "skip");
  const left = (read.kind === "sheet" ? read.rows.length : 1) - rows.length;
  return (
    <Section id="people" title={words.people} note={rows.length}>
      {rows.length === 0 ? <Notice tone="attention">{words.noNames}</Notice> : null}
      {rows.length > 0 && left > 0 ? <Notice>{words.nameless(left)}</Notice> : null}
      <div className={classes.role}>
        <span>{words.role}</span>
        <RoleSelect kits={kits} kitId={kitId} onChange={setKit} />
        <Button
          disabled={kitId === null || taken.length === 0 || state.step !== "idle"}
          onClick={() => {
            if (kitId !== null) void run(taken, kitId);
          }}
        >
          {words.run(taken.length)}
        </Button>
      </div>
      {kitId === null ? <p className={classes.soft}>{words.roleMissing}</p> : null}
      <Outcome state={state} stop={stop} />
      <VirtualTable
        label={words.people}
        columns={columnsOf(choiceOf, (key, choice) => setChoices(new Map(choices).set(key, choice)))}
        rows={rows}
        rowKey={({ key }) => key}
      />
    </Section>
  );
};

interface Chosen {
  readonly number: number;
  readonly read: ReadPeople;
}

/** People from a sheet or a JSON Resume become candidates: choose, say what the columns hold, look, bring in. */
export const ImportCandidatesPage = () => {
  const candidates = useLive(useServices().candidates.list);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [refusal, setRefusal] = useState<ImportRefusal | null>(null);
  const forgetChosen = useRef<() => void>(null);
  const choose = async (file: File | null) => {
    forgetChosen.current?.();
    if (file === null) return;
    const read = await readPeople(file);
    setRefusal(read.ok ? null : read.error);
    setChosen(read.ok ? { number: (chosen?.number ?? 0) + 1, read: read.value } : null);
  };
  return (
    <Page>
      <Crumbs
        trail={[{ label: candidateWords.title, href: hrefTo(paths.candidates) }, { label: words.title }]}
      />
      <PageHeader
        title={words.title}
        note={words.note}
        actions={
          <FileButton
            resetRef={forgetChosen}
            accept=".csv,.tsv,.txt,.xlsx,.json"
            onChange={(file) => void choose(file)}
          >
            {(props) => (
              <Button {...props} variant={chosen === null ? "filled" : "default"}>
                {chosen === null ? words.choose : words.another}
              </Button>
            )}
          </FileButton>
        }
      />
      {refusal === null ? null : <ErrorCard trouble={importTrouble(refusal)} />}
      <Loaded from={candidates} doing={candidateWords.doing} trouble={listTrouble} onRetry={reloadWindow}>
        {(known) =>
          chosen === null ? null : (
            <>
              {chosen.read.kind === "sheet" ? (
                <Columns read={chosen.read} onChange={(read) => setChosen({ ...chosen, read })} />
              ) : null}
              <Preview key={chosen.number} read={chosen.read} candidates={known} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
};
