import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { chordOf, hasModifier } from "./chord";
import { nothingPending, pressKey } from "./key-sequence";
import { isControl, isInOverlay, isTextField } from "./key-target";

/** One key or sequence and what it does. */
export interface KeyBinding {
  /** "j", "ctrl+k", "ctrl+enter", "space", "?", or a sequence: "g l". Ctrl is also Command. */
  readonly keys: string;
  /** In the help sheet: "Next question". */
  readonly does: string;
  readonly run: () => void;
  /** False keeps the binding in the help sheet but not acting. */
  readonly active?: boolean;
}

/** The bindings of one part of the screen, as the help sheet groups them. */
export interface KeyGroup {
  readonly title: string;
  /** `screen` wins over `everywhere` where both have a key; `dialog` acts only inside an open dialog. */
  readonly scope: "everywhere" | "screen" | "dialog";
  readonly bindings: readonly KeyBinding[];
}

type GroupRef = { readonly current: KeyGroup };

const KeysContext = createContext<{ readonly groups: Set<GroupRef> } | null>(null);

const useRegistry = (): Set<GroupRef> => {
  const context = useContext(KeysContext);
  if (context === null) throw new Error("no KeysProvider around this component");
  return context.groups;
};

const pressOf = (event: KeyboardEvent): string => {
  const types = event.getModifierState("AltGraph");
  return chordOf({
    key: event.key,
    ctrl: !types && (event.ctrlKey || event.metaKey),
    alt: !types && event.altKey,
    shift: event.shiftKey,
  });
};

const mayAct = (event: KeyboardEvent, chord: string): boolean => {
  if (event.defaultPrevented || event.isComposing) return false;
  if (hasModifier(chord)) return true;
  if (isTextField(event.target)) return false;
  return !((chord === "space" || chord === "enter") && isControl(event.target));
};

const bindingsFor = (groups: Set<GroupRef>, inOverlay: boolean): readonly KeyBinding[] => {
  const scopes = inOverlay ? ["dialog"] : ["screen", "everywhere"];
  return scopes.flatMap((scope) =>
    [...groups]
      .filter((group) => group.current.scope === scope)
      .flatMap((group) => group.current.bindings.filter((binding) => binding.active !== false)),
  );
};

/** Listens for keys once for the whole window and runs the bindings that `useKeys` registered. */
export const KeysProvider = ({ children }: { readonly children: ReactNode }) => {
  const [context] = useState(() => ({ groups: new Set<GroupRef>() }));
  useEffect(() => {
    let pending = nothingPending;
    const onKeyDown = (event: KeyboardEvent) => {
      if (["Control", "Shift", "Alt", "Meta", "AltGraph"].includes(event.key)) return;
      const chord = pressOf(event);
      if (!mayAct(event, chord)) return;
      const step = pressKey(
        bindingsFor(context.groups, isInOverlay(event.target)),
        pending,
        chord,
        event.timeStamp,
      );
      pending = step.pending;
      if (step.hit === null) return;
      event.preventDefault();
      step.hit.run();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [context]);
  return <KeysContext value={context}>{children}</KeysContext>;
};

/**
 * Keys that act while the component is mounted. A key never acts while a text field has the focus unless it has a
 * modifier; Space and Enter never act on a focused control. Bindings may be made anew on every render.
 */
export const useKeys = (group: KeyGroup): void => {
  const groups = useRegistry();
  const latest = useRef(group);
  useEffect(() => {
    latest.current = group;
  });
  useEffect(() => {
    groups.add(latest);
    return () => {
      groups.delete(latest);
    };
  }, [groups]);
};

/** All groups that are registered at the moment of the call, the screen's first: what the help sheet lists. */
export const useKeyGroups = (): (() => readonly KeyGroup[]) => {
  const groups = useRegistry();
  return () => {
    const all = [...groups].map((group) => group.current).filter((group) => group.bindings.length > 0);
    return [
      ...all.filter((group) => group.scope === "screen"),
      ...all.filter((group) => group.scope === "everywhere"),
    ];
  };
};
