import { NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { nameIn } from "../../../bindings/loop-names";
import type { LoopView } from "../../../domain/loop/loop-view";
import { longestSlot, type Plan, weightOf } from "../../../domain/loop/plan";
import classes from "./day.module.css";
import {
  breakFields,
  type DayDraft,
  isOfWholePlan,
  mayCome,
  openSlots,
  slotFields,
  someoneNew,
} from "./day-draft";

export interface FieldsProps {
  readonly view: LoopView & { readonly plan: Plan };
  readonly draft: DayDraft;
  readonly onChange: (change: Partial<DayDraft>) => void;
}

const SlotField = ({ view: { plan }, draft, onChange }: FieldsProps) => (
  <NativeSelect
    label={draft.act === "late" ? "Put off from" : "Slot"}
    value={draft.slotId}
    data={openSlots(plan).map(({ slotId, title, startsAt }) => ({
      value: slotId,
      label: `${startsAt.slice(11)} ${title}`,
    }))}
    onChange={(event) => {
      const slot = plan.slots.find(({ slotId }) => slotId === event.currentTarget.value);
      onChange(slotFields(slot, draft.act));
    }}
  />
);

const Minutes = ({ draft, onChange, label }: FieldsProps & { readonly label: string }) => (
  <NumberInput
    label={label}
    min={draft.act === "late" ? 1 : 0}
    max={longestSlot}
    step={5}
    value={draft.minutes}
    onChange={(value) => onChange({ minutes: String(value) })}
  />
);

const RoomField = ({ draft, onChange }: FieldsProps) => (
  <TextInput
    label="Room"
    maxLength={200}
    value={draft.room}
    onChange={(event) => onChange({ room: event.currentTarget.value })}
  />
);

const Begins = ({ draft, onChange }: FieldsProps) => (
  <TextInput
    label="Begins"
    type="datetime-local"
    value={draft.startsAt}
    onChange={(event) => onChange({ startsAt: event.currentTarget.value.slice(0, 16) })}
  />
);

const People = ({ view, draft, onChange }: FieldsProps) => {
  const slot = view.plan.slots.find(({ slotId }) => slotId === draft.slotId);
  const coming = mayCome(view, slot);
  return (
    <>
      <NativeSelect
        label="Leaves"
        value={draft.leaves}
        data={(slot?.interviewers ?? []).map((id) => ({ value: id, label: nameIn(view, id) }))}
        onChange={(event) => onChange({ leaves: event.currentTarget.value })}
      />
      <NativeSelect
        label="Comes instead"
        value={draft.comes}
        data={[
          ...coming.map(({ personId, name }) => ({ value: personId as string, label: name })),
          { value: someoneNew, label: "Somebody who is not in the loop yet" },
        ]}
        onChange={(event) => onChange({ comes: event.currentTarget.value })}
      />
      {draft.comes === someoneNew ? (
        <TextInput
          label="Their name"
          description="They come in as panelist; let their laptop in afterwards."
          maxLength={200}
          value={draft.newName}
          onChange={(event) => onChange({ newName: event.currentTarget.value })}
        />
      ) : null}
    </>
  );
};

const BreakField = ({ view: { plan }, draft, onChange }: FieldsProps) => (
  <NativeSelect
    label="Break"
    value={draft.breakId}
    data={[
      { value: "", label: plan.breaks.length === 0 ? "There is none" : "Choose" },
      ...plan.breaks.map(({ breakId, title, startsAt }) => ({
        value: breakId as string,
        label: `${startsAt.slice(11)} ${title}`,
      })),
    ]}
    onChange={(event) =>
      onChange(breakFields(plan.breaks.find(({ breakId }) => breakId === event.currentTarget.value)))
    }
  />
);

const BreakFields = (props: FieldsProps) => {
  const { draft, onChange } = props;
  const { act } = draft;
  return (
    <div className={classes.fields}>
      {act === "breakAdded" ? null : <BreakField {...props} />}
      {act === "breakRemoved" || (act === "breakChanged" && draft.breakId === "") ? null : (
        <>
          <TextInput
            label="Name of the break"
            maxLength={200}
            value={draft.breakTitle}
            onChange={(event) => onChange({ breakTitle: event.currentTarget.value })}
          />
          <Begins {...props} />
          <Minutes {...props} label="Minutes" />
        </>
      )}
    </div>
  );
};

const Weights = ({ view: { plan, kit }, draft, onChange }: FieldsProps) => (
  <div className={classes.fields}>
    {(kit?.competencies ?? []).map(({ id, name }) => (
      <NumberInput
        key={id}
        label={name}
        min={0}
        max={100}
        decimalScale={2}
        value={draft.weights[id] ?? String(weightOf(plan, id))}
        onChange={(value) => onChange({ weights: { ...draft.weights, [id]: String(value) } })}
      />
    ))}
  </div>
);

/** What has to be said of each kind of change, and nothing else. */
export const DayFields = (props: FieldsProps) => {
  const { act } = props.draft;
  if (act === "withdrawn" || act === "loopCancelled") return null;
  if (act === "weights") return <Weights {...props} />;
  if (isOfWholePlan(act)) return <BreakFields {...props} />;
  return (
    <div className={classes.fields}>
      <SlotField {...props} />
      {act === "late" ? <Minutes {...props} label="Minutes later" /> : null}
      {act === "moved" ? <Begins {...props} /> : null}
      {act === "placed" ? (
        <>
          <Minutes {...props} label="Minutes" />
          <RoomField {...props} />
        </>
      ) : null}
      {act === "swapped" ? <People {...props} /> : null}
    </div>
  );
};
