import { Button, Select } from "@mantine/core";
import { useState } from "react";
import type { KitSummary } from "../../../bindings/services";
import type { FindEntry } from "../../../domain/kit/find/find-entry";
import { ErrorCard } from "../../../ui/error-card";
import classes from "./find.module.css";
import { useCopyQuestion } from "./use-copy-question";
import { copyNote, copyTrouble, words } from "./words";

/** More than these are narrowed by typing. */
const mostKits = 50;

interface CopyQuestionProps {
  readonly entry: FindEntry;
  /** All kits; it can be copied to every other one than its own. They are only listed once the choice is opened. */
  readonly kits: readonly KitSummary[];
}

/** Copies the question with its signs into another kit, and says what came along and what did not. */
export const CopyQuestion = ({ entry, kits }: CopyQuestionProps) => {
  const [kitId, setKitId] = useState<string | null>(null);
  const { state, copy } = useCopyQuestion(entry);
  const [isOpen, setOpen] = useState(false);
  const chosen = kits.find(({ id }) => id === kitId);
  const offered = isOpen ? kits.filter(({ id }) => id !== entry.kitId) : chosen === undefined ? [] : [chosen];
  return (
    <div className={classes.copy}>
      <Select
        size="xs"
        searchable
        limit={mostKits}
        aria-label={`${words.copyTo}: ${entry.title}`}
        placeholder={words.copyPlaceholder}
        data={offered.map(({ id, title }) => ({ value: id, label: title }))}
        onDropdownOpen={() => setOpen(true)}
        onDropdownClose={() => setOpen(false)}
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
