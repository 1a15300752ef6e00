import { Button } from "@mantine/core";
import { useState } from "react";
import { type SavePageFailure, useServices } from "../../bindings/services";
import { ErrorCard } from "../../ui/error-card";
import { Notice } from "../../ui/notice";
import { printTrouble } from "./print-troubles";

type Saving =
  | { readonly state: "no" | "under way" }
  | { readonly state: "saved"; readonly path: string }
  | { readonly state: "failed"; readonly failure: Exclude<SavePageFailure, { type: "cancelled" }> };

/** Writes the page that is shown as a PDF, which every system prints; nothing but this laptop is needed for it. */
export const useSavePage = (name: string) => {
  const { shell } = useServices();
  const [saving, setSaving] = useState<Saving>({ state: "no" });
  const save = async () => {
    setSaving({ state: "under way" });
    const saved = await shell.savePage({ suggestedName: `${name}.pdf` });
    if (saved.ok) setSaving({ state: "saved", path: saved.value.path });
    else if (saved.error.type === "cancelled") setSaving({ state: "no" });
    else setSaving({ state: "failed", failure: saved.error });
  };
  return { saving, save: () => void save() };
};

interface SavePageProps {
  readonly page: ReturnType<typeof useSavePage>;
}

export const SavePageButton = ({ page: { saving, save } }: SavePageProps) => (
  <Button onClick={save} loading={saving.state === "under way"}>
    Save as PDF to print
  </Button>
);

/** Where it went, or why it did not. */
export const SavedPage = ({ page: { saving } }: SavePageProps) => {
  if (saving.state === "saved") return <Notice>Saved: {saving.path}</Notice>;
  return saving.state === "failed" ? <ErrorCard trouble={printTrouble(saving.failure)} /> : null;
};
