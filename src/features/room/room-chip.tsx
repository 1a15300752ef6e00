import { useLoopSession } from "../../bindings/loop-session-context";
import { useLive } from "../../bindings/use-live";
import { Chip } from "../../ui/chip";
import { StatusDot } from "../../ui/status-dot";
import { roomLine } from "./words";

/** The room in the top bar: alone, together, or nobody reachable. */
export const RoomChip = () => {
  const { shape, words } = roomLine(useLive(useLoopSession().room));
  const tone = shape === "bang" ? "attention" : shape === "empty" ? "quiet" : "accent";
  return (
    <Chip tone={tone === "accent" ? "quiet" : tone}>
      <StatusDot shape={shape} tone={tone} label={words} />
    </Chip>
  );
};
