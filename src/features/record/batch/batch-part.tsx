import { Button, Group, Progress, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { BatchOrder } from "../../../bindings/batch";
import { audienceWords } from "../../../documents/outlines/audience-words";
import { closedDisclosure, packAudiences } from "../../../domain/record/audiences";
import { ErrorCard } from "../../../ui/error-card";
import { Section } from "../../../ui/section";
import { StatusDot } from "../../../ui/status-dot";
import classes from "../record.module.css";
import { type BatchStep, useBatch } from "./use-batch";
import { batchTrouble, outcomeLine, progressLine, stoppedLine, words } from "./words";

const Outcome = ({ state, onCancel }: { readonly state: BatchStep; readonly onCancel: () => void }) => {
  switch (state.step) {
    case "idle":
    case "choosing":
      return null;
    case "making":
      return (
        <div className={classes.making}>
          <span role="status">{progressLine(state.done, state.of)}</span>
          <Progress
            size="sm"
            value={state.of === 0 ? 0 : (state.done / state.of) * 100}
            aria-label={words.making}
          />
          <Button size="xs" variant="default" onClick={onCancel}>
            {words.cancel}
          </Button>
        </div>
      );
    case "stopped":
      return <p role="status">{stoppedLine}</p>;
    case "made":
      return (
        <p className={classes.saved} role="status">
          <StatusDot
            shape={state.outcome.packs === 0 ? "empty" : "full"}
            label={outcomeLine(state.outcome)}
          />
        </p>
      );
    case "failed":
      return <ErrorCard trouble={batchTrouble(state.error)} />;
  }
};

const everyRole = "";

interface FieldsProps {
  readonly order: BatchOrder;
  readonly roles: readonly string[];
  readonly onChange: (order: BatchOrder) => void;
}

/** For whom, of which role, decided when. */
const Fields = ({ order, roles, onChange }: FieldsProps) => (
  <Group align="end" gap="sm">
    <Select
      label={words.forWhom}
      value={order.audience}
      allowDeselect={false}
      data={packAudiences.map((value) => ({ value, label: audienceWords[value].title }))}
      onChange={(value) =>
        onChange({ ...order, audience: packAudiences.find((known) => known === value) ?? order.audience })
      }
    />
    <Select
      label={words.role}
      value={order.role ?? everyRole}
      allowDeselect={false}
      data={[
        { value: everyRole, label: words.everyRole },
        ...roles.map((title) => ({ value: title, label: title })),
      ]}
      onChange={(value) => onChange({ ...order, role: value === everyRole ? null : value })}
    />
    <TextInput
      type="date"
      label={words.from}
      value={order.from ?? ""}
      onChange={({ currentTarget: { value } }) => onChange({ ...order, from: value === "" ? null : value })}
    />
    <TextInput
      type="date"
      label={words.to}
      value={order.to ?? ""}
      onChange={({ currentTarget: { value } }) => onChange({ ...order, to: value === "" ? null : value })}
    />
  </Group>
);

/** Packs of every closed record of a role or a period, into one folder. */
export const BatchPart = ({ roles }: { readonly roles: readonly string[] }) => {
  const [order, setOrder] = useState<BatchOrder>({
    audience: "hrFile",
    disclosure: closedDisclosure,
    role: null,
    from: null,
    to: null,
  });
  const { state, start, cancel } = useBatch();
  const isBusy = state.step === "making" || state.step === "choosing";
  return (
    <Section id="many" title={words.title}>
      <p className={classes.soft}>{words.hint}</p>
      <Fields order={order} roles={roles} onChange={setOrder} />
      <Group my="sm">
        <Button variant="default" disabled={isBusy} onClick={() => void start(order)}>
          {words.make}
        </Button>
      </Group>
      <Outcome state={state} onCancel={cancel} />
    </Section>
  );
};
