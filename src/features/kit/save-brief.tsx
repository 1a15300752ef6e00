import { Button } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import { useState } from "react";
import { useServices } from "../../bindings/services";
import type { Exercise } from "../../domain/kit/kit";
import classes from "./exercise.module.css";
import { saveBriefFailed, words } from "./words";

interface SaveBriefProps {
  readonly exercise: Exercise;
  readonly kitTitle: string;
}

/** Saves what candidates are told of an exercise as a Word file. Says where it went, or why not. */
export const SaveBrief = ({ exercise, kitTitle }: SaveBriefProps) => {
  const { exports } = useServices();
  const [said, setSaid] = useState("");
  const save = async () => {
    const saved = await exports.candidateBrief({ exercise, kitTitle, occasion: null });
    if (saved.ok) setSaid(words.kitSaved(saved.value.path));
    else setSaid(saved.error.type === "cancelled" ? "" : saveBriefFailed(saved.error));
  };
  return (
    <div className={classes.brief}>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconFileText size={14} stroke={1.8} aria-hidden="true" />}
        onClick={() => void save()}
      >
        {words.saveBrief}
      </Button>
      <span role="status">{said === "" ? words.briefMeaning : said}</span>
    </div>
  );
};
