import { chordsOf } from "./chord";
import classes from "./key-hint.module.css";

const shown: Readonly<Record<string, string>> = {
  ctrl: "Ctrl",
  alt: "Alt",
  shift: "Shift",
  enter: "Enter",
  space: "Space",
  escape: "Esc",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
};

const partsOf = (chord: string): readonly string[] =>
  chord === "+" ? ["+"] : chord.split("+").map((part) => shown[part] ?? part);

const capLabel = (chord: string): string => {
  const parts = partsOf(chord);
  return parts.length === 1
    ? (parts[0] ?? "")
    : parts.map((part) => (part.length === 1 ? part.toUpperCase() : part)).join(" ");
};

/** Key caps for a binding in the writing of `useKeys`: "ctrl+k", "g l". Decoration beside a button's own words. */
export const KeyHint = ({ keys }: { readonly keys: string }) => (
  <span className={classes.hint} aria-hidden="true">
    {chordsOf(keys).map((chord) => (
      <kbd key={chord} className={classes.cap}>
        {capLabel(chord)}
      </kbd>
    ))}
  </span>
);
