import type { Kit } from "../../domain/kit/kit";
import type { Slot } from "../../domain/loop/plan";
import { wearsHat } from "../../domain/loop/roster";
import { Notice } from "../../ui/notice";
import { Section } from "../../ui/section";
import { holdsCards, type PlanForm } from "./plan-form";
import { timeWarnings } from "./plan-outlook";
import { Timeline } from "./timeline/timeline";

interface PlanTimelineProps {
  readonly kit: Kit;
  readonly form: PlanForm;
  readonly onChange: (slot: Slot, field: string) => void;
}

/** The day at a glance: everybody who sits or plays in a slot, and what does not fit. */
export const PlanTimeline = ({ kit, form, onChange }: PlanTimelineProps) => {
  const warnings = timeWarnings(kit, form);
  const people = form.persons.filter((person) => holdsCards(person) || wearsHat(person, "rolePlayer"));
  const named = form.slots.filter(({ slotId }) => warnings.has(slotId));
  return (
    <Section id="timeline" title="Timeline" note="who is where, when">
      <Timeline
        slots={form.slots}
        breaks={form.breaks}
        people={people}
        warnings={warnings}
        onChange={onChange}
      />
      {named.length === 0 ? null : (
        <Notice tone="attention">
          {named.map((slot) => (
            <div key={slot.slotId}>
              {slot.title}: {warnings.get(slot.slotId)?.join("; ")}.
            </div>
          ))}
        </Notice>
      )}
    </Section>
  );
};
