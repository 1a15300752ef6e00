import type { Application, ApplicationEvent } from "../../domain/candidates/application";
import { dayText } from "../../ui/day-text";
import { timeText } from "../../ui/time-text";
import { causeWords, sourceWords } from "./application-words";
import { kindWords } from "./documents/words";
import { useNamesMasked } from "./names-masked";
import classes from "./timeline.module.css";
import { timelineWords as words } from "./timeline-words";

/** One event as a sentence, without a file's name where names are masked, and what a person wrote about it. Of a review only that it is in: who may read it is elsewhere. */
export const eventText = (
  event: ApplicationEvent,
  masked: boolean,
): { readonly what: string; readonly said: string } => {
  switch (event.kind) {
    case "applied":
      return { what: words.applied(sourceWords[event.source]), said: "" };
    case "answered": {
      const ending = event.results.filter(({ disqualifies }) => disqualifies).length;
      return { what: words.answered(event.results.length, ending), said: "" };
    }
    case "knockOutConfirmed":
      return { what: words.confirmed, said: event.note };
    case "knockOutOverruled":
      return { what: words.overruled, said: event.reason };
    case "taken":
      return { what: words.taken, said: "" };
    case "screenBegun":
      return { what: words.screenBegun(event.criteria.length, event.wanted), said: "" };
    case "reviewed":
      return { what: words.reviewed(event.review.independent), said: "" };
    case "advanced":
      return { what: words.advanced, said: event.reason };
    case "held":
      return { what: words.held, said: event.reason };
    case "archived":
      return { what: words.archived(causeWords[event.cause]), said: event.reason };
    case "resumed":
      return { what: words.resumed, said: event.reason };
    case "loopPlanned":
      return { what: words.loopPlanned, said: "" };
    case "decided":
      return { what: words.decided, said: "" };
    case "loopEnded":
      return { what: words.loopEnded, said: "" };
    case "documentKept":
      return {
        what: words.documentKept(masked ? kindWords[event.document.kind] : event.document.name),
        said: "",
      };
    case "recordingRemoved":
      return { what: words.recordingRemoved, said: event.reason };
    case "videoReviewBegun":
      return { what: words.videoBegun(event.items.length, event.reviewers.join(", ")), said: "" };
    case "videoReviewed":
      return { what: words.videoReviewed, said: "" };
    case "videoReviewerExcused":
      return { what: words.videoExcused(event.reviewer), said: event.reason };
    case "documentRemoved":
      return { what: words.documentRemoved, said: "" };
  }
};

/** What happened to an application, the latest first. */
export const Timeline = ({ application }: { readonly application: Application }) => {
  const [masked] = useNamesMasked();
  return (
    <ol className={classes.timeline} aria-label={words.title} reversed>
      {application.events.toReversed().map((event, index) => {
        const { what, said } = eventText(event, masked);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an event has no id, and its place never changes
          <li key={application.events.length - index}>
            <time dateTime={event.at}>
              {dayText(event.at)}, {timeText(event.at)}
            </time>
            <div>
              <span>{event.by === null ? what : words.by(what, event.by)}</span>
              {said === "" ? null : <p>{said}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
};
