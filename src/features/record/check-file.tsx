import { Button, FileButton } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { bundleTrouble } from "../../bindings/bundle-trouble";
import type { BundleVerdict } from "../../bindings/bundles";
import { useServices } from "../../bindings/services";
import type { Verdict } from "../../bindings/verdict";
import type { LoopRecord } from "../../domain/record/record";
import { ErrorCard, type Trouble } from "../../ui/error-card";
import { Notice } from "../../ui/notice";
import { bundleLines } from "./bundle-words";
import classes from "./record.module.css";
import { verdictLines, verifyWords as words } from "./verify-words";

/** No pack and no record is larger; what is would only fill the memory. */
const largestFile = 64 * 1024 * 1024;

type Step =
  | { readonly step: "waiting" | "looking" }
  | {
      readonly step: "said";
      readonly name: string;
      readonly isSame: boolean;
      readonly lines: readonly string[];
    }
  | { readonly step: "refused"; readonly trouble: Trouble };

const said = (name: string, isSame: boolean, lines: readonly string[]): Step => ({
  step: "said",
  name,
  isSame,
  lines,
});

const verdictStep = (name: string, verdict: Verdict): Step =>
  said(name, verdict.kind === "same", verdictLines(verdict));

const bundleStep = (verdict: BundleVerdict): Step =>
  said(verdict.name, verdict.relation === "matches", bundleLines(verdict));

const Said = ({ name, isSame, lines: [first, ...more] }: Extract<Step, { readonly step: "said" }>) => (
  <div role="status">
    <Notice tone={isSame ? "quiet" : "attention"}>
      {name}: {first}
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

const Outcome = ({ step }: { readonly step: Step }) => {
  switch (step.step) {
    case "waiting":
      return <p className={classes.soft}>{words.hint}</p>;
    case "looking":
      return <p role="status">{words.looking}</p>;
    case "said":
      return <Said {...step} />;
    case "refused":
      return <ErrorCard trouble={step.trouble} />;
  }
};

/** Checks one file after the other; leaving the screen stops the reading of a bundle. */
const useCheck = (record: LoopRecord) => {
  const { exports, bundles } = useServices();
  const [step, setStep] = useState<Step>({ step: "waiting" });
  const leaving = useRef(new AbortController());
  useEffect(() => {
    const left = new AbortController();
    leaving.current = left;
    return () => left.abort();
  }, []);
  const check = async (name: string, compare: () => Promise<Step>): Promise<void> => {
    setStep({ step: "looking" });
    try {
      setStep(await compare());
    } catch (bug) {
      // The screen says so and can be used again; the bug itself goes on to where bugs are logged.
      setStep(said(name, false, [words.failed]));
      throw bug;
    }
  };
  const file = async (chosen: File): Promise<void> => {
    const { name } = chosen;
    if (chosen.size > largestFile) return setStep(said(name, false, [words.tooLarge]));
    await check(name, async () =>
      verdictStep(name, await exports.verify(record, new Uint8Array(await chosen.arrayBuffer()))),
    );
  };
  const bundle = (): Promise<void> =>
    check(words.bundle, async () => {
      const { signal } = leaving.current;
      const compared = await bundles.compare(record, { signal, onProgress: () => undefined });
      if (compared.ok) return bundleStep(compared.value);
      return compared.error.type === "cancelled"
        ? { step: "waiting" }
        : { step: "refused", trouble: bundleTrouble(compared.error) };
    });
  return { step, file, bundle };
};

/** Says whether a pack, a record's file or a bundle is what this laptop's record says. */
export const CheckFile = ({ record }: { readonly record: LoopRecord }) => {
  const { step, file, bundle } = useCheck(record);
  const forget = useRef<() => void>(null);
  const choose = (chosen: File | null): void => {
    // Otherwise the same file, changed meanwhile, could not be chosen again.
    forget.current?.();
    if (chosen !== null) void file(chosen);
  };
  const isLooking = step.step === "looking";
  return (
    <div className={classes.export}>
      <div className={classes.buttons}>
        <FileButton accept=".docx,.json" resetRef={forget} onChange={choose} disabled={isLooking}>
          {(props) => (
            <Button {...props} variant="default" disabled={isLooking}>
              {words.choose}
            </Button>
          )}
        </FileButton>
        <Button variant="default" disabled={isLooking} onClick={() => void bundle()}>
          {words.chooseBundle}
        </Button>
      </div>
      <Outcome step={step} />
    </div>
  );
};
