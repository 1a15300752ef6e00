import { Button, TextInput } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import type { ChosenHandOver, HandOverOffer, TakenHandOver } from "../../../bindings/hand-overs";
import { hrefTo, paths } from "../../../bindings/paths";
import { useServices } from "../../../bindings/services";
import { useJob } from "../../../bindings/use-job";
import { ErrorCard } from "../../../ui/error-card";
import { JobProgress } from "../../../ui/job-progress";
import { Section } from "../../../ui/section";
import { StatusDot } from "../../../ui/status-dot";
import classes from "./hand-over.module.css";
import { Offer } from "./offer";
import { handOverTrouble, laptopMark, handOverWords as words } from "./words";

/** The file somebody chose; it is let go of when another takes its place and when the screen is left. */
const useChosen = () => {
  const checking = useJob<ChosenHandOver>();
  const held = useRef<ChosenHandOver | null>(null);
  const { handOvers } = useServices();
  const letGo = () => {
    void held.current?.drop();
    held.current = null;
  };
  useEffect(
    () => () => {
      void held.current?.drop();
    },
    [],
  );
  const choose = () => {
    letGo();
    void checking.start(async (options) => {
      const chosen = await handOvers.choose(options);
      if (chosen.ok) held.current = chosen.value;
      return chosen;
    });
  };
  const leave = () => {
    letGo();
    checking.reset();
  };
  return { state: checking.state, cancel: checking.cancel, choose, leave };
};

interface UnlockProps {
  readonly chosen: ChosenHandOver;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onOpen: () => void;
}

/** Whose file it is, and the words that open it. */
const Unlock = ({ chosen, typed, onType, onOpen }: UnlockProps) => {
  const { name, deviceId, isOwn } = chosen;
  return (
    <form
      className={classes.part}
      onSubmit={(event) => {
        event.preventDefault();
        onOpen();
      }}
    >
      <p className={classes.line}>{isOwn ? words.own(name) : words.from(name, laptopMark(deviceId))}</p>
      <div className={classes.wordsRow}>
        <TextInput
          label={words.unlockWords}
          spellCheck={false}
          autoComplete="off"
          value={typed}
          onChange={(event) => onType(event.currentTarget.value)}
        />
        <Button type="submit" disabled={typed.trim() === ""}>
          {words.unlock}
        </Button>
      </div>
    </form>
  );
};

/** Takes in what another laptop handed over, after showing what it is. */
export const Take = () => {
  const chosen = useChosen();
  const [typed, setTyped] = useState("");
  const opening = useJob<HandOverOffer>();
  const taking = useJob<TakenHandOver>();
  const choose = () => {
    opening.reset();
    taking.reset();
    setTyped("");
    chosen.choose();
  };
  const take = (offer: HandOverOffer) =>
    void taking.start(async (options) => {
      const taken = await offer.take(options);
      opening.reset();
      chosen.leave();
      return taken;
    });
  const waiting = chosen.state.step === "done" ? chosen.state.value : null;
  return (
    <Section id="take" title={words.take}>
      <div className={classes.part}>
        <p className={classes.soft}>{words.takeNote}</p>
        {chosen.state.step === "working" ? (
          <JobProgress doing={words.checking} done={chosen.state.done} onCancel={chosen.cancel} />
        ) : (
          <Button
            className={classes.start}
            variant="default"
            disabled={taking.state.step === "working" || opening.state.step === "working"}
            leftSection={<IconFileImport size={16} stroke={1.8} aria-hidden="true" />}
            onClick={choose}
          >
            {words.choose}
          </Button>
        )}
        {chosen.state.step === "failed" ? <ErrorCard trouble={handOverTrouble(chosen.state.error)} /> : null}
        {waiting !== null && (opening.state.step === "idle" || opening.state.step === "failed") ? (
          <Unlock
            chosen={waiting}
            typed={typed}
            onType={setTyped}
            onOpen={() => void opening.start((options) => waiting.open(typed, options))}
          />
        ) : null}
        {opening.state.step === "working" ? (
          <JobProgress doing={words.reading} done={opening.state.done} onCancel={opening.cancel} />
        ) : null}
        {opening.state.step === "failed" ? (
          <ErrorCard trouble={handOverTrouble(opening.state.error)} />
        ) : null}
        <Taking
          offer={opening.state.step === "done" ? opening.state.value : null}
          job={taking}
          onTake={take}
          onLeave={() => {
            opening.reset();
            chosen.leave();
          }}
        />
      </div>
    </Section>
  );
};

interface TakingProps {
  readonly offer: HandOverOffer | null;
  readonly job: ReturnType<typeof useJob<TakenHandOver>>;
  readonly onTake: (offer: HandOverOffer) => void;
  readonly onLeave: () => void;
}

/** The offer until it is taken in, then how that goes, then what came of it. */
const Taking = ({ offer, job, onTake, onLeave }: TakingProps) => {
  const { state, cancel } = job;
  if (state.step === "working")
    return <JobProgress doing={words.taking} done={state.done} onCancel={cancel} />;
  if (state.step === "failed") return <ErrorCard trouble={handOverTrouble(state.error)} />;
  if (state.step === "done")
    return (
      <p className={classes.line} role="status">
        <StatusDot shape="full" label={words.taken(state.value)} />{" "}
        <a href={hrefTo(paths.candidates)}>{words.toList}</a>
      </p>
    );
  return offer === null ? null : <Offer offer={offer} onTake={() => onTake(offer)} onLeave={onLeave} />;
};
