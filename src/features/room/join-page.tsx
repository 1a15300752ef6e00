import { Button, Group, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { hrefTo, paths } from "../../bindings/paths";
import { type Joining, type JoinState, useServices } from "../../bindings/services";
import { useLive } from "../../bindings/use-live";
import { ErrorCard } from "../../ui/error-card";
import { Page, PageHeader } from "../../ui/page";
import { Crumbs } from "../../ui/top-bar";
import classes from "./room.module.css";
import { joinWords, roomTrouble } from "./words";

const Words = ({ state }: { readonly state: JoinState }) =>
  state.words.length === 0 ? null : (
    <>
      <p className={classes.large}>{state.words.join(" · ")}</p>
      <p className={classes.small}>
        {state.compareWords
          ? "Compare these six words with the facilitator's screen before you go on. If one differs, leave: somebody is in between."
          : "The same six words stand on the facilitator's screen."}
      </p>
    </>
  );

const Progress = ({ joining, onLeave }: { readonly joining: Joining; readonly onLeave: () => void }) => {
  const state = useLive(joining);
  const navigate = useNavigate();
  const { loopId } = state;
  useEffect(() => {
    if (state.step === "admitted" && loopId !== null) void navigate(paths.loop(loopId));
  }, [state.step, loopId, navigate]);
  return (
    <div className={classes.waiting} role="status">
      <p className={classes.large}>{joinWords[state.step]}</p>
      <Words state={state} />
      {state.problem === null ? null : <ErrorCard trouble={roomTrouble(state.problem)} />}
      <Group>
        {state.compareWords ? <Button onClick={joining.confirmWords}>The words are the same</Button> : null}
        <Button variant="default" onClick={onLeave}>
          {state.problem === null ? "Leave" : "Try another invite"}
        </Button>
      </Group>
    </div>
  );
};

/** The way into somebody else's loop: paste the invite or type the code, say who you are, wait at the door. */
export const JoinPage = () => {
  const { loops } = useServices();
  const [invite, setInvite] = useState("");
  const [name, setName] = useState("");
  const [joining, setJoining] = useState<Joining | null>(null);
  useEffect(() => () => joining?.cancel(), [joining]);
  const join = (event: FormEvent) => {
    event.preventDefault();
    setJoining(loops.join(invite.trim(), name.trim()));
  };
  return (
    <Page width="reading">
      <Crumbs trail={[{ label: "Loops", href: hrefTo(paths.loops) }, { label: "Join a loop" }]} />
      <PageHeader
        title="Join a loop"
        note="Both laptops must be on the same network. No internet is needed."
      />
      {joining === null ? (
        <form className={classes.waiting} onSubmit={join}>
          <Textarea
            label="Invite"
            description="Paste the text the facilitator copied for you, or type the code on their screen."
            autosize
            minRows={2}
            maxRows={6}
            value={invite}
            onChange={(event) => setInvite(event.currentTarget.value)}
            autoFocus
          />
          <TextInput
            label="Your name"
            description="As the facilitator knows you."
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Group>
            <Button type="submit" disabled={invite.trim() === "" || name.trim() === ""}>
              Knock
            </Button>
          </Group>
        </form>
      ) : (
        <Progress joining={joining} onLeave={() => setJoining(null)} />
      )}
    </Page>
  );
};
