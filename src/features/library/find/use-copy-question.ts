import { useState } from "react";
import { type Failure, type KitSummary, useServices } from "../../../bindings/services";
import { type CopyNote, copyQuestion } from "../../../domain/kit/copy-question";
import type { FindEntry } from "../../../domain/kit/find/find-entry";

type CopyState =
  | { readonly step: "no" | "copying" }
  | { readonly step: "copied"; readonly title: string; readonly notes: readonly CopyNote[] }
  | { readonly step: "failed"; readonly error: Failure };

/** Copies one question, as its kit says it now, into a kit, as that is now. */
export const useCopyQuestion = (entry: FindEntry) => {
  const { kits } = useServices();
  const [state, setState] = useState<CopyState>({ step: "no" });
  const copy = async ({ id, title }: KitSummary) => {
    setState({ step: "copying" });
    const from = await kits.read(entry.kitId);
    if (!from.ok) return setState({ step: "failed", error: from.error });
    const question = from.value.questions.find((known) => known.id === entry.itemId);
    if (question === undefined) return setState({ step: "failed", error: { type: "notFound" } });
    let notes: readonly CopyNote[] = [];
    const grown = await kits.grow(id, (to) => {
      const copied = copyQuestion(from.value, question, to);
      notes = copied.notes;
      return copied.kit;
    });
    setState(grown.ok ? { step: "copied", title, notes } : { step: "failed", error: grown.error });
  };
  return { state, copy: (kit: KitSummary) => void copy(kit) };
};
