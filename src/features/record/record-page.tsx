import { Anchor, Button } from "@mantine/core";
import { useState } from "react";
import { useLoopView } from "../../bindings/loop-session-context";
import { hrefTo, paths } from "../../bindings/paths";
import { type RecordWithHash, useRecord } from "../../bindings/use-record";
import { levelById } from "../../domain/kit/lookup";
import { closedDisclosure } from "../../domain/record/audiences";
import type { LoopRecord } from "../../domain/record/record";
import { dayText } from "../../ui/day-text";
import { ErrorCard } from "../../ui/error-card";
import { Waiting } from "../../ui/loading";
import { Notice } from "../../ui/notice";
import { Page, PageHeader, Prose } from "../../ui/page";
import { Section } from "../../ui/section";
import { timeText } from "../../ui/time-text";
import { AfterDecision } from "./after-decision";
import { CardsOutside } from "./cards-outside";
import { CheckFile } from "./check-file";
import { ChoosePack } from "./choose-pack";
import { ExportPack } from "./export-pack";
import { PackPreview } from "./pack-preview";
import classes from "./record.module.css";
import type { PackChoice } from "./use-export";
import { verifyWords } from "./verify-words";
import { cardsLine, hashWords, outcomeLine, recordTrouble, revealLine } from "./words";

const nameOf = (record: LoopRecord, personId: string): string =>
  record.persons.find((person) => person.personId === personId)?.name ?? "unknown";

const Undecided = ({ record }: { readonly record: LoopRecord }) => (
  <Notice tone="attention">
    No decision is recorded yet.{" "}
    <Anchor size="sm" underline="always" href={hrefTo(paths.debrief(record.loopId))}>
      Go to the debrief
    </Anchor>
  </Notice>
);

const Decision = ({ record }: { readonly record: LoopRecord }) => {
  const { decision, decidedAt } = record;
  if (decision === null) return <Undecided record={record} />;
  const when = decidedAt === null ? "" : `, recorded ${dayText(decidedAt)}, ${timeText(decidedAt)}`;
  return (
    <Prose>
      <p className={classes.outcome}>{outcomeLine(record, decision)}</p>
      <p>{decision.rationale}</p>
      {decision.overrideReason === "" ? null : (
        <p>Departs from the panel’s calls: {decision.overrideReason}</p>
      )}
      {decision.dissent.map(({ personId, text }) => (
        <blockquote key={`${personId} ${text}`} className={classes.dissent}>
          “{text}” <footer>{nameOf(record, personId)}, dissenting</footer>
        </blockquote>
      ))}
      {(record.reopenings ?? []).map(({ hash, personId, reason }) => (
        <p key={hash} className={classes.soft}>
          An earlier decision was reopened by {nameOf(record, personId)}: {reason}
        </p>
      ))}
      <p className={classes.soft}>
        Decided by {nameOf(record, decision.decidedBy)}
        {when}.
      </p>
    </Prose>
  );
};

const Trust = ({ record, hash }: RecordWithHash) => (
  <dl className={classes.facts}>
    <dt>Cards</dt>
    <dd>{cardsLine(record)}</dd>
    <dt>Reveal</dt>
    <dd>{revealLine(record)}</dd>
    <dt>Signed by</dt>
    <dd>{nameOf(record, record.facilitator)}, facilitator; every card by its author</dd>
    <dt>Record</dt>
    <dd>
      <code>{hashWords(hash)}</code>, the same in every pack made from it
    </dd>
  </dl>
);

const Made = ({ record, hash }: RecordWithHash) => {
  const [choice, setChoice] = useState<PackChoice>({
    audience: record.decision === null ? "handout" : "hrFile",
    disclosure: closedDisclosure,
  });
  return (
    <>
      <PageHeader
        title={`Record: ${record.plan.candidate.name}`}
        note={`${record.plan.kit.title}, ${levelById(record.kit, record.plan.levelId).name}`}
      />
      <div className={classes.columns}>
        <div>
          <CardsOutside record={record} />
          <Section id="decision" title="Decision">
            <Decision record={record} />
            <AfterDecision />
          </Section>
          <Section id="trust" title="What it rests on">
            <Trust record={record} hash={hash} />
            <Anchor size="sm" href={hrefTo(paths.finalists(record.loopId))}>
              The finalists of this role, question by question
            </Anchor>
          </Section>
          <Section id="packs" title="Packs">
            <ChoosePack choice={choice} onChange={setChoice} />
            <ExportPack record={record} choice={choice} />
          </Section>
          <Section id="check" title={verifyWords.title}>
            <CheckFile record={record} />
          </Section>
        </div>
        <PackPreview record={record} hash={hash} choice={choice} />
      </div>
    </>
  );
};

/** What was decided, whether it can be trusted, and the packs made from it. */
export const RecordPage = () => {
  const made = useRecord();
  const { loopId } = useLoopView();
  return (
    <Page>
      {made.state === "loading" ? <Waiting doing="Making the record" /> : null}
      {made.state === "failed" ? (
        <ErrorCard trouble={recordTrouble(made.error)}>
          <Button component="a" variant="default" href={hrefTo(paths.loop(loopId))}>
            Go to the room
          </Button>
        </ErrorCard>
      ) : null}
      {made.state === "ready" ? <Made {...made.value} /> : null}
    </Page>
  );
};
