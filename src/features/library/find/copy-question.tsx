import { Button, Select } from "@mantine/core";
import { useState } from "react";
import type { KitSummary } from "../../../bindings/services";
import type { FindEntry } from "../../../domain/kit/find/find-entry";
import { ErrorCard } from "../../../ui/error-card";
import classes from "./find.module.css";
import { useCopyQuestion } from "./use-copy-question";
import { copyNote, copyTrouble, words } from "./words";

interface CopyQuestionProps {
  readonly entry: FindEntry;
  /** Where it can be copied to. */
  readonly kits: readonly KitSummary[];
}

/** Copies the question with its signs into another kit, and says what came along and what did not. */
export const CopyQuestion = ({ entry, kits }: CopyQuestionProps) => {
  const [kitId, setKitId] = useState<string | null>(null);
  const { state, copy } = useCopyQuestion(entry);
  const chosen = kits.find(({ id }) => id === kitId);
  return (
    <div className={classes.copy}>
      <Select
        size="xs"
        aria-label={`${words.copyTo}: ${entry.title}`}
        placeholder={words.copyPlaceholder}
        data={kits.map(({ id, title }) => ({ value: id, label: title }))}
        value={kitId}
        onChange={setKitId}
      />
      <Button
        size="xs"
        variant="default"
        disabled={chosen === undefined || state.step === "copying"}
        onClick={() => chosen !== undefined && copy(chosen)}
      >
        {words.copyTo}
      </Button>
      <p role="status" className={classes.said}>
        {state.step === "copied" ? [words.copied(state.title), ...state.notes.map(copyNote)].join(" ") : ""}
      </p>
      {state.step === "failed" ? <ErrorCard trouble={copyTrouble(state.error)} /> : null}
    </div>
  );
};
