import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { CandidateId } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import { ErrorCard } from "../../ui/error-card";
import { KeyHint } from "../../ui/keys/key-hint";
import { Notice } from "../../ui/notice";
import { Section } from "../../ui/section";
import { addBreak, changeBreak, removeBreak } from "./break-form";
import { BreaksEditor } from "./breaks-editor";
import { CalendarIn } from "./calendar/calendar-in";
import type { Like } from "./copied-form";
import { PanelEditor } from "./panel-editor";
import classes from "./plan.module.css";
import { PlanCoverage } from "./plan-coverage";
import {
  addPerson,
  addSlot,
  changeLevel,
  changePerson,
  changeSlot,
  removePerson,
  removeSlot,
} from "./plan-form";
import { planGaps } from "./plan-gaps";
import { PlanHead } from "./plan-head";
import { balancedForm } from "./plan-outlook";
import { PlanTimeline } from "./plan-timeline";
import { RulesEditor } from "./rules-editor";
import { SlotEditor } from "./slot-editor";
import { StandIns } from "./stand-ins";
import { type Planning, usePlan } from "./use-plan";
import { createTrouble, gapSentence, missingSentence } from "./words";

interface PlanEditorProps {
  readonly kit: Kit;
  /** Where another role kit is chosen. */
  readonly kitChoice: ReactNode;
  readonly candidateId: CandidateId | null;
  /** The loop whose plan is copied; null for a new plan. */
  readonly like?: Like | null;
}

type PartProps = { readonly kit: Kit; readonly plan: Planning };

const Panel = ({ plan }: PartProps) => (
  <PanelEditor
    form={plan.state}
    onAdd={() =>
      plan.change((form) =>
        addPerson(form, { personId: plan.newPersonId(), name: "", title: "", hats: ["panelist"] }),
      )
    }
    onChange={(person, field) =>
      plan.change((form) => changePerson(form, person), `${person.personId}-${field}`)
    }
    onRemove={(personId) => plan.change((form) => removePerson(form, personId))}
  />
);

const Slots = ({ kit, plan }: PartProps) => (
  <Section
    id="slots"
    title="Slots"
    note={`${plan.state.slots.length}, suggested from the kit's rounds and exercises`}
    actions={
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => plan.change((form) => addSlot(form, plan.source.newSlotId(), plan.source.firstStart))}
      >
        Add a slot
      </Button>
    }
  >
    <CalendarIn form={plan.state} newSlotId={plan.source.newSlotId} onChange={(make) => plan.change(make)} />
    {plan.state.slots.map((slot) => (
      <SlotEditor
        key={slot.slotId}
        kit={kit}
        levelId={plan.state.levelId}
        persons={plan.state.persons}
        slot={slot}
        onChange={(changed, field) =>
          plan.change((form) => changeSlot(form, changed), `${slot.slotId}-${field}`)
        }
        onRemove={() => plan.change((form) => removeSlot(form, slot.slotId))}
      />
    ))}
  </Section>
);

const Breaks = ({ plan }: PartProps) => (
  <BreaksEditor
    breaks={plan.state.breaks}
    persons={plan.state.persons}
    onAdd={() => plan.change((form) => addBreak(form, plan.newBreakId(), plan.source.firstStart))}
    onChange={(changed, field) =>
      plan.change((form) => changeBreak(form, changed), `${changed.breakId}-${field}`)
    }
    onRemove={(breakId) => plan.change((form) => removeBreak(form, breakId))}
  />
);

const Foot = ({ plan }: PartProps) => {
  const gaps = planGaps(plan.state);
  return (
    <div className={classes.foot}>
      <Button onClick={() => void plan.make()} disabled={gaps.length > 0} loading={plan.busy}>
        Make the loop
      </Button>
      <p className={classes.gaps} role="status">
        {gaps.map(gapSentence).join(" ")}
      </p>
      <Button
        variant="default"
        onClick={() => void plan.undo()}
        disabled={!plan.canUndo}
        rightSection={<KeyHint keys="ctrl+z" />}
      >
        Undo
      </Button>
    </div>
  );
};

/** People, slots and questions of one loop, ready to be signed. */
export const PlanEditor = ({ kit, kitChoice, candidateId, like = null }: PlanEditorProps) => {
  const plan = usePlan(kit, candidateId, like);
  const { failure } = plan;
  return (
    <>
      <PlanHead
        kit={kit}
        kitChoice={kitChoice}
        candidateId={plan.state.candidateId}
        levelId={plan.state.levelId}
        onCandidate={(id) => plan.change((form) => ({ ...form, candidateId: id }))}
        onLevel={(levelId) => plan.change((form) => changeLevel(form, levelId, plan.source))}
      />
      {plan.missing.length === 0 ? null : (
        <Notice tone="attention">{missingSentence(plan.missing.length)}</Notice>
      )}
      <Panel kit={kit} plan={plan} />
      <PlanTimeline
        kit={kit}
        form={plan.state}
        onChange={(slot, field) => plan.change((form) => changeSlot(form, slot), `${slot.slotId}-${field}`)}
      />
      <PlanCoverage
        kit={kit}
        form={plan.state}
        onRequired={(ids) => plan.change((form) => ({ ...form, requiredCompetencyIds: [...ids] }))}
        onBalance={() => plan.change((form) => balancedForm(kit, form))}
      />
      <Slots kit={kit} plan={plan} />
      <Breaks kit={kit} plan={plan} />
      <RulesEditor
        kit={kit}
        form={plan.state}
        onChange={(change, field) => plan.change((form) => ({ ...form, ...change }), field)}
      />
      <StandIns form={plan.state} onChange={(change) => plan.change((form) => ({ ...form, ...change }))} />
      {failure === null ? null : (
        <ErrorCard trouble={createTrouble(failure)} onRetry={() => void plan.make()} />
      )}
      <Foot kit={kit} plan={plan} />
    </>
  );
};
