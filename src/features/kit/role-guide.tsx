import { Button, Collapse } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useId, useState } from "react";
import type { ExerciseRole } from "../../domain/kit/kit";
import { Notice } from "../../ui/notice";
import classes from "./exercise.module.css";
import { Passage, Points } from "./parts";
import { words } from "./words";

const Guide = ({ role }: { readonly role: ExerciseRole }) => (
  <div className={classes.guide}>
    <Notice tone="attention">{words.forRolePlayer}</Notice>
    <Passage title={words.motivation} text={role.motivation} />
    <div className={classes.lists}>
      <Points title={words.constraints} points={role.constraints} />
      <Points title={words.tensions} points={role.tensions} />
      <Points title={words.guidance} points={role.guidance} />
      <Points title={words.doNot} points={role.doNot} />
    </div>
  </div>
);

/** One role of a work simulation: who plays it, and the folded guide for the role player. */
export const RoleGuide = ({ role }: { readonly role: ExerciseRole }) => {
  const [open, setOpen] = useState(false);
  const guideId = useId();
  const who = [role.archetype, role.playedBy === "" ? "" : words.playedBy(role.playedBy)].filter(Boolean);
  const Chevron = open ? IconChevronUp : IconChevronDown;
  return (
    <div className={classes.role}>
      <div className={classes.roleHead}>
        <div>
          <h5>{role.name}</h5>
          <p>{who.join(", ")}</p>
        </div>
        <Button
          variant="default"
          size="xs"
          aria-expanded={open}
          aria-controls={guideId}
          rightSection={<Chevron size={14} aria-hidden="true" />}
          onClick={() => setOpen(!open)}
        >
          {open ? words.hideGuide : words.showGuide}
        </Button>
      </div>
      <Collapse expanded={open} id={guideId}>
        <Guide role={role} />
      </Collapse>
    </div>
  );
};
