import { Button } from "@mantine/core";
import { useState } from "react";
import { hrefTo, paths } from "../../../bindings/paths";
import type { Candidate } from "../../../domain/candidate/candidate";
import { areJoinedBothWays, mayPart, part } from "../../../domain/candidate/one-person";
import type { Application } from "../../../domain/candidates/application";
import type { CandidateId } from "../../../domain/ids";
import { dayText } from "../../../ui/day-text";
import { ErrorCard } from "../../../ui/error-card";
import { Notice } from "../../../ui/notice";
import { Section } from "../../../ui/section";
import { timeText } from "../../../ui/time-text";
import { shownName, useNamesMasked } from "../names-masked";
import timeline from "../timeline.module.css";
import { ReasonForm } from "./reason-form";
import classes from "./same-person.module.css";
import { useSameness } from "./use-sameness";
import { samenessTrouble, samePersonWords as words } from "./words";

interface JoinedPartProps {
  /** Everybody who is this person, whoever stands for them first. */
  readonly group: readonly Candidate[];
  readonly candidates: readonly Candidate[];
  /** Of all of them. */
  readonly applications: readonly Application[];
}

const useNames = (candidates: readonly Candidate[]) => {
  const [masked] = useNamesMasked();
  return (id: CandidateId): string => {
    const found = candidates.find((one) => one.id === id);
    return found === undefined ? "" : shownName(found, masked);
  };
};

/** One who was merged into the person of the page, with the way back as long as there is one. */
const Other = ({
  head,
  other,
  applications,
}: {
  readonly head: Candidate;
  readonly other: Candidate;
  readonly applications: readonly Application[];
}) => {
  const [open, setOpen] = useState(false);
  const [masked] = useNamesMasked();
  const { failure, say } = useSameness();
  const isBothWays = areJoinedBothWays(head, other);
  const back = async (by: string, reason: string) => {
    const act: Parameters<typeof say>[2] = (one, doing) => part(one, doing, reason, applications);
    if (isBothWays && !(await say(head, by, act))) return;
    await say(other, by, act);
  };
  const may = mayPart(other, applications) && (!isBothWays || mayPart(head, applications));
  return (
    <>
      <p className={classes.soft}>
        {`${words.also} ${shownName(other, masked)}${masked || other.contact === "" ? "" : `, ${other.contact}`}. ${may ? "" : words.locked}`}
      </p>
      {failure === null ? null : <ErrorCard trouble={samenessTrouble(failure)} />}
      {open ? (
        <ReasonForm
          label={words.reasonBack}
          action={words.takeBack}
          onSay={(by, reason) => void back(by, reason)}
          onCancel={() => setOpen(false)}
        />
      ) : may ? (
        <div>
          <Button variant="default" onClick={() => setOpen(true)}>
            {words.takeBack}
          </Button>
        </div>
      ) : null}
    </>
  );
};

/** Under which other names a person is here, and what was said about who they are. */
export const JoinedPart = ({ group, candidates, applications }: JoinedPartProps) => {
  const nameOf = useNames(candidates);
  const [head, ...others] = group;
  const said = group
    .flatMap((one) => one.sameness.map((act) => ({ one, act })))
    .toSorted((left, right) => right.act.at.localeCompare(left.act.at));
  if (head === undefined || said.length === 0) return null;
  return (
    <Section id="same-person" title={words.history}>
      <div className={classes.joined}>
        {others.map((other) => (
          <Other key={other.id} head={head} other={other} applications={applications} />
        ))}
        <ol className={timeline.timeline} aria-label={words.history} reversed>
          {said.map(({ one, act }) => (
            <li key={`${one.id} ${act.at} ${act.kind}`}>
              <time dateTime={act.at}>
                {dayText(act.at)}, {timeText(act.at)}
              </time>
              <div>
                <span>
                  {words.event(
                    act,
                    nameOf(one.id),
                    act.kind === "joined"
                      ? nameOf(act.into)
                      : act.kind === "different"
                        ? nameOf(act.from)
                        : "",
                  )}
                </span>
                {act.kind === "different" ? null : <p>{act.reason}</p>}
              </div>
            </li>
          ))}
        </ol>
      </div>
    </Section>
  );
};

/** On the page of one who is listed under another: where everything stands. */
export const JoinedTo = ({ head }: { readonly head: Candidate }) => {
  const [masked] = useNamesMasked();
  const name = shownName(head, masked);
  return (
    <Notice>
      {words.joinedTo(name)} <a href={hrefTo(paths.candidate(head.id))}>{words.toPerson(name)}</a>
    </Notice>
  );
};
