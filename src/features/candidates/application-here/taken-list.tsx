import { Fragment } from "react";
import { useServices } from "../../../bindings/services";
import { useLive } from "../../../bindings/use-live";
import { takenIn } from "../../../domain/application/take-in";
import type { PromptResponse, TakenApplication } from "../../../domain/application/taken-application";
import type { Application } from "../../../domain/candidates/application";
import { standingOf } from "../../../domain/candidates/standing";
import type { CandidateId } from "../../../domain/ids";
import { ClipPlayer } from "../../../ui/clip-player";
import { DeleteRecording } from "../delete/delete-recording";
import { deleteWords } from "../delete/words";
import classes from "./taken.module.css";
import { answerText, cutWords, endWords, words } from "./words";

const KnockOuts = ({ taken }: { readonly taken: TakenApplication }) =>
  taken.knockOuts.length === 0 ? null : (
    <dl className={classes.answers}>
      {taken.knockOuts.map((result) => (
        <Fragment key={result.questionId}>
          <dt>
            {result.prompt}
            {result.disqualifies ? (
              <small className={classes.attention}> ({words.disqualifies})</small>
            ) : null}
          </dt>
          <dd>{answerText(result.answer)}</dd>
        </Fragment>
      ))}
    </dl>
  );

const Response = ({
  application,
  response,
}: {
  readonly application: Application;
  readonly response: PromptResponse;
}) => {
  const { desk } = useServices();
  if (response.kind === "text")
    return (
      <article className={classes.response}>
        <h3>{response.prompt}</h3>
        <p className={classes.quiet}>{words.written}</p>
        <p style={{ whiteSpace: "pre-wrap" }}>{response.text}</p>
      </article>
    );
  const cut = cutWords[response.clip.end];
  const removed = standingOf(application).removedClips[response.clip.hash];
  return (
    <article className={classes.response}>
      <h3>{response.prompt}</h3>
      <p className={classes.quiet}>
        {words.takes(response.takes)}
        {cut === null ? null : `, ${cut}`}
      </p>
      {removed === undefined ? (
        <>
          <ClipPlayer
            address={desk.clipAddress(application.candidateId, response.clip.hash)}
            label={words.clip(response.prompt)}
          />
          <DeleteRecording application={application} hash={response.clip.hash} />
        </>
      ) : (
        <p>{deleteWords.recording.gone(removed)}</p>
      )}
    </article>
  );
};

const Taken = ({
  application,
  taken,
}: {
  readonly application: Application;
  readonly taken: TakenApplication;
}) => (
  <>
    <p>
      {endWords[taken.end]}, {words.when(taken)}. {words.consent(taken)}
    </p>
    <KnockOuts taken={taken} />
    {taken.responses.map((response) => (
      <Response key={response.promptId} application={application} response={response} />
    ))}
  </>
);

/** What a candidate gave on this laptop; nothing where they gave nothing. */
export const TakenList = ({ candidateId }: { readonly candidateId: CandidateId }) => {
  const list = useLive(useServices().desk.applications);
  if (list.state !== "ready") return null;
  const taken = list.value
    .filter((one) => one.candidateId === candidateId)
    .flatMap((application) => takenIn(application).map((one) => ({ application, one })));
  if (taken.length === 0) return null;
  return (
    <section className={classes.taken} aria-label={words.taken}>
      <h2>{words.taken}</h2>
      {taken.map(({ application, one }) => (
        <Taken key={one.endedAt} application={application} taken={one} />
      ))}
    </section>
  );
};
