import { Button } from "@mantine/core";
import type { Announced } from "../../../domain/kit/kit";
import { Chip } from "../../../ui/chip";
import classes from "./edit.module.css";
import { useEditing } from "./editing";
import { words } from "./words";

interface ShortfallProps {
  /** "16 announced, 1 in the kit"; null where nothing is missing. */
  readonly missing: string | null;
  readonly what: keyof Announced;
}

/** That the source announced more than the kit has, and the way to forget it once nobody waits for the rest. */
export const ShortfallNote = ({ missing, what }: ShortfallProps) => {
  const editing = useEditing();
  if (missing === null) return null;
  return (
    <span className={classes.inline}>
      <Chip tone="attention">{missing}</Chip>
      {editing === null ? null : (
        <Button
          variant="subtle"
          size="xs"
          aria-label={words.dropAnnouncedOf(missing)}
          onClick={() => void editing.change({ type: "dropAnnounced", what })}
        >
          {words.dropAnnounced}
        </Button>
      )}
    </span>
  );
};
