import { Button, Checkbox, Group, NativeSelect, NumberInput, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { type Failure, useServices } from "../../../bindings/services";
import {
  clockStarts,
  knownRegimes,
  longestPeriod,
  type Regime,
  type RetentionTable,
  retentionTableSchema,
} from "../../../domain/retention/regimes";
import { type Column, DataTable } from "../../../ui/data-table";
import { ErrorCard } from "../../../ui/error-card";
import { clockWords, retentionTrouble, retentionWords as words } from "./retention-words";

type Change = (id: string, part: Partial<Regime>) => void;

const Months = (props: {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (months: number | null) => void;
}) => (
  <NumberInput
    aria-label={props.label}
    w={90}
    size="xs"
    min={1}
    max={longestPeriod}
    allowDecimal={false}
    hideControls
    value={props.value ?? ""}
    onChange={(value) => props.onChange(typeof value === "number" ? value : null)}
  />
);

const isOwn = ({ id }: Regime): boolean => !knownRegimes.some((known) => known.id === id);

const columns = (change: Change, remove: (id: string) => void): readonly Column<Regime>[] => [
  {
    key: "name",
    header: words.name,
    cell: ({ id, name }) => (
      <TextInput
        aria-label={`${words.name}: ${name}`}
        size="xs"
        maxLength={120}
        value={name}
        onChange={(event) => change(id, { name: event.currentTarget.value })}
      />
    ),
  },
  {
    key: "chosen",
    header: words.holds,
    width: "90px",
    cell: ({ id, name, chosen }) => (
      <Checkbox
        aria-label={`${words.holds}: ${name}`}
        checked={chosen}
        onChange={(event) => change(id, { chosen: event.currentTarget.checked })}
      />
    ),
  },
  {
    key: "least",
    header: words.least,
    width: "120px",
    cell: ({ id, name, minimumMonths }) => (
      <Months
        label={`${words.least}: ${name}`}
        value={minimumMonths}
        onChange={(months) => change(id, { minimumMonths: months })}
      />
    ),
  },
  {
    key: "most",
    header: words.most,
    width: "120px",
    cell: ({ id, name, ceilingMonths }) => (
      <Months
        label={`${words.most}: ${name}`}
        value={ceilingMonths}
        onChange={(months) => change(id, { ceilingMonths: months })}
      />
    ),
  },
  {
    key: "clock",
    header: words.clock,
    width: "270px",
    cell: ({ id, name, clock }) => (
      <NativeSelect
        aria-label={`${words.clock}: ${name}`}
        size="xs"
        data={clockStarts.map((value) => ({ value, label: clockWords[value] }))}
        value={clock}
        onChange={(event) =>
          change(id, { clock: clockStarts.find((known) => known === event.currentTarget.value) ?? clock })
        }
      />
    ),
  },
  {
    key: "remove",
    header: "",
    width: "90px",
    cell: (regime) =>
      isOwn(regime) ? (
        <Button
          variant="default"
          size="xs"
          aria-label={`${words.remove}: ${regime.name}`}
          onClick={() => remove(regime.id)}
        >
          {words.remove}
        </Button>
      ) : null,
  },
];

const ownRule = (id: string): Regime => ({
  id,
  name: "",
  minimumMonths: null,
  ceilingMonths: null,
  clock: "decision",
  chosen: true,
});

/** Which rules hold, with their periods; saved together. Holds stay as they are kept meanwhile. */
export const RulesPart = ({ kept }: { readonly kept: RetentionTable }) => {
  const { retention, ids } = useServices();
  const [regimes, setRegimes] = useState<readonly Regime[]>(kept.regimes);
  const [said, setSaid] = useState<"saved" | Failure | null>(null);
  const table = { ...kept, regimes: [...regimes] };
  const isFit = retentionTableSchema.safeParse(table).success;
  const edit = (next: readonly Regime[]): void => {
    setRegimes(next);
    setSaid(null);
  };
  const change: Change = (id, part) =>
    edit(regimes.map((regime) => (regime.id === id ? { ...regime, ...part } : regime)));
  const save = async (): Promise<void> => {
    const saved = await retention.set(table);
    setSaid(saved.ok ? "saved" : saved.error);
  };
  return (
    <Stack gap="md">
      <p>{words.hint}</p>
      <DataTable
        label={words.rules}
        columns={columns(change, (id) => edit(regimes.filter((regime) => regime.id !== id)))}
        rows={regimes}
        rowKey={({ id }) => id}
      />
      <Group gap="md">
        <Button disabled={!isFit} onClick={() => void save()}>
          {words.save}
        </Button>
        <Button variant="default" onClick={() => edit([...regimes, ownRule(ids.newId())])}>
          {words.add}
        </Button>
        <span role="status">{isFit ? (said === "saved" ? words.saved : "") : words.unfit}</span>
      </Group>
      {said === null || said === "saved" ? null : <ErrorCard trouble={retentionTrouble(said)} />}
    </Stack>
  );
};
