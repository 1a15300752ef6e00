import {
  type Icon,
  IconBook2,
  IconCalendarEvent,
  IconFileCertificate,
  IconSettings,
  IconUsers,
} from "@tabler/icons-react";
import { hrefTo, paths } from "../../bindings/paths";
import classes from "./rail.module.css";
import { words } from "./words";

interface RailEntry {
  readonly path: string;
  readonly label: string;
  readonly icon: Icon;
  /** Other addresses that belong to the entry. */
  readonly also: string;
}

const entries: readonly RailEntry[] = [
  { path: paths.library, label: words.rail.library, icon: IconBook2, also: "/kits" },
  { path: paths.candidates, label: words.rail.candidates, icon: IconUsers, also: "" },
  { path: paths.loops, label: words.rail.loops, icon: IconCalendarEvent, also: "" },
  { path: paths.records, label: words.rail.records, icon: IconFileCertificate, also: "" },
  { path: paths.settings, label: words.rail.settings, icon: IconSettings, also: "" },
];

const isUnder = (pathname: string, root: string): boolean =>
  root !== "" && (pathname === root || pathname.startsWith(`${root}/`));

/** The five main places at the left edge. */
export const Rail = ({ pathname }: { readonly pathname: string }) => (
  <nav aria-label={words.rail.label} className={classes.rail}>
    <span className={classes.mark} aria-hidden="true">
      P
    </span>
    {entries.map(({ path, label, icon: Picture, also }) => (
      <a
        key={path}
        href={hrefTo(path)}
        aria-current={isUnder(pathname, path) || isUnder(pathname, also) ? "page" : undefined}
      >
        <Picture size={20} stroke={1.6} aria-hidden="true" />
        {label}
      </a>
    ))}
  </nav>
);
