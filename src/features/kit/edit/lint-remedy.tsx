import { Button } from "@mantine/core";
import type { Kit } from "../../../domain/kit/kit";
import type { KitFinding, KitPlace } from "../../../domain/kit/lint/finding";
import { placeTitle } from "../lint-words";
import { useEditing } from "./editing";
import { newQuestionIn, remedyFor } from "./remedies";
import { words } from "./words";

interface LintRemedyProps {
  readonly kit: Kit;
  readonly finding: KitFinding;
  readonly onGo: (place: KitPlace, changed?: Kit) => void;
}

/** A button for what can be done about a finding with one press: a question where one is missing, ready to be worded. */
export const LintRemedy = ({ kit, finding, onGo }: LintRemedyProps) => {
  const editing = useEditing();
  if (editing === null) return null;
  const shown = remedyFor(kit, finding, { prompt: words.newQuestion, salt: "" });
  if (shown === null) return null;
  const title = placeTitle(kit, finding.place);
  const act = () => {
    const salt = editing.newSalt();
    const remedy = remedyFor(kit, finding, { prompt: words.newQuestion, salt });
    const after = (remedy?.edits ?? []).reduce(
      (now, edit) => editing.change(edit(now), `remedy ${salt}`),
      kit,
    );
    const id = remedy?.questionId ?? newQuestionIn(kit, after)?.id;
    if (id !== undefined) onGo({ part: "question", id }, after);
  };
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      aria-label={words.remedies[shown.kind].about(title)}
      onClick={act}
    >
      {words.remedies[shown.kind].label}
    </Button>
  );
};
