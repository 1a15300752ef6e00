import type { LoopView } from "../../domain/loop/loop-view";
import { Notice } from "../../ui/notice";
import { Section } from "../../ui/section";
import { StatusDot } from "../../ui/status-dot";
import { timeText } from "../../ui/time-text";
import { type AcceptanceLine, acceptanceLines } from "./acceptance-lines";
import classes from "./room.module.css";

const stateOf = ({ at, conflicts }: AcceptanceLine): string => {
  if (at === null) return "not accepted yet: asked before the first slot, on their own laptop";
  const accepted = `accepted at ${timeText(at)}`;
  return conflicts.length === 0 ? `${accepted}, no conflict` : `${accepted}, declares a conflict`;
};

const shapeOf = ({ at, conflicts }: AcceptanceLine) => {
  if (at === null) return "empty" as const;
  return conflicts.length === 0 ? ("full" as const) : ("bang" as const);
};

/** Who accepted confidentiality and declared a conflict of interest, and what to do about one. For who is in charge. */
export const Acceptances = ({ view }: { readonly view: LoopView }) => {
  const lines = acceptanceLines(view);
  if (view.authority.mine !== "acts" || lines.length === 0) return null;
  const conflicts = lines.filter((line) => line.conflicts.length > 0);
  return (
    <Section
      id="acceptances"
      title="Confidentiality and conflicts"
      note={`${lines.filter(({ at }) => at !== null).length} of ${lines.length} accepted`}
      level={3}
    >
      {conflicts.map(({ personId, name, conflicts: told }) => (
        <Notice key={personId} tone="attention">
          <b>
            {name} declares a conflict of interest: {told.map((text) => `“${text}”`).join(" ")}
          </b>{" "}
          Decide before their slot: give it to somebody else under “change the day”, or let them go on and say
          so in the debrief. The signed declaration stays in the record either way.
        </Notice>
      ))}
      <ul className={classes.accepted}>
        {lines.map((line) => (
          <li key={line.personId}>
            {line.name}{" "}
            <StatusDot
              shape={shapeOf(line)}
              tone={line.conflicts.length > 0 ? "attention" : "accent"}
              label={stateOf(line)}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
};
