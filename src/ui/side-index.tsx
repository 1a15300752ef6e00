import { useEffect, useState } from "react";
import classes from "./side-index.module.css";

/** One line of the side index; `id` is the id of a Section. */
export interface IndexEntry {
  readonly id: string;
  readonly label: string;
  /** A number at the end of the line. */
  readonly count?: string;
  /** True where it is a part of the entry before it. */
  readonly nested?: boolean;
}

/** Brings a section into view and puts the keys at its heading. */
export const jumpToSection = (id: string): void => {
  document.getElementById(id)?.scrollIntoView({ block: "start" });
  document.getElementById(`${id}-title`)?.focus({ preventScroll: true });
};

/** The last section whose top has passed the upper third of the window. */
const currentOf = (ids: readonly string[]): string | undefined => {
  const line = window.innerHeight / 3;
  return ids.findLast((id) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) < line);
};

const useCurrent = (ids: readonly string[]): string | undefined => {
  const [current, setCurrent] = useState<string>();
  const joined = ids.join(" ");
  useEffect(() => {
    const update = () => setCurrent(currentOf(joined.split(" ")));
    update();
    document.addEventListener("scroll", update, { capture: true, passive: true });
    return () => document.removeEventListener("scroll", update, { capture: true });
  }, [joined]);
  return current ?? ids[0];
};

/** The sections of a long page beside it; the one in view is lit. */
export const SideIndex = ({
  label,
  entries,
}: {
  readonly label: string;
  readonly entries: readonly IndexEntry[];
}) => {
  const current = useCurrent(entries.map((entry) => entry.id));
  return (
    <nav aria-label={label} className={classes.index}>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id} data-nested={entry.nested || undefined}>
            <button
              type="button"
              aria-current={entry.id === current ? "location" : undefined}
              onClick={() => jumpToSection(entry.id)}
            >
              <span>{entry.label}</span>
              {entry.count === undefined ? null : <small>{entry.count}</small>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
};
