import { Button } from "@mantine/core";
import { useState } from "react";
import type { SlotId } from "../../../domain/ids";
import type { ReadCalendar } from "../../../domain/loop/meetings/meeting";
import { ErrorCard } from "../../../ui/error-card";
import { Notice } from "../../../ui/notice";
import type { PlanForm } from "../plan-form";
import classes from "./calendar.module.css";
import { LeftOutList, MeetingList } from "./meeting-list";
import { collide, type PlacedMeeting, placedMeetings, takeMeetings } from "./take-meetings";
import { useCalendarFile } from "./use-calendar-file";
import { calendarInTrouble } from "./words";

interface CalendarInProps {
  readonly form: PlanForm;
  readonly newSlotId: () => SlotId;
  readonly onChange: (make: (form: PlanForm) => PlanForm) => void;
}

interface Shown {
  readonly placed: readonly PlacedMeeting[];
  readonly leftOut: ReadCalendar["leftOut"];
}

interface PreviewProps extends CalendarInProps {
  readonly shown: Shown;
  readonly onPlace: (placed: readonly PlacedMeeting[]) => void;
  readonly onClose: () => void;
}

const Preview = ({ form, newSlotId, onChange, shown, onPlace, onClose }: PreviewProps) => {
  const { placed, leftOut } = shown;
  const collides = collide(placed);
  const taken = placed.filter(({ into }) => into !== "none").length;
  return (
    <section className={classes.preview} aria-label="From the calendar file">
      {placed.length === 0 ? (
        <Notice tone="attention">No event of this file can become a slot.</Notice>
      ) : (
        <MeetingList
          form={form}
          placed={placed}
          onChoose={(chosen, into) =>
            onPlace(placed.map((one, index) => (index === chosen ? { ...one, into } : one)))
          }
        />
      )}
      <LeftOutList leftOut={leftOut} />
      {collides ? <Notice tone="attention">Two events go into the same slot.</Notice> : null}
      <div className={classes.buttons}>
        <Button
          autoFocus
          disabled={collides || taken === 0}
          onClick={() => {
            onChange((before) => takeMeetings(before, placed, newSlotId));
            onClose();
          }}
        >
          Take into the plan
        </Button>
        <Button variant="default" onClick={onClose}>
          Leave the plan as it is
        </Button>
      </div>
    </section>
  );
};

/** Brings the events of a calendar file into the plan: what would become of each is shown first. */
export const CalendarIn = (props: CalendarInProps) => {
  const { open, failure } = useCalendarFile();
  const [shown, setShown] = useState<Shown | null>(null);
  const choose = async () => {
    const read = await open();
    if (read !== null) setShown({ placed: placedMeetings(props.form, read.meetings), leftOut: read.leftOut });
  };
  return (
    <>
      {shown === null ? (
        <div className={classes.buttons}>
          <Button size="compact-sm" variant="default" onClick={() => void choose()} mb={8}>
            Bring a calendar file in
          </Button>
        </div>
      ) : (
        <Preview
          {...props}
          shown={shown}
          onPlace={(placed) => setShown({ ...shown, placed })}
          onClose={() => setShown(null)}
        />
      )}
      {failure === null ? null : <ErrorCard trouble={calendarInTrouble(failure)} />}
    </>
  );
};
