import { Button } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { useMemo } from "react";
import { useLoopView } from "../../../bindings/loop-session-context";
import { hrefTo, paths } from "../../../bindings/paths";
import type { RoleLoops } from "../../../bindings/role-loops";
import { useServices } from "../../../bindings/services";
import { useAsked } from "../../../bindings/use-asked";
import { useRecord } from "../../../bindings/use-record";
import { finalistsOf } from "../../../domain/debrief/finalists/finalists";
import type { LoopRecord } from "../../../domain/record/record";
import { EmptyState } from "../../../ui/empty-state";
import { ErrorCard } from "../../../ui/error-card";
import { Loaded, Waiting } from "../../../ui/loading";
import { Notice } from "../../../ui/notice";
import { Page, PageHeader } from "../../../ui/page";
import { Section } from "../../../ui/section";
import { debriefTrouble } from "../troubles";
import { Comparison } from "./comparison";
import classes from "./finalists.module.css";
import { SaveComparison } from "./save-comparison";
import { apartLine, finalistsTrouble, tooFew, words } from "./words";

interface ComparedProps {
  readonly record: LoopRecord;
  readonly others: RoleLoops;
}

const Compared = ({ record, others }: ComparedProps) => {
  const finalists = useMemo(() => finalistsOf(record, others.records), [record, others]);
  const { compared, apart } = finalists;
  const left = [
    ...apart.map(({ record: { loopId, plan }, reason }) => ({
      loopId,
      line: apartLine(plan.candidate.name, reason),
    })),
    ...others.gaps.map(({ loopId, candidateName, why }) => ({ loopId, line: apartLine(candidateName, why) })),
  ];
  return (
    <>
      {compared.length < 2 ? (
        <EmptyState icon={IconUsersGroup} sentence={tooFew(left.length)}>
          <Button component="a" variant="default" href={hrefTo(paths.debrief(record.loopId))}>
            Go to the debrief
          </Button>
        </EmptyState>
      ) : (
        <>
          <Notice>{words.masked}</Notice>
          <Comparison kit={record.kit} finalists={compared} />
          <SaveComparison finalists={finalists} />
        </>
      )}
      {left.length === 0 ? null : (
        <Section id="apart" title={words.apart}>
          <ul className={classes.apart}>
            {left.map(({ loopId, line }) => (
              <li key={loopId}>{line}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};

const OtherLoops = ({ record }: Pick<ComparedProps, "record">) => {
  const { roleLoops } = useServices();
  const others = useAsked(() => roleLoops.ofRole(record.loopId), record.loopId);
  return (
    <Loaded from={others} doing="Reading the other loops of the role" trouble={finalistsTrouble}>
      {(found) => <Compared record={record} others={found} />}
    </Loaded>
  );
};

/** What the finalists of a role answered, question by question with their names masked. */
export const FinalistsPage = () => {
  const { loopId } = useLoopView();
  const made = useRecord();
  return (
    <Page>
      <PageHeader title={words.title} note={words.note} />
      {made.state === "loading" ? <Waiting doing="Opening the cards" /> : null}
      {made.state === "failed" ? (
        <ErrorCard trouble={debriefTrouble(made.error)}>
          <Button component="a" variant="default" href={hrefTo(paths.loop(loopId))}>
            Go to the room
          </Button>
        </ErrorCard>
      ) : null}
      {made.state === "ready" ? <OtherLoops record={made.value.record} /> : null}
    </Page>
  );
};
