import { Button } from "@mantine/core";
import { useServices } from "../../../bindings/services";
import type { Agenda } from "../../../domain/debrief/divergence";
import { debriefItemKey } from "../../../domain/debrief/item";
import { meeting, timeboxes } from "../../../domain/debrief/timeboxes";
import { KeyHint } from "../../../ui/keys/key-hint";
import { useKeys } from "../../../ui/keys/keys";
import shared from "../debrief.module.css";
import { overallKey } from "../overall";
import classes from "./board-parts.module.css";
import { useMeeting } from "./use-meeting";
import { boxWords, clockWords } from "./words";

/** Minutes for each thing to talk about, the overall call among them where it straddles. */
export const boxesOf = (agenda: Agenda): ReadonlyMap<string, number> => {
  const items = agenda.divergent.map(({ row }) => ({ key: debriefItemKey(row.item), steps: row.range }));
  const all = agenda.overallStraddles ? [...items, { key: overallKey, steps: null }] : items;
  const boxes = timeboxes(all.map(({ steps }) => steps));
  return new Map(all.map(({ key }, index) => [key, boxes[index] ?? 0]));
};

/** The meeting's clock: how long it has lasted, and what is left for the item in front. It says so and stops nobody. */
export const MeetingClock = ({ agenda, chosen }: { readonly agenda: Agenda; readonly chosen: string }) => {
  const { ids } = useServices();
  const { isRunning, onItem, inAll, start, stop, again } = useMeeting(chosen);
  const minutes = boxesOf(agenda).get(chosen);
  const toggle = () => (isRunning ? stop : start)(Date.parse(ids.now()));
  useKeys({
    title: "Meeting",
    scope: "screen",
    bindings: [{ keys: "t", does: isRunning ? "Stop the clock" : "Start the clock", run: toggle }],
  });
  return (
    <div className={classes.meeting} data-over={minutes !== undefined && onItem > minutes * 60}>
      <span role="timer" aria-label="Time of the debrief">
        <b>{clockWords(inAll)}</b> of {meeting.minutes} min
      </span>
      <span className={classes.box}>
        {minutes === undefined ? "no time set aside for this item" : boxWords(onItem, minutes)}
      </span>
      <Button size="compact-xs" variant="default" onClick={toggle} rightSection={<KeyHint keys="t" />}>
        {isRunning ? "Stop the clock" : "Start the clock"}
      </Button>
      {inAll > 0 && !isRunning ? (
        <Button size="compact-xs" variant="subtle" onClick={again}>
          From the beginning
        </Button>
      ) : null}
      <span className={shared.soft}>
        {meeting.opening} min for what is missing, {meeting.decision} for the decision
      </span>
    </div>
  );
};
