import { Checkbox, NumberInput, Textarea, TextInput } from "@mantine/core";
import type { CompetencyId } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import { areEqual, weightOf } from "../../domain/loop/plan";
import { Section } from "../../ui/section";
import classes from "./plan.module.css";
import type { PlanForm, PlanRules } from "./plan-form";

interface RulesEditorProps {
  readonly kit: Kit;
  readonly form: PlanForm;
  /** `field` names what was typed into, so that a burst of typing is one step to take back. */
  readonly onChange: (change: Partial<PlanRules>, field: string) => void;
}

const mostWeight = 100;

const changedWeights = (
  weights: PlanForm["weights"],
  competencyId: CompetencyId,
  value: number | string,
): PlanForm["weights"] => {
  const weight = Math.max(0, Math.min(mostWeight, Number(value) || 0));
  const others = weights.filter((entry) => entry.competencyId !== competencyId);
  return weight === 1 ? others : [...others, { competencyId, weight }];
};

const Weights = ({ kit, form, onChange }: RulesEditorProps) => (
  <details className={classes.weights}>
    <summary>Weights: {areEqual(form.weights) ? "every competency weighs the same" : "unequal"}</summary>
    <ul className={classes.weightList}>
      {kit.competencies.map(({ id, name }) => (
        <li key={id}>
          <NumberInput
            label={name}
            min={0}
            max={mostWeight}
            decimalScale={2}
            value={weightOf(form, id)}
            onChange={(value) =>
              onChange({ weights: changedWeights(form.weights, id, value) }, `weight-${id}`)
            }
          />
        </li>
      ))}
    </ul>
  </details>
);

/** What holds for the whole loop: weights, evidence, what was arranged for the candidate. */
export const RulesEditor = (props: RulesEditorProps) => {
  const { form, onChange } = props;
  return (
    <Section
      id="rules"
      title="Rules"
      note="The weights can change until the first interview begins: after that they would be chosen with a candidate in mind."
    >
      <Weights {...props} />
      {areEqual(form.weights) ? null : (
        <TextInput
          label="Why the weights are unequal"
          description="It stands in the record."
          maxLength={500}
          value={form.weightsReason}
          onChange={(event) => onChange({ weightsReason: event.currentTarget.value }, "weightsReason")}
        />
      )}
      <Checkbox
        label="A rating needs evidence"
        description="A card with a rated question that has neither a tick nor a note cannot be sealed."
        checked={form.policy.evidenceRequired}
        onChange={(event) =>
          onChange({ policy: { evidenceRequired: event.currentTarget.checked } }, "policy")
        }
      />
      <Textarea
        label="Arranged for the candidate"
        description="Facts only, such as “30 minutes more” or “a room without stairs”. Never why: everybody on the panel reads it."
        autosize
        maxLength={2000}
        value={form.accommodations}
        onChange={(event) => onChange({ accommodations: event.currentTarget.value }, "accommodations")}
      />
    </Section>
  );
};
