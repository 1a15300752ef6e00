import { Button } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { useMemo } from "react";
import { knownCandidates } from "../../../bindings/candidate-names";
import { useLoopView } from "../../../bindings/loop-session-context";
import { hrefTo, paths } from "../../../bindings/paths";
import type { RoleLoops } from "../../../bindings/role-loops";
import { useServices } from "../../../bindings/services";
import { useAsked } from "../../../bindings/use-asked";
import { useLive } from "../../../bindings/use-live";
import { useRecord } from "../../../bindings/use-record";
import { type Finalists, finalistsOf } from "../../../domain/debrief/finalists/finalists";
import { otherNames } from "../../../domain/debrief/finalists/question-by-question";
import type { Kit } from "../../../domain/kit/kit";
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
import { apartLine, finalistsTrouble, namesTrouble, tooFew, words } from "./words";

interface MaskedProps {
  readonly kit: Kit;
  readonly finalists: Finalists;
}

/** The comparison, once everybody is known whose name must not stand in it. */
const Masked = ({ kit, finalists: { compared, apart } }: MaskedProps) => {
  const { candidates, loops } = useServices();
  const own = useLive(candidates.list);
  const joined = useLive(loops.list);
  const names = useMemo(() => knownCandidates(own, joined), [own, joined]);
  const others = useMemo(
    () => (names.state === "ready" ? otherNames(names.value, apart) : null),
    [names, apart],
  );
  if (others !== null) return <Comparison kit={kit} finalists={compared} others={others} />;
  return names.state === "failed" ? (
    <ErrorCard trouble={namesTrouble} />
  ) : (
    <Waiting doing="Reading which names to mask" />
  );
};

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
          <Masked kit={record.kit} finalists={finalists} />
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
