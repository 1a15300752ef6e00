import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { nameIn } from "../../bindings/loop-names";
import { useLoopSession, useLoopView } from "../../bindings/loop-session-context";
import { listed } from "../../bindings/name-lists";
import type { Failure } from "../../bindings/services";
import type { Result } from "../../domain/result";
import { longestReason } from "../../domain/sealing/debrief-entries";
import { ErrorCard } from "../../ui/error-card";
import { timeText } from "../../ui/time-text";
import classes from "./record.module.css";
import { signTrouble } from "./words";

const useAct = (act: () => Promise<Result<void, Failure>>) => {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    const done = await act();
    setBusy(false);
    setFailure(done.ok ? null : done.error);
  };
  return { run, busy, failure };
};

/** Who signed that they were there, and the way to do so. */
const Signatures = () => {
  const session = useLoopSession();
  const view = useLoopView();
  const { run, busy, failure } = useAct(() => session.countersign());
  const signed = view.debrief?.countersignatures ?? [];
  const owed = (view.decision?.decision.present ?? []).filter((personId) =>
    signed.every((one) => one.personId !== personId),
  );
  const mine = signed.some((one) => one.personId === view.me?.personId);
  return (
    <>
      <p className={classes.soft}>
        {signed.length === 0
          ? "Nobody has countersigned yet."
          : `Countersigned by ${listed(signed.map(({ personId, at }) => `${nameIn(view, personId)} (${timeText(at)})`))}.`}
        {owed.length === 0 ? "" : ` Still to sign: ${listed(owed.map((id) => nameIn(view, id)))}.`}
      </p>
      {failure === null ? null : <ErrorCard trouble={signTrouble(failure)} />}
      {mine || view.me === null || view.removed !== null ? null : (
        <Button variant="default" loading={busy} onClick={() => void run()}>
          Sign that I was there
        </Button>
      )}
    </>
  );
};

/** The way back to the debrief: the decision stays on record, with why it does not stand any more. */
const Reopening = () => {
  const session = useLoopSession();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const { run, busy, failure } = useAct(() => session.reopenDecision(reason));
  if (!open)
    return (
      <Button variant="subtle" onClick={() => setOpen(true)}>
        Reopen the decision
      </Button>
    );
  return (
    <div className={classes.reopen}>
      <TextInput
        label="Why it does not stand any more"
        description="Everybody reads it; it stays in the log and in the next record."
        autoFocus
        maxLength={longestReason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {failure === null ? null : <ErrorCard trouble={signTrouble(failure)} />}
      <Button loading={busy} disabled={reason.trim() === ""} onClick={() => void run()}>
        Reopen the decision
      </Button>{" "}
      <Button variant="default" onClick={() => setOpen(false)}>
        Leave it
      </Button>
    </div>
  );
};

/** What can be signed once there is a decision; nothing in loops whose protocol has no words for it. */
export const AfterDecision = () => {
  const view = useLoopView();
  if (view.decision === null || view.debrief === null) return null;
  return (
    <>
      <Signatures />
      {view.authority.mine === "acts" ? <Reopening /> : null}
    </>
  );
};
