import { Anchor, Button, PasswordInput, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { LockedLaptop, LockState } from "../../bindings/lock";
import type { Failure } from "../../bindings/services";
import { Notice } from "../../ui/notice";
import classes from "./unlock.module.css";
import { unlockTrouble, words } from "./words";

interface UnlockPageProps {
  readonly laptop: Pick<LockedLaptop, "open">;
  readonly state: LockState;
  readonly onOpened: () => void;
}

type Way = "passphrase" | "words";

/** How it was typed and what came of it. */
const useOpening = ({ laptop, onOpened }: Pick<UnlockPageProps, "laptop" | "onOpened">) => {
  const [typed, setTyped] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  return {
    typed,
    busy,
    error: failure === null ? null : unlockTrouble(failure),
    type: (text: string) => setTyped(text),
    clear: () => {
      setTyped("");
      setFailure(null);
    },
    open: async (by: Way) => {
      setBusy(true);
      const opened = await laptop.open(by, typed);
      // It stays busy until the program takes its place: a second press would open the store twice.
      if (opened.ok) return onOpened();
      setBusy(false);
      setFailure(opened.error);
    },
  };
};

const Field = ({ way, opening }: { readonly way: Way; readonly opening: ReturnType<typeof useOpening> }) =>
  way === "passphrase" ? (
    <PasswordInput
      label={words.passphrase}
      data-autofocus
      // The only thing to do here; nobody came to read.
      autoFocus
      autoComplete="off"
      value={opening.typed}
      error={opening.error}
      onChange={(event) => opening.type(event.currentTarget.value)}
    />
  ) : (
    <Textarea
      label={words.words}
      description={words.wordsHint}
      autoFocus
      autosize
      minRows={2}
      spellCheck={false}
      autoComplete="off"
      value={opening.typed}
      error={opening.error}
      onChange={(event) => opening.type(event.currentTarget.value)}
    />
  );

/** What stands before everything while this laptop is locked; it knows nobody's name. */
export const UnlockPage = ({ laptop, state, onOpened }: UnlockPageProps) => {
  const byStore = state.protection === "keyStore";
  const [way, setWay] = useState<Way>(byStore ? "words" : "passphrase");
  const opening = useOpening({ laptop, onOpened });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!opening.busy) void opening.open(way);
  };
  const turn = () => {
    opening.clear();
    setWay(way === "words" ? "passphrase" : "words");
  };
  const canOpen = way === "passphrase" || state.hasWords;
  return (
    <main className={classes.page}>
      <form className={classes.form} onSubmit={submit}>
        <h1>{words.title}</h1>
        <p>{words.text}</p>
        {byStore ? <Notice tone="attention">{words.storeRefuses}</Notice> : null}
        {canOpen ? <Field way={way} opening={opening} /> : <p>{words.noWords}</p>}
        {canOpen ? (
          <Button type="submit" loading={opening.busy} disabled={opening.typed.trim() === ""}>
            {way === "words" ? words.openWithWords : words.open}
          </Button>
        ) : null}
        {!byStore && state.hasWords ? (
          <Anchor component="button" type="button" onClick={turn}>
            {way === "words" ? words.backToPassphrase : words.forgotten}
          </Anchor>
        ) : null}
      </form>
    </main>
  );
};
