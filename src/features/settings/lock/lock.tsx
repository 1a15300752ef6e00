import { Button, Group, NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { LockState } from "../../../bindings/lock";
import { ConfirmInline } from "../../../ui/confirm-inline";
import { ErrorCard } from "../../../ui/error-card";
import { KeyHint } from "../../../ui/keys/key-hint";
import { Notice } from "../../../ui/notice";
import { Section } from "../../../ui/section";
import classes from "../settings.module.css";
import { ShownWords } from "../shown-words";
import { PassphraseForm, RemoveForm } from "./passphrase-form";
import { useLock } from "./use-lock";
import { lockTrouble, words } from "./words";

const choices = [5, 15, 30, 60] as const;

const wordsText = ({ hasWords, protection }: LockState): string | null => {
  if (hasWords) return protection === "passphrase" ? words.hasWords : words.hasWordsForStore;
  return protection === "keyStore" ? words.noWords : null;
};

const After = ({
  minutes,
  onSet,
}: {
  readonly minutes: number | null;
  readonly onSet: (minutes: number | null) => void;
}) => (
  <NativeSelect
    label={words.after}
    description={words.afterHint}
    value={String(minutes ?? "")}
    onChange={({ currentTarget: { value } }) => onSet(value === "" ? null : Number(value))}
    data={[
      ...choices.map((choice) => ({ value: String(choice), label: words.minutes(choice) })),
      { value: "", label: words.never },
    ]}
  />
);

const Guarded = ({ state }: { readonly state: LockState }) => {
  const text = (
    <>
      {words.guarded[state.protection]} {wordsText(state)}
    </>
  );
  return state.protection === "softwareKey" ? <Notice tone="attention">{text}</Notice> : <p>{text}</p>;
};

type Form = "none" | "passphrase" | "remove";

/** How the keys of this laptop are guarded, and how to lock it. */
export const Lock = () => {
  const lock = useLock();
  const [form, setForm] = useState<Form>("none");
  const { state, shown } = lock;
  const close = () => setForm("none");
  const hasPassphrase = state?.protection === "passphrase";
  return (
    <Section id="lock" title={words.title}>
      {lock.failure === null ? null : <ErrorCard trouble={lockTrouble(lock.failure)} />}
      {state === null ? null : <Guarded state={state} />}
      {state?.isOpenedByWords === true ? <Notice tone="attention">{words.openedByWords}</Notice> : null}
      {lock.note === null ? null : <p role="status">{words[lock.note]}</p>}
      {shown === null ? null : <ShownWords label={words.theWords} text={shown} onWritten={lock.hideWords} />}
      {form === "passphrase" ? (
        <PassphraseForm
          asksBefore={hasPassphrase && !state.isOpenedByWords}
          onSet={lock.setPassphrase}
          onClose={close}
        />
      ) : null}
      {form === "remove" ? <RemoveForm onRemove={lock.removePassphrase} onClose={close} /> : null}
      {state === null || form !== "none" || shown !== null ? null : (
        <div className={classes.stack}>
          <Group gap="sm">
            {hasPassphrase ? (
              <Button onClick={() => void lock.lockNow()} rightSection={<KeyHint keys="ctrl+l" />}>
                {words.lockNow}
              </Button>
            ) : null}
            <Button variant={hasPassphrase ? "default" : "filled"} onClick={() => setForm("passphrase")}>
              {hasPassphrase ? words.change : words.set}
            </Button>
            {hasPassphrase ? (
              <Button variant="default" onClick={() => setForm("remove")}>
                {words.remove}
              </Button>
            ) : null}
          </Group>
          {hasPassphrase ? (
            <After minutes={state.lockAfterMinutes} onSet={(minutes) => void lock.setAfter(minutes)} />
          ) : null}
          {state.hasWords ? (
            <ConfirmInline
              action={words.makeOtherWords}
              question={words.makeOtherQuestion}
              confirm={words.makeOtherWords}
              onConfirm={() => void lock.makeWords()}
            />
          ) : (
            <Button variant="default" onClick={() => void lock.makeWords()}>
              {words.makeWords}
            </Button>
          )}
        </div>
      )}
    </Section>
  );
};
