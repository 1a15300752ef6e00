import type { ReactNode } from "react";
import classes from "./section.module.css";

interface SectionProps {
  /** The place the side index jumps to. */
  readonly id: string;
  readonly title: string;
  /** A short line beside the title: a count, a state. */
  readonly note?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** 2 is a part of the page (default), 3 a part of a part. */
  readonly level?: 2 | 3;
  readonly children?: ReactNode;
}

/** A titled part of a page that the side index can jump to. */
export const Section = ({ id, title, note, actions, level = 2, children }: SectionProps) => {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section id={id} className={classes.section} data-level={level} aria-labelledby={`${id}-title`}>
      <div className={classes.head}>
        <Heading id={`${id}-title`} tabIndex={-1}>
          {title}
        </Heading>
        {note === undefined ? null : <span className={classes.note}>{note}</span>}
        {actions === undefined ? null : <span className={classes.actions}>{actions}</span>}
      </div>
      {children}
    </section>
  );
};

/** A small heading over a group inside a section or a side panel: "Good signs". */
export const GroupLabel = ({
  children,
  as: Tag = "h4",
}: {
  readonly children: ReactNode;
  readonly as?: "h2" | "h3" | "h4" | "h5" | "div";
}) => <Tag className={classes.label}>{children}</Tag>;
