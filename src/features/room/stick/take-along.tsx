import { Button, Radio } from "@mantine/core";
import { IconFileExport } from "@tabler/icons-react";
import { useState } from "react";
import { bundleTrouble } from "../../../bindings/bundle-trouble";
import { useServices } from "../../../bindings/services";
import { useJob } from "../../../bindings/use-job";
import type { LoopId } from "../../../domain/ids";
import type { BundlePart } from "../../../domain/loop/bundle/contents";
import { ErrorCard } from "../../../ui/error-card";
import { JobProgress } from "../../../ui/job-progress";
import { Section } from "../../../ui/section";
import { StatusDot } from "../../../ui/status-dot";
import classes from "./stick.module.css";
import { partWords, whoCanOpen } from "./stick-words";

const parts: readonly BundlePart[] = ["whole", "own"];
const isPart = (value: string): value is BundlePart => parts.some((part) => part === value);

interface PartChoiceProps {
  readonly part: BundlePart;
  readonly onChange: (part: BundlePart) => void;
}

const PartChoice = ({ part, onChange }: PartChoiceProps) => (
  <Radio.Group
    label="What goes into the file"
    value={part}
    onChange={(value) => (isPart(value) ? onChange(value) : undefined)}
  >
    <div className={classes.parts}>
      {parts.map((one) => (
        <Radio key={one} value={one} label={partWords[one].label} description={partWords[one].inside} />
      ))}
    </div>
  </Radio.Group>
);

/** Writes the loop into a file that a stick carries to the others. */
export const TakeAlong = ({ loopId }: { readonly loopId: LoopId }) => {
  const { bundles } = useServices();
  const [part, setPart] = useState<BundlePart>("whole");
  const { state, start, cancel } = useJob<{ readonly path: string }>();
  const write = () => void start((options) => bundles.write(loopId, part, options));
  const working = state.step === "working";
  return (
    <Section id="take-along" title="Take it along">
      <div className={classes.part}>
        <PartChoice part={part} onChange={setPart} />
        <p className={classes.who}>{whoCanOpen}</p>
        {working ? (
          <JobProgress doing="Writing the file" done={state.done} onCancel={cancel} />
        ) : (
          <Button
            className={classes.start}
            leftSection={<IconFileExport size={16} stroke={1.8} aria-hidden="true" />}
            onClick={write}
          >
            Save the file
          </Button>
        )}
        {state.step === "done" ? (
          <p className={classes.outcome} role="status">
            <StatusDot shape="full" label={`Saved: ${state.value.path}`} />
          </p>
        ) : null}
        {state.step === "failed" ? <ErrorCard trouble={bundleTrouble(state.error)} onRetry={write} /> : null}
      </div>
    </Section>
  );
};
