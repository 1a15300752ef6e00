import { useLoopSession, useLoopView } from "../../bindings/loop-session-context";
import { hrefTo, paths } from "../../bindings/paths";
import { useLive } from "../../bindings/use-live";
import { StatusDot } from "../../ui/status-dot";
import classes from "./room-chip.module.css";
import { myCardsLine, roomLine } from "./words";

/** The room in the top bar: alone, together, or nobody reachable, and how safe my own cards are. A way to the room. */
export const RoomChip = () => {
  const view = useLoopView();
  const { shape, words } = roomLine(useLive(useLoopSession().room));
  const tone = shape === "bang" ? "attention" : shape === "full" ? "accent" : "quiet";
  const label = [words, myCardsLine(view)].filter((part) => part !== "").join(" · ");
  return (
    <a className={classes.chip} href={hrefTo(paths.loop(view.loopId))} title="Go to the room">
      <StatusDot shape={shape} tone={tone} label={label} />
    </a>
  );
};
