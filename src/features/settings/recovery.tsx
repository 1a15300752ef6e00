import { Button, Textarea } from "@mantine/core";
import { useEffect, useState } from "react";
import type { RecoveryState } from "../../bindings/recovery";
import { type Failure, useServices } from "../../bindings/services";
import type { Result } from "../../domain/result";
import { ConfirmInline } from "../../ui/confirm-inline";
import { dayText } from "../../ui/day-text";
import { ErrorCard } from "../../ui/error-card";
import { Section } from "../../ui/section";
import { recoveryTrouble } from "./recovery-troubles";
import classes from "./settings.module.css";
import { ShownWords } from "./shown-words";
import { words } from "./words";

const useRecovery = () => {
  const { recovery } = useServices();
  const [state, setState] = useState<RecoveryState | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let wanted = true;
    void recovery.state().then((known) => {
      if (!wanted) return;
      if (known.ok) setState(known.value);
      else setFailure(known.error);
    });
    return () => {
      wanted = false;
    };
  }, [recovery]);
  const settle = <Value,>(answer: Result<Value, Failure>, then: (value: Value) => void): boolean => {
    setFailure(answer.ok ? null : answer.error);
    if (answer.ok) then(answer.value);
    return answer.ok;
  };
  return {
    state,
    shown,
    failure,
    hide: () => setShown(null),
    make: async () => {
      const made = await recovery.make();
      settle(made, (key) => setShown(key.words));
      const known = await recovery.state();
      if (known.ok) setState(known.value);
    },
    use: async (typed: string) => settle(await recovery.use(typed), setState),
  };
};

const UseWords = ({ onUse }: { readonly onUse: (typed: string) => Promise<boolean> }) => {
  const [typed, setTyped] = useState("");
  const submit = async (): Promise<void> => {
    if (await onUse(typed)) setTyped("");
  };
  return (
    <form
      className={classes.stack}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Textarea
        label={words.typeWords}
        description={words.typeWordsHint}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autosize
        minRows={2}
        spellCheck={false}
        autoComplete="off"
      />
      <Button type="submit" variant="default" disabled={typed.trim() === ""}>
        {words.openWithWords}
      </Button>
    </form>
  );
};

const stateText = (state: RecoveryState): string => {
  if (state.madeAt === null) return words.noRecoveryKey;
  return state.canOpen ? words.canOpen(dayText(state.madeAt)) : words.hasRecoveryKey(dayText(state.madeAt));
};

/** A person's recovery key: made and shown once here, or its words given to a new laptop. */
export const Recovery = () => {
  const { state, shown, failure, hide, make, use } = useRecovery();
  return (
    <Section id="recovery" title={words.recovery}>
      {failure === null ? null : <ErrorCard trouble={recoveryTrouble(failure)} />}
      <p>{words.recoveryText}</p>
      {state === null ? null : <p role="status">{stateText(state)}</p>}
      {shown === null ? null : <ShownWords label={words.theWords} text={shown} onWritten={hide} />}
      {state !== null && shown === null ? (
        <div className={classes.stack}>
          {state.madeAt === null ? (
            <Button onClick={() => void make()}>{words.makeKey}</Button>
          ) : (
            <ConfirmInline
              action={words.makeAnother}
              question={state.canOpen ? words.makeAnotherHere : words.makeAnotherQuestion}
              confirm={words.makeAnotherConfirm}
              onConfirm={() => void make()}
            />
          )}
        </div>
      ) : null}
      {shown === null ? <UseWords onUse={use} /> : null}
    </Section>
  );
};
