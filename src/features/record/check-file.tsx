import { Button, FileButton } from "@mantine/core";
import { useState } from "react";
import { useServices } from "../../bindings/services";
import type { Verdict } from "../../bindings/verdict";
import type { LoopRecord } from "../../domain/record/record";
import { Notice } from "../../ui/notice";
import classes from "./record.module.css";
import { verdictLines, verifyWords as words } from "./verify-words";

/** No pack and no record is larger; what is would only fill the memory. */
const largestFile = 64 * 1024 * 1024;

type Step = { readonly name: string; readonly verdict: Verdict | "looking" | "tooLarge" | "failed" } | null;

const Outcome = ({ step }: { readonly step: NonNullable<Step> }) => {
  const { verdict } = step;
  if (verdict === "looking") return <p role="status">{words.looking}</p>;
  const isSame = typeof verdict === "object" && verdict.kind === "same";
  const [first, ...more] = typeof verdict === "object" ? verdictLines(verdict) : [words[verdict]];
  return (
    <div role="status">
      <Notice tone={isSame ? "quiet" : "attention"}>
        {step.name}: {first}
      </Notice>
      {more.length === 0 ? null : (
        <ul className={classes.differences}>
          {more.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
};

/** Says whether a pack or a record's file is what this laptop's record says. */
export const CheckFile = ({ record }: { readonly record: LoopRecord }) => {
  const { exports } = useServices();
  const [step, setStep] = useState<Step>(null);
  const check = async (file: File | null): Promise<void> => {
    if (file === null) return;
    const { name } = file;
    if (file.size > largestFile) return setStep({ name, verdict: "tooLarge" });
    setStep({ name, verdict: "looking" });
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      setStep({ name, verdict: await exports.verify(record, bytes) });
    } catch (bug) {
      // The screen says so and can be used again; the bug itself goes on to where bugs are logged.
      setStep({ name, verdict: "failed" });
      throw bug;
    }
  };
  return (
    <div className={classes.export}>
      <div>
        <FileButton accept=".docx,.json" onChange={(file) => void check(file)}>
          {(props) => (
            <Button {...props} variant="default">
              {words.choose}
            </Button>
          )}
        </FileButton>
      </div>
      {step === null ? <p className={classes.soft}>{words.hint}</p> : <Outcome step={step} />}
    </div>
  );
};
