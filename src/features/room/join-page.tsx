import { Button, Checkbox, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useOpenedText } from "../../bindings/opened-files";
import { hrefTo, paths } from "../../bindings/paths";
import { type Joining, useServices } from "../../bindings/services";
import { ErrorCard } from "../../ui/error-card";
import { Page, PageHeader } from "../../ui/page";
import { Crumbs } from "../../ui/top-bar";
import classes from "./join.module.css";
import { JoinProgress } from "./join-progress";
import { joinTrouble } from "./join-troubles";
import { NearbyList } from "./nearby-list";

type OpenedInvite = Parameters<Parameters<typeof useOpenedText>[1]>[0];

interface Asked {
  readonly invite: string;
  readonly name: string;
  /** True where the laptop is somebody else's and is to keep nothing. */
  readonly borrowed: boolean;
}

interface JoinFormProps {
  readonly first: Asked;
  readonly onJoin: (asked: Asked) => void;
}

const JoinForm = ({ first, onJoin }: JoinFormProps) => {
  const [invite, setInvite] = useState(first.invite);
  const [name, setName] = useState(first.name);
  const [borrowed, setBorrowed] = useState(first.borrowed);
  const [trouble, setTrouble] = useState<{ readonly type: string } | null>(null);
  const { shell } = useServices();
  const nameField = useRef<HTMLInputElement>(null);
  const join = (event: FormEvent) => {
    event.preventDefault();
    onJoin({ invite, name, borrowed });
  };
  const takeFile = (read: OpenedInvite) => {
    setTrouble(read.ok ? null : read.error);
    if (!read.ok) return;
    setInvite(read.value.text.trim());
    nameField.current?.focus();
  };
  useOpenedText("invite", takeFile);
  const openFile = async () => {
    const read = await shell.openTextFile({ kind: "invite" });
    if (read.ok) takeFile(read);
    else if (read.error.type !== "cancelled") setTrouble(read.error);
  };
  const choose = (typedCode: string) => {
    setInvite(typedCode);
    if (name.trim() === "") nameField.current?.focus();
  };
  return (
    <form className={classes.waiting} onSubmit={join}>
      <NearbyList invite={invite} onChoose={choose} />
      <Textarea
        label="Invite"
        description="Paste the text the facilitator copied for you, or type the code on their screen: address, stroke, four letters."
        autosize
        minRows={2}
        maxRows={6}
        value={invite}
        onChange={(event) => setInvite(event.currentTarget.value)}
        autoFocus
      />
      {trouble === null ? null : <ErrorCard trouble={joinTrouble(trouble)} />}
      <TextInput
        ref={nameField}
        label="Your name"
        description="As the facilitator knows you."
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox
        label="This laptop is borrowed: keep nothing of the loop on it"
        description="Everybody sees that. It takes the loop off its disk once nothing is lost by that, or when you say so."
        checked={borrowed}
        onChange={(event) => setBorrowed(event.currentTarget.checked)}
      />
      <div className={classes.buttons}>
        <Button type="submit" disabled={invite.trim() === "" || name.trim() === ""}>
          Knock
        </Button>
        <Button variant="default" onClick={() => void openFile()}>
          Open an invite file
        </Button>
      </div>
    </form>
  );
};

/** One attempt to get in at a time; leaving the screen leaves the door. */
const useJoining = () => {
  const { loops } = useServices();
  const [asked, setAsked] = useState<Asked>({ invite: "", name: "", borrowed: false });
  const [joining, setJoining] = useState<Joining | null>(null);
  useEffect(() => () => joining?.cancel(), [joining]);
  return {
    asked,
    joining,
    join: (wanted: Asked) => {
      const { invite, name, borrowed } = wanted;
      setAsked(wanted);
      setJoining(loops.join(invite.trim(), name.trim(), { borrowed }));
    },
    leave: () => setJoining(null),
  };
};

/** The way into somebody else's loop: paste the invite or type the code, say who you are, wait at the door. */
export const JoinPage = () => {
  const { asked, joining, join, leave } = useJoining();
  return (
    <Page width="reading">
      <Crumbs trail={[{ label: "Loops", href: hrefTo(paths.loops) }, { label: "Join a loop" }]} />
      <PageHeader
        title="Join a loop"
        note="Both laptops must be on the same network. No internet is needed."
      />
      {joining === null ? (
        <JoinForm first={asked} onJoin={join} />
      ) : (
        <JoinProgress joining={joining} onLeave={leave} />
      )}
    </Page>
  );
};
