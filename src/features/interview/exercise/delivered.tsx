import type { LoopView, OpenedSheet } from "../../../domain/loop/loop-view";
import type { Slot } from "../../../domain/loop/plan";
import { Section } from "../../../ui/section";
import { clockText } from "../clock";
import classes from "./exercise.module.css";

const nameOf = (view: LoopView, personId: string): string =>
  view.persons.find((person) => person.personId === personId)?.name ?? "The role player";

const at = (atMs: number | null): string => (atMs === null ? "" : `${clockText(atMs)}  `);

const Sheet = ({ view, sheet }: { readonly view: LoopView; readonly sheet: OpenedSheet }) => {
  const { delivered, tensions, breaches } = sheet.rolePlay;
  return (
    <div>
      <p>
        {nameOf(view, sheet.personId)} brought up {delivered.length} of {tensions}.
      </p>
      <ul className={classes.material}>
        {delivered.map(({ tension, text, atMs }) => (
          <li key={tension}>
            {at(atMs)}
            {text}
          </li>
        ))}
        {breaches.map(({ atMs, text }) => (
          <li key={`${atMs} ${text}`}>
            {at(atMs)}
            <b>Breach:</b> {text}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** What the role players of the slot really did, once this assessor's own card is sealed and theirs have come. */
export const Delivered = ({ view, slot }: { readonly view: LoopView; readonly slot: Slot }) => {
  const sheets = view.sheets.filter(({ slotId }) => slotId === slot.slotId);
  if (slot.rolePlayers.length === 0) return null;
  return (
    <Section id="delivered" title="What the role player brought up">
      {sheets.length === 0 ? (
        <p>Comes as soon as the role player has sealed and their laptop is reached.</p>
      ) : null}
      {sheets.map((sheet) => (
        <Sheet key={sheet.personId} view={view} sheet={sheet} />
      ))}
    </Section>
  );
};
