import { Button, Select } from "@mantine/core";
import { useState } from "react";
import { nameIn } from "../../bindings/loop-names";
import { useLoopSession } from "../../bindings/loop-session-context";
import type { Failure, LobbyRequest } from "../../bindings/services";
import { type PersonId, personIdSchema } from "../../domain/ids";
import type { LoopView } from "../../domain/loop/loop-view";
import { ErrorCard } from "../../ui/error-card";
import { Notice } from "../../ui/notice";
import { Section } from "../../ui/section";
import classes from "./lobby.module.css";
import { type LobbyChoices, lobbyChoices } from "./lobby-choices";
import { roomTrouble } from "./room-troubles";

const choiceGroups = ({ free, taken }: LobbyChoices) => {
  const items = (persons: LobbyChoices["free"]) =>
    persons.map((person) => ({ value: person.personId, label: person.name }));
  return [
    { group: "No laptop yet", items: items(free) },
    { group: "A second laptop of", items: items(taken) },
  ].filter(({ items: found }) => found.length > 0);
};

const howItCame = ({ invited, doorOf }: LobbyRequest): string => {
  if (doorOf !== undefined)
    return "Let them read you the six words on their screen before you let them in: they have to be these.";
  return invited
    ? "Came with the whole invite. The same six words stand on their screen."
    : "Came with a typed code: it may be anybody. Let them read you the six words before you let them in.";
};

interface RequestProps {
  readonly view: LoopView;
  readonly request: LobbyRequest;
  readonly onAdmit: (request: LobbyRequest, personId: PersonId) => void;
}

const Request = ({ view, request, onAdmit }: RequestProps) => {
  const session = useLoopSession();
  const choices = lobbyChoices(view, request.name);
  const [chosen, setChosen] = useState<PersonId | null>(null);
  const personId = chosen ?? choices.likely?.personId ?? null;
  return (
    <div className={classes.request}>
      <p className={classes.who}>
        <b>{request.name}</b>
        {request.label === "" ? "" : ` on ${request.label}`} wants to come in.
      </p>
      {request.doorOf === undefined ? null : (
        <p className={classes.small}>At {nameIn(view, request.doorOf)}’s door.</p>
      )}
      <p className={classes.words}>{request.words.join(" · ")}</p>
      <p className={classes.small}>{howItCame(request)}</p>
      <div className={classes.buttons}>
        <Select
          label="Let in as"
          placeholder="Choose who this is"
          value={personId}
          onChange={(value) => setChosen(value === null ? null : personIdSchema.parse(value))}
          data={choiceGroups(choices)}
        />
        <Button
          disabled={personId === null}
          onClick={() => (personId === null ? undefined : onAdmit(request, personId))}
        >
          Let in
        </Button>
        <Button variant="default" onClick={() => void session.deny(request.requestId)}>
          Turn away
        </Button>
      </div>
    </div>
  );
};

type Admitting =
  | { readonly state: "no" }
  | { readonly state: "under way"; readonly name: string }
  | { readonly state: "failed"; readonly name: string; readonly failure: Failure };

/** A request leaves the list the moment it is admitted; how that ends is therefore told here. */
const useAdmitting = () => {
  const session = useLoopSession();
  const [admitting, setAdmitting] = useState<Admitting>({ state: "no" });
  const admit = async ({ requestId, name }: LobbyRequest, personId: PersonId) => {
    setAdmitting({ state: "under way", name });
    const admitted = await session.admit(requestId, personId);
    setAdmitting(admitted.ok ? { state: "no" } : { state: "failed", name, failure: admitted.error });
  };
  return { admitting, admit };
};

const Progress = ({ admitting }: { readonly admitting: Admitting }) => {
  if (admitting.state === "no") return null;
  if (admitting.state === "failed") return <ErrorCard trouble={roomTrouble(admitting.failure)} />;
  return <Notice>{admitting.name} is being let in.</Notice>;
};

interface LobbyProps {
  readonly view: LoopView;
  readonly requests: readonly LobbyRequest[];
}

/** Laptops at the door of somebody who may not let them in, and who may. */
export const PassedOn = ({ view, requests }: LobbyProps) => {
  const session = useLoopSession();
  const { inCharge } = view.authority;
  if (requests.length === 0) return null;
  const who = inCharge === null ? "Whoever leads this loop" : nameIn(view, inCharge);
  return (
    <Section id="lobby" title="At your door" note={`${requests.length} waiting`}>
      {requests.map((request) => (
        <div key={request.requestId} className={classes.request}>
          <p className={classes.who}>
            <b>{request.name}</b>
            {request.label === "" ? "" : ` on ${request.label}`} wants to come in.
          </p>
          <p className={classes.words}>{request.words.join(" · ")}</p>
          <p className={classes.small}>
            {who} sees this request and lets them in, or a deputy who takes over. Nothing of the loop leaves
            your laptop before that.
          </p>
          <div className={classes.buttons}>
            <Button variant="default" onClick={() => void session.deny(request.requestId)}>
              Turn away
            </Button>
          </div>
        </div>
      ))}
    </Section>
  );
};

/** Laptops at the door, each with its six words. */
export const Lobby = ({ view, requests }: LobbyProps) => {
  const { admitting, admit } = useAdmitting();
  if (requests.length === 0 && admitting.state === "no") return null;
  const note = requests.length === 0 ? "nobody waits" : `${requests.length} waiting`;
  return (
    <Section id="lobby" title="At the door" note={note}>
      <Progress admitting={admitting} />
      {requests.map((request) => (
        <Request
          key={request.requestId}
          view={view}
          request={request}
          onAdmit={(asked, personId) => void admit(asked, personId)}
        />
      ))}
    </Section>
  );
};
