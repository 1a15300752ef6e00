import { Button, TextInput } from "@mantine/core";
import { IconFileExport } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { WrittenHandOver } from "../../../bindings/hand-overs";
import { hrefTo, paths } from "../../../bindings/paths";
import { useServices } from "../../../bindings/services";
import { useJob } from "../../../bindings/use-job";
import type { Candidate } from "../../../domain/candidate/candidate";
import { ErrorCard } from "../../../ui/error-card";
import { JobProgress } from "../../../ui/job-progress";
import { Notice } from "../../../ui/notice";
import { Section } from "../../../ui/section";
import { StatusDot } from "../../../ui/status-dot";
import { shownName, useNamesMasked } from "../names-masked";
import { type Choice, ChoosePeople } from "./choose-people";
import classes from "./hand-over.module.css";
import { handOverTrouble, handOverWords as words } from "./words";

/** Words that are proposed, until somebody types others. */
const useWords = () => {
  const { handOvers } = useServices();
  const [typed, setTyped] = useState("");
  const propose = async () => setTyped(await handOvers.words());
  useEffect(() => {
    let wanted = true;
    void handOvers.words().then((proposed) => {
      if (wanted) setTyped(proposed);
    });
    return () => {
      wanted = false;
    };
  }, [handOvers]);
  return { typed, setTyped, propose };
};

const Written = ({
  written,
  candidates,
}: {
  readonly written: WrittenHandOver;
  readonly candidates: readonly Candidate[];
}) => {
  const [masked] = useNamesMasked();
  const left = candidates.filter(({ id }) => written.leftOut.includes(id));
  return (
    <>
      <p className={classes.line} role="status">
        <StatusDot shape="full" label={words.saved(written)} />
      </p>
      {left.length === 0 ? null : (
        <Notice tone="attention">{words.leftOut(left.map((one) => shownName(one, masked)))}</Notice>
      )}
    </>
  );
};

/** Writes applications into a file for another laptop. */
export const Give = ({ candidates }: { readonly candidates: readonly Candidate[] }) => {
  const { handOvers } = useServices();
  const [choice, setChoice] = useState<Choice>("everybody");
  const { typed, setTyped, propose } = useWords();
  const { state, start, cancel } = useJob<WrittenHandOver>();
  const write = () => {
    const chosen = choice === "everybody" ? candidates.map(({ id }) => id) : [...choice];
    void start((options) => handOvers.write(chosen, typed, options));
  };
  if (candidates.length === 0)
    return (
      <Section id="give" title={words.give}>
        <div className={classes.part}>
          <p className={classes.soft}>{words.nobody}</p>
          <a href={hrefTo(paths.candidates)}>{words.toImport}</a>
        </div>
      </Section>
    );
  return (
    <Section id="give" title={words.give}>
      <div className={classes.part}>
        <ChoosePeople candidates={candidates} choice={choice} onChange={setChoice} />
        <p className={classes.soft}>{words.inside}</p>
        <div className={classes.wordsRow}>
          <TextInput
            label={words.words}
            spellCheck={false}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button variant="default" onClick={() => void propose()}>
            {words.otherWords}
          </Button>
        </div>
        <p className={classes.soft}>{words.wordsHint}</p>
        {state.step === "working" ? (
          <JobProgress doing={words.saving} done={state.done} onCancel={cancel} />
        ) : (
          <Button
            className={classes.start}
            disabled={choice !== "everybody" && choice.size === 0}
            leftSection={<IconFileExport size={16} stroke={1.8} aria-hidden="true" />}
            onClick={write}
          >
            {words.save}
          </Button>
        )}
        {state.step === "done" ? <Written written={state.value} candidates={candidates} /> : null}
        {state.step === "failed" ? <ErrorCard trouble={handOverTrouble(state.error)} /> : null}
      </div>
    </Section>
  );
};
