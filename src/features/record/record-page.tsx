import { useRecord } from "../../bindings/use-record";
import { levelById } from "../../domain/kit/lookup";
import type { LoopRecord } from "../../domain/record/record";
import { Loaded } from "../../ui/loading";
import { Notice } from "../../ui/notice";
import { Page, PageHeader, Prose } from "../../ui/page";
import { Section } from "../../ui/section";
import { ExportPack } from "./export-pack";
import classes from "./record.module.css";
import { hashWords, outcomeWords, recordTrouble } from "./words";

const nameOf = (record: LoopRecord, personId: string): string =>
  record.persons.find((person) => person.personId === personId)?.name ?? "unknown";

const Decision = ({ record }: { readonly record: LoopRecord }) => {
  const { decision } = record;
  if (decision === null) return <Notice tone="attention">No decision is recorded yet.</Notice>;
  const level = levelById(record.kit, decision.levelId ?? record.plan.levelId).name;
  return (
    <Prose>
      <p className={classes.outcome}>
        {outcomeWords[decision.outcome]}, {level}
      </p>
      <p>{decision.rationale}</p>
      {decision.dissent.map(({ personId, text }) => (
        <blockquote key={personId} className={classes.dissent}>
          “{text}” <footer>{nameOf(record, personId)}, dissenting</footer>
        </blockquote>
      ))}
      <p className={classes.soft}>
        Decided by {nameOf(record, decision.decidedBy)}, recorded {record.decidedAt?.slice(0, 10)}.
      </p>
    </Prose>
  );
};

/** What was decided, whether it can be trusted, and the packs made from it. */
export const RecordPage = () => {
  const made = useRecord();
  return (
    <Page width="reading">
      <Loaded from={made} doing="Making the record" trouble={recordTrouble}>
        {({ record, hash }) => (
          <>
            <PageHeader
              title={`Record: ${record.plan.candidate.name}`}
              note={`${record.plan.kit.title}, ${levelById(record.kit, record.plan.levelId).name}`}
            />
            <Section id="decision" title="Decision">
              <Decision record={record} />
            </Section>
            <Section id="packs" title="Packs">
              <ExportPack record={record} />
            </Section>
            <Section id="trust" title="What it rests on">
              <dl className={classes.facts}>
                <dt>Cards</dt>
                <dd>
                  {record.cards.length} opened, {record.cards.filter((card) => card.independent).length} shown
                  to be independent, {record.missing.length} missing
                </dd>
                <dt>Signed by</dt>
                <dd>{nameOf(record, record.facilitator)}, facilitator; every card by its author</dd>
                <dt>Record</dt>
                <dd>
                  <code>{hashWords(hash)}</code>, the same in every pack made from it
                </dd>
              </dl>
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
};
