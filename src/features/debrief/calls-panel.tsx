import { useMemo } from "react";
import { debriefMatrix } from "../../domain/debrief/matrix";
import { firstRatings, type Movement } from "../../domain/debrief/movement";
import { overallCalls } from "../../domain/kit/scale";
import type { LoopRecord } from "../../domain/record/record";
import { Chip } from "../../ui/chip";
import { GroupLabel } from "../../ui/section";
import { PartComments } from "./comments/part-comments";
import { Discussion } from "./discussion";
import classes from "./evidence.module.css";
import { nameIn } from "./names";
import { callsByPerson, type GivenCall, overallKey } from "./overall";
import { AfterDiscussion } from "./ratings/after-discussion";
import { LaterCalls } from "./revisions/later-calls";
import { OtherRevisions } from "./revisions/other-revisions";
import { callWords } from "./words";

interface CallsPanelProps {
  readonly record: LoopRecord;
  readonly movements: readonly Movement[];
}

const Call = ({ record, given }: { readonly record: LoopRecord; readonly given: GivenCall }) => (
  <>
    <PartComments envelopeHash={given.envelopeHash} part={{ kind: "overall" }} author={given.personId}>
      <p>
        {given.call} <span className={classes.soft}>· {given.slot}</span>{" "}
        {given.independent ? null : <Chip tone="attention">not independent</Chip>}
      </p>
    </PartComments>
    <PartComments envelopeHash={given.envelopeHash} part={{ kind: "card" }} author={given.personId}>
      <p className={given.takeaway === "" ? classes.soft : classes.takeaway}>
        {given.takeaway === "" ? "No take-away written" : given.takeaway}
      </p>
    </PartComments>
    <LaterCalls record={record} given={given} />
  </>
);

const points = overallCalls.map((call, index) => ({ value: index + 1, label: callWords[call] }));

/** Every overall call with its take-away, person by person, and what the panel said about them. */
export const CallsPanel = ({ record, movements }: CallsPanelProps) => {
  const first = useMemo(() => firstRatings(record, debriefMatrix(record), { kind: "overall" }), [record]);
  return (
    <>
      <GroupLabel as="h2">Overall call · take-aways</GroupLabel>
      {callsByPerson(record).map(([personId, calls]) => (
        <div key={personId} className={classes.evidence}>
          <p>
            <b>{nameIn(record, personId)}</b>
          </p>
          {calls.map((given) => (
            <Call key={given.envelopeHash} record={record} given={given} />
          ))}
          <AfterDiscussion
            record={record}
            movements={movements}
            item={{ kind: "overall" }}
            personId={personId}
            first={first.find((one) => one.personId === personId)?.value ?? null}
            envelopeHash={calls[0]?.envelopeHash}
            points={points}
          />
        </div>
      ))}
      <OtherRevisions record={record} />
      <Discussion itemKey={overallKey} />
    </>
  );
};
