import { Button } from "@mantine/core";
import { IconCalendarPlus, IconListCheck, IconVideo } from "@tabler/icons-react";
import { hrefTo, paths } from "../../bindings/paths";
import type { Candidate } from "../../domain/candidate/candidate";
import type { Application } from "../../domain/candidates/application";
import { type Standing, standingOf, stateBehind } from "../../domain/candidates/standing";
import { answersOf } from "../../domain/candidates/video/begin-items";
import { dayText } from "../../ui/day-text";
import { Section } from "../../ui/section";
import { ActBar } from "./acts/act-bar";
import { Answers } from "./answers";
import { causeWords, stateWords } from "./application-words";
import classes from "./candidates.module.css";
import { DocumentsPart } from "./documents/documents-part";
import { Timeline } from "./timeline";
import { words } from "./words";

/** "On hold at: Reviewed, to decide": a hold alone does not say how far the application came. */
const stateText = (standing: Standing): string =>
  standing.state === "held"
    ? words.heldAt(stateWords.held, stateWords[stateBehind(standing)])
    : stateWords[standing.state];

const Why = ({ standing }: { readonly standing: Standing }) => {
  if (standing.state === "archived")
    return <p className={classes.why}>{`${causeWords[standing.cause ?? "other"]}. ${standing.reason}`}</p>;
  return standing.reason === "" ? null : <p className={classes.why}>{standing.reason}</p>;
};

const ways: Readonly<Partial<Record<Standing["state"], "screen" | "plan" | "loop">>> = {
  applied: "screen",
  screening: "screen",
  screened: "screen",
  advanced: "plan",
  inLoop: "loop",
  decided: "loop",
};

const Way = ({
  application,
  standing,
}: {
  readonly application: Application;
  readonly standing: Standing;
}) => {
  const way = ways[standing.state];
  if (way === undefined) return null;
  const plan = (
    <Button
      component="a"
      variant={way === "plan" ? "filled" : "default"}
      href={hrefTo(paths.newLoop(application.candidateId, application.kitId))}
      leftSection={<IconCalendarPlus size={16} stroke={1.8} aria-hidden="true" />}
    >
      {words.planLoop}
    </Button>
  );
  if (way === "plan") return plan;
  if (way === "loop")
    return standing.loopId === null ? null : (
      <Button component="a" variant="default" href={hrefTo(paths.loop(standing.loopId))}>
        {words.next.loop}
      </Button>
    );
  // Who is known well enough is planned for at once.
  return (
    <div className={classes.buttons}>
      <Button
        component="a"
        variant="default"
        href={hrefTo(paths.resumeScreen(application.id))}
        leftSection={<IconListCheck size={16} stroke={1.8} aria-hidden="true" />}
      >
        {words.readResume}
      </Button>
      {plan}
    </div>
  );
};

/** To the answers that were given here, where there are any. */
const ToAnswers = ({ application }: { readonly application: Application }) =>
  answersOf(application).length === 0 ? null : (
    <Button
      component="a"
      variant="default"
      href={hrefTo(paths.videoReview(application.id))}
      leftSection={<IconVideo size={16} stroke={1.8} aria-hidden="true" />}
    >
      {words.videoReview}
    </Button>
  );

interface ApplicationPartProps {
  readonly application: Application;
  readonly candidate: Candidate;
  readonly role: string;
}

/** One application of a person: where it is, what to do with it, what happened. */
export const ApplicationPart = ({ application, role }: ApplicationPartProps) => {
  const standing = standingOf(application);
  return (
    <Section
      id={`application-${application.id}`}
      title={role}
      note={words.stateSince(stateText(standing), dayText(standing.since))}
      actions={
        <div className={classes.buttons}>
          <ToAnswers application={application} />
          <Way application={application} standing={standing} />
        </div>
      }
    >
      <div className={classes.application}>
        <Why standing={standing} />
        {standing.results.length === 0 ? null : <Answers results={standing.results} />}
        <ActBar application={application} />
        <DocumentsPart application={application} />
        <Timeline application={application} />
      </div>
    </Section>
  );
};
