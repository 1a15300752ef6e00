import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import { useLoopView } from "../../bindings/loop-session-context";
import { useServices } from "../../bindings/services";
import { type PersonId, timestampSchema } from "../../domain/ids";
import { calendarText } from "../../domain/loop/calendar-text";
import type { LoopView } from "../../domain/loop/loop-view";
import type { Plan } from "../../domain/loop/plan";
import { ErrorCard, type Trouble } from "../../ui/error-card";
import { Notice } from "../../ui/notice";
import { Page, PageHeader } from "../../ui/page";
import { MovedIn } from "./calendar/moved-in";
import classes from "./plan.module.css";
import { calendarTrouble } from "./words";

type Saved = { readonly path: string } | { readonly trouble: Trouble } | null;

const useSaving = ({ loopId, persons, day }: LoopView, plan: Plan, withName: boolean) => {
  const { shell, ids } = useServices();
  const [saved, setSaved] = useState<Saved>(null);
  const save = async (personId: PersonId | null, name: string) => {
    const at = timestampSchema.parse(ids.now());
    const text = calendarText({ loopId, plan, persons, changes: day.changes, at, personId, withName });
    const bytes = new TextEncoder().encode(text);
    const done = await shell.saveFile({ kind: "calendar", suggestedName: `${name}.ics`, bytes });
    if (done.ok) setSaved({ path: done.value.path });
    else if (done.error.type !== "cancelled") setSaved({ trouble: calendarTrouble(done.error) });
  };
  return { saved, save };
};

const Files = ({ view, plan }: { readonly view: LoopView; readonly plan: Plan }) => {
  const [withName, setWithName] = useState(false);
  const { saved, save } = useSaving(view, plan, withName);
  const seated = view.persons.filter(({ personId }) =>
    plan.slots.some(
      ({ interviewers, rolePlayers }) =>
        interviewers.includes(personId) || rolePlayers.some((player) => player.personId === personId),
    ),
  );
  return (
    <>
      <Checkbox
        label={`Write ${plan.candidate.name}’s name into the events`}
        description="Many calendars lie on a server. Without the name they say the role, the slot and who is in it."
        checked={withName}
        onChange={(event) => setWithName(event.currentTarget.checked)}
      />
      <div className={classes.calendars}>
        <Button onClick={() => void save(null, "Interviews")}>Save the whole plan</Button>
        {seated.map(({ personId, name }) => (
          <Button key={personId} variant="default" onClick={() => void save(personId, `Interviews ${name}`)}>
            Save the slots of {name}
          </Button>
        ))}
      </div>
      <div role="status">
        {saved !== null && "path" in saved ? <Notice>Saved as {saved.path}.</Notice> : null}
        {saved !== null && "trouble" in saved ? <ErrorCard trouble={saved.trouble} /> : null}
      </div>
    </>
  );
};

/** The plan as calendar files, for everybody or for one person. */
export const CalendarPage = () => {
  const view = useLoopView();
  return (
    <Page width="reading">
      <PageHeader
        title="Calendar files"
        note="Times as they stand on the wall of the interview room; no time zone is written into them."
      />
      {view.plan === null ? (
        <Notice tone="attention">The plan of this loop has not arrived on this laptop yet.</Notice>
      ) : (
        <>
          <Files view={view} plan={view.plan} />
          <MovedIn view={{ ...view, plan: view.plan }} />
        </>
      )}
    </Page>
  );
};
