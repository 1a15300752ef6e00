import { MultiSelect, Select } from "@mantine/core";
import { personIdSchema } from "../../domain/ids";
import { type Person, wearsHat } from "../../domain/loop/roster";
import { Section } from "../../ui/section";
import type { PlanForm } from "./plan-form";
import { deputiesOf, escrowChoices, escrowOf } from "./plan-gaps";

interface StandInsProps {
  readonly form: PlanForm;
  readonly onChange: (change: Partial<Pick<PlanForm, "deputies" | "escrow">>) => void;
}

const choice = ({ personId, name }: Person) => ({
  value: personId,
  label: name.trim() === "" ? "A person without a name" : name,
});

/** The records keeper first: escrow is usually theirs. */
const keepersFirst = (persons: readonly Person[]): readonly Person[] =>
  persons.toSorted(
    (left, right) => Number(wearsHat(right, "recordsKeeper")) - Number(wearsHat(left, "recordsKeeper")),
  );

/** Who stands in when a laptop is gone. Signed with the loop's first entry: nobody changes it later. */
export const StandIns = ({ form, onChange }: StandInsProps) => (
  <Section
    id="stand-ins"
    title="If a laptop is gone"
    note="Signed when you make the loop; it stays as it is then."
  >
    <MultiSelect
      label="May take over from you, in this order"
      description="They let people in, reveal and record the decision in your place."
      value={[...deputiesOf(form)]}
      data={form.persons.filter(({ personId }) => personId !== form.me).map(choice)}
      onChange={(values) => onChange({ deputies: values.map((value) => personIdSchema.parse(value)) })}
    />
    <Select
      label="Holds escrow"
      description="Can publish the card of a lost laptop after the reveal. Before it only with a reason everybody sees. Somebody without a card; usually the records keeper."
      placeholder="Nobody"
      clearable
      value={escrowOf(form)}
      data={keepersFirst(escrowChoices(form)).map(choice)}
      onChange={(value) => onChange({ escrow: value === null ? null : personIdSchema.parse(value) })}
    />
  </Section>
);
