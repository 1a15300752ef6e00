import type { ReactNode } from "react";
import classes from "./page.module.css";

interface PageProps {
  readonly children: ReactNode;
  /** `reading` is one column of prose, `table` the usual width, `full` leaves the layout to the screen. */
  readonly width?: "reading" | "table" | "full";
}

/** The scrolling ground of one screen. */
export const Page = ({ children, width = "table" }: PageProps) => (
  <div className={classes.page} data-width={width}>
    {width === "full" ? children : <div className={classes.column}>{children}</div>}
  </div>
);

interface PageHeaderProps {
  readonly title: string;
  /** A short line under the title. */
  readonly note?: ReactNode;
  /** Buttons at the right. */
  readonly actions?: ReactNode;
}

/** The one h1 of a screen with what it offers to do. */
export const PageHeader = ({ title, note, actions }: PageHeaderProps) => (
  <header className={classes.header}>
    <div className={classes.heading}>
      <h1>{title}</h1>
      {note === undefined ? null : <p>{note}</p>}
    </div>
    {actions === undefined ? null : <div className={classes.actions}>{actions}</div>}
  </header>
);

/** Prose at a width that reads well: 70 characters. */
export const Prose = ({
  children,
  lead = false,
}: {
  readonly children: ReactNode;
  readonly lead?: boolean;
}) => (
  <div className={classes.prose} data-lead={lead || undefined}>
    {children}
  </div>
);
