import { Button, Group, Select } from "@mantine/core";
import { useState } from "react";
import { useLoopSession } from "../../bindings/loop-session-context";
import type { Failure, LobbyRequest } from "../../bindings/services";
import { type PersonId, personIdSchema } from "../../domain/ids";
import type { LoopView } from "../../domain/loop/loop-view";
import { ErrorCard } from "../../ui/error-card";
import { Section } from "../../ui/section";
import classes from "./room.module.css";
import { roomTrouble } from "./words";

/** Persons of the plan without a laptop yet, the one with the asked name first. */
const freePersons = (view: LoopView, name: string) => {
  const taken = new Set(view.devices.map((device) => device.personId));
  const free = view.persons.filter((person) => !taken.has(person.personId));
  const same = (candidate: string) => candidate.trim().toLowerCase() === name.trim().toLowerCase();
  return [...free].sort((left, right) => Number(same(right.name)) - Number(same(left.name)));
};

const Request = ({ view, request }: { readonly view: LoopView; readonly request: LobbyRequest }) => {
  const session = useLoopSession();
  const free = freePersons(view, request.name);
  const [personId, setPersonId] = useState<PersonId | null>(free[0]?.personId ?? null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const admit = async () => {
    if (personId === null) return;
    setBusy(true);
    const admitted = await session.admit(request.requestId, personId);
    setBusy(false);
    setFailure(admitted.ok ? null : admitted.error);
  };
  return (
    <div className={classes.request}>
      <div>
        <b>{request.name}</b> on {request.label} wants to come in.
      </div>
      <p className={classes.words}>{request.words.join(" · ")}</p>
      <p className={classes.small}>
        {request.invited
          ? "Came with the full invite. The same six words stand on their screen."
          : "Came with a typed code: read the six words aloud and compare them before you let them in."}
      </p>
      <Group gap="sm" align="end">
        <Select
          label="Let in as"
          value={personId}
          onChange={(value) => setPersonId(value === null ? null : personIdSchema.parse(value))}
          data={free.map((person) => ({ value: person.personId, label: person.name }))}
          nothingFoundMessage="Everybody in the plan has a laptop already"
        />
        <Button onClick={() => void admit()} disabled={personId === null} loading={busy}>
          Let in
        </Button>
        <Button variant="default" onClick={() => void session.deny(request.requestId)}>
          Turn away
        </Button>
      </Group>
      {failure === null ? null : <ErrorCard trouble={roomTrouble(failure)} />}
    </div>
  );
};

/** Laptops at the door, each with its six words. */
export const Lobby = ({
  view,
  requests,
}: {
  readonly view: LoopView;
  readonly requests: readonly LobbyRequest[];
}) =>
  requests.length === 0 ? null : (
    <Section id="lobby" title="At the door" note={`${requests.length} waiting`}>
      {requests.map((request) => (
        <Request key={request.requestId} view={view} request={request} />
      ))}
    </Section>
  );
