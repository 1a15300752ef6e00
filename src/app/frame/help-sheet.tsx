import { Modal } from "@mantine/core";
import { KeyHint } from "../../ui/keys/key-hint";
import { type KeyGroup, useKeyGroups } from "../../ui/keys/keys";
import { GroupLabel } from "../../ui/section";
import classes from "./help-sheet.module.css";
import { words } from "./words";

const Group = ({ group }: { readonly group: KeyGroup }) => (
  <section>
    <GroupLabel as="h3">{group.title}</GroupLabel>
    <dl className={classes.keys}>
      {group.bindings.map((binding) => (
        <div key={binding.keys}>
          <dt>{binding.does}</dt>
          <dd>
            <KeyHint keys={binding.keys} />
            <span className={classes.spoken}>{binding.keys}</span>
          </dd>
        </div>
      ))}
    </dl>
  </section>
);

const Sheet = () => {
  const groups = useKeyGroups()();
  return (
    <>
      <div className={classes.groups}>
        {groups.map((group) => (
          <Group key={group.title} group={group} />
        ))}
      </div>
      <p className={classes.rule}>{words.keys.rule}</p>
    </>
  );
};

interface HelpSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Every key that acts on the current screen and everywhere. */
export const HelpSheet = ({ opened, onClose }: HelpSheetProps) => (
  <Modal opened={opened} onClose={onClose} title={words.keys.title} size={640}>
    <Sheet />
  </Modal>
);
