import { Button } from "@mantine/core";
import { IconChartBar, IconDownload } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { fileTrouble } from "../../../bindings/file-trouble";
import { hrefTo, paths } from "../../../bindings/paths";
import { type Failure, useServices } from "../../../bindings/services";
import { useLive } from "../../../bindings/use-live";
import { funnelCsv } from "../../../documents/funnel-csv";
import type { Application } from "../../../domain/candidates/application";
import { countFunnel } from "../../../domain/candidates/count-funnel";
import { nobodyDeparted } from "../../../domain/candidates/departed";
import { type Funnel, type FunnelStep, leftAt } from "../../../domain/candidates/funnel";
import type { KitId } from "../../../domain/ids";
import type { Result } from "../../../domain/result";
import { type Column, DataTable } from "../../../ui/data-table";
import { EmptyState } from "../../../ui/empty-state";
import { ErrorCard } from "../../../ui/error-card";
import { Page, PageHeader } from "../../../ui/page";
import { Crumbs } from "../../../ui/top-bar";
import { funnelNames } from "../application-words";
import { RoleSelect } from "../candidate-table";
import { ApplicationsLoaded } from "../loaded-lists";
import { useKnownKits } from "../use-known-kits";
import { words as candidateWords } from "../words";
import classes from "./funnel.module.css";
import { funnelWords as words } from "./words";

const columnsOf = (first: number): readonly Column<FunnelStep>[] => [
  { key: "step", header: words.columns.step, cell: ({ name }) => name, width: "160px" },
  {
    key: "bar",
    header: words.columns.bar,
    // The number stands beside it in its own column.
    cell: ({ entered }) => (
      <div className={classes.bar}>
        <span style={{ width: `${first === 0 ? 0 : (entered / first) * 100}%` }} />
      </div>
    ),
  },
  {
    key: "entered",
    header: words.columns.entered,
    cell: ({ entered }) => entered,
    align: "end",
    width: "100px",
  },
  { key: "left", header: words.columns.left, cell: (step) => leftAt(step), align: "end", width: "90px" },
  {
    key: "why",
    header: words.columns.why,
    cell: ({ left }) =>
      left.length === 0
        ? words.nobodyLeft
        : left.map(({ reason, count }) => words.why(reason, count)).join(", "),
  },
];

type Saving = { readonly path: string } | { readonly failure: Failure } | null;

const useSave = (funnel: Funnel) => {
  const { shell, exports } = useServices();
  const [making, setMaking] = useState(false);
  const [saving, setSaving] = useState<Saving>(null);
  const finish = (saved: Result<{ readonly path: string }, Failure>): void => {
    if (saved.ok) setSaving({ path: saved.value.path });
    else setSaving(saved.error.type === "cancelled" ? null : { failure: saved.error });
  };
  const csv = async () => {
    const bytes = new TextEncoder().encode(funnelCsv(funnel));
    finish(await shell.saveFile({ kind: "csv", suggestedName: `Funnel ${funnel.role}.csv`, bytes }));
  };
  const word = async () => {
    setMaking(true);
    try {
      finish(await exports.funnel(funnel));
    } catch (bug) {
      // The screen says so and can be used again; the bug itself goes on to where bugs are logged.
      setSaving({ failure: { type: "bug" } });
      throw bug;
    } finally {
      setMaking(false);
    }
  };
  return { saving, making, csv, word };
};

const Outcome = ({ saving }: { readonly saving: NonNullable<Saving> }) =>
  "path" in saving ? (
    <p role="status">{words.saved(saving.path)}</p>
  ) : (
    <ErrorCard trouble={fileTrouble(saving.failure, { what: words.notSaved, safe: words.nothingLost })} />
  );

const Shown = ({ funnel }: { readonly funnel: Funnel }) => {
  const { saving, making, csv, word } = useSave(funnel);
  const { period, steps } = funnel;
  if (steps.every(({ entered }) => entered === 0))
    return <EmptyState icon={IconChartBar} sentence={words.none} />;
  return (
    <>
      {period === null ? null : <p className={classes.soft}>{words.period(period.from, period.to)}</p>}
      <DataTable
        label={words.steps}
        columns={columnsOf(steps[0]?.entered ?? 0)}
        rows={steps}
        rowKey={({ name }) => name}
      />
      <div className={classes.save}>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.8} aria-hidden="true" />}
          disabled={making}
          onClick={() => void csv()}
        >
          {words.save}
        </Button>
        <Button variant="default" loading={making} onClick={() => void word()}>
          {words.saveForWord}
        </Button>
      </div>
      {saving === null ? null : <Outcome saving={saving} />}
    </>
  );
};

const OfRole = ({ applications }: { readonly applications: readonly Application[] }) => {
  const kits = useKnownKits();
  const gone = useLive(useServices().candidates.departed);
  const departed = (gone.state === "ready" ? gone.value : nobodyDeparted).counts;
  const [chosen, setChosen] = useState<KitId | null>(null);
  const kit =
    kits.find(({ id }) => id === chosen) ??
    kits.find(({ id }) => [...applications, ...departed].some(({ kitId }) => kitId === id));
  const funnel = useMemo(
    () =>
      kit === undefined
        ? null
        : countFunnel(
            kit.title,
            applications.filter(({ kitId }) => kitId === kit.id),
            funnelNames,
            departed.filter(({ kitId }) => kitId === kit.id),
          ),
    [applications, departed, kit],
  );
  return (
    <>
      <div className={classes.top}>
        <RoleSelect kits={kits} kitId={kit?.id ?? null} onChange={setChosen} />
      </div>
      {funnel === null ? (
        <EmptyState icon={IconChartBar} sentence={words.choose} />
      ) : (
        <Shown key={kit?.id} funnel={funnel} />
      )}
    </>
  );
};

/** Per role: how many came to each step and why they left. */
export const FunnelPage = () => {
  return (
    <Page>
      <Crumbs
        trail={[{ label: candidateWords.title, href: hrefTo(paths.candidates) }, { label: words.title }]}
      />
      <PageHeader title={words.title} note={words.note} />
      <ApplicationsLoaded>{(known) => <OfRole applications={known} />}</ApplicationsLoaded>
    </Page>
  );
};
