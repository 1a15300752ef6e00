import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useLoopSession } from "../../bindings/loop-session-context";
import type { Failure, RoomState } from "../../bindings/services";
import type { LoopView } from "../../domain/loop/loop-view";
import { ErrorCard } from "../../ui/error-card";
import { NoticeLines } from "../../ui/notice";
import { Section } from "../../ui/section";
import classes from "./room.module.css";
import { roomTrouble } from "./room-troubles";
import { mayTakeOver, personInCharge, takeoverSentences } from "./takeovers";

const useTakeOver = () => {
  const session = useLoopSession();
  const [failure, setFailure] = useState<Failure | null>(null);
  const takeOver = async (reason: string) => {
    const taken = await session.takeOver(reason);
    setFailure(taken.ok ? null : taken.error);
  };
  return { takeOver, failure };
};

interface FormProps {
  readonly who: string;
  readonly onTakeOver: (reason: string) => void;
  readonly onCancel: () => void;
}

const TakeOverForm = ({ who, onTakeOver, onCancel }: FormProps) => {
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== "") onTakeOver(reason.trim());
  };
  return (
    <form className={classes.early} onSubmit={submit}>
      <TextInput
        label="Take over, because"
        description={`You will let people in, reveal and record the decision in ${who}’s place. Everybody sees this reason. It opens no card and cannot be taken back.`}
        autoFocus
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" disabled={reason.trim() === ""}>
        Take over
      </Button>
      <Button variant="default" onClick={onCancel}>
        Wait for {who}
      </Button>
    </form>
  );
};

/** For a deputy while the laptop of the person in charge is not here. Folded until it is asked for, and costs a reason. */
export const TakeOver = ({ view, room }: { readonly view: LoopView; readonly room: RoomState }) => {
  const [asked, setAsked] = useState(false);
  const { takeOver, failure } = useTakeOver();
  if (!mayTakeOver(view, room)) return null;
  const who = personInCharge(view);
  if (!asked) {
    return (
      <Button variant="subtle" color="gray" px={12} onClick={() => setAsked(true)}>
        {who}’s laptop is gone: take over
      </Button>
    );
  }
  return (
    <Section id="take-over" title={`Take over from ${who}`}>
      {failure === null ? null : <ErrorCard trouble={roomTrouble(failure)} />}
      <TakeOverForm
        who={who}
        onTakeOver={(reason) => void takeOver(reason)}
        onCancel={() => setAsked(false)}
      />
    </Section>
  );
};

/** Who took over from whom, when and why, for everybody. */
export const Takeovers = ({ view }: { readonly view: LoopView }) => (
  <NoticeLines lines={takeoverSentences(view)} />
);
