import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { fileTrouble } from "../../../bindings/file-trouble";
import { type Failure, useServices } from "../../../bindings/services";
import type { Finalists } from "../../../domain/debrief/finalists/finalists";
import { type ComparisonAudience, comparisonAudiences } from "../../../domain/record/audiences";
import { ErrorCard } from "../../../ui/error-card";
import { Section } from "../../../ui/section";
import { StatusDot } from "../../../ui/status-dot";
import classes from "./finalists.module.css";
import { saveWords, words } from "./words";

type Step =
  | { readonly step: "idle" }
  | { readonly step: "making"; readonly audience: ComparisonAudience }
  | { readonly step: "saved"; readonly path: string }
  | { readonly step: "failed"; readonly error: Failure };

const Outcome = ({ step }: { readonly step: Step }) => {
  if (step.step === "saved")
    return (
      <p role="status">
        <StatusDot shape="full" label={`Saved: ${step.path}`} />
      </p>
    );
  if (step.step !== "failed") return null;
  const trouble = fileTrouble(step.error, {
    what: "The file was not written",
    safe: "No half file was left behind; the records are unchanged.",
  });
  return <ErrorCard trouble={trouble} />;
};

/** The comparison as a Word document, for the hiring manager or for HR. */
export const SaveComparison = ({ finalists }: { readonly finalists: Finalists }) => {
  const { exports } = useServices();
  const [step, setStep] = useState<Step>({ step: "idle" });
  const save = async (audience: ComparisonAudience): Promise<void> => {
    setStep({ step: "making", audience });
    try {
      const saved = await exports.comparison({ finalists, audience });
      if (saved.ok) setStep({ step: "saved", path: saved.value.path });
      else
        setStep(saved.error.type === "cancelled" ? { step: "idle" } : { step: "failed", error: saved.error });
    } catch (bug) {
      // The screen says so and can be used again; the bug itself goes on to where bugs are logged.
      setStep({ step: "failed", error: { type: "bug" } });
      throw bug;
    }
  };
  const isMaking = (audience: ComparisonAudience): boolean =>
    step.step === "making" && step.audience === audience;
  return (
    <Section id="comparison-file" title={words.file}>
      <p className={classes.soft}>{words.fileHint}</p>
      <Group gap="sm">
        {comparisonAudiences.map((audience) => (
          <Button
            key={audience}
            variant="default"
            loading={isMaking(audience)}
            disabled={step.step === "making"}
            onClick={() => void save(audience)}
          >
            {saveWords[audience]}
          </Button>
        ))}
      </Group>
      <Outcome step={step} />
    </Section>
  );
};
