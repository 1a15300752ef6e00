import type { LoopRecord } from "../../domain/record/record";
import { Chip } from "../../ui/chip";
import { GroupLabel } from "../../ui/section";
import { Discussion } from "./discussion";
import classes from "./evidence.module.css";
import { nameIn } from "./names";
import { callsByPerson, type GivenCall, overallKey } from "./overall";

const Call = ({ given }: { readonly given: GivenCall }) => (
  <>
    <p>
      {given.call} <span className={classes.soft}>· {given.slot}</span>{" "}
      {given.independent ? null : <Chip tone="attention">not independent</Chip>}
    </p>
    {given.takeaway === "" ? null : <p className={classes.takeaway}>{given.takeaway}</p>}
  </>
);

/** Every overall call with its take-away, person by person, and what the panel said about them. */
export const CallsPanel = ({ record }: { readonly record: LoopRecord }) => (
  <>
    <GroupLabel as="h2">Overall call · take-aways</GroupLabel>
    {callsByPerson(record).map(([personId, calls]) => (
      <div key={personId} className={classes.evidence}>
        <p>
          <b>{nameIn(record, personId)}</b>
        </p>
        {calls.map((given) => (
          <Call key={given.slotId} given={given} />
        ))}
      </div>
    ))}
    <Discussion itemKey={overallKey} />
  </>
);
