import { useState } from "react";
import { useNavigate } from "react-router";
import { useOpenedText } from "../../../bindings/opened-files";
import { paths } from "../../../bindings/paths";
import { type Failure, useServices } from "../../../bindings/services";
import { kitIdSchema } from "../../../domain/ids";
import type { Kit } from "../../../domain/kit/kit";
import type { ImportedKit } from "../../../domain/kit/role-page";
import { readSource } from "./read-source";

/** What is pasted, and which file it came from. */
export interface Source {
  readonly text: string;
  /** The file's name; empty where the text was pasted. */
  readonly name: string;
}

export interface Importing {
  readonly source: Source;
  readonly read: ImportedKit | null;
  readonly failure: Failure | null;
  readonly adding: boolean;
  readonly paste: (text: string) => void;
  readonly open: (kind: "text" | "kit") => void;
  readonly readText: () => void;
  readonly back: () => void;
  readonly add: (kit: Kit) => void;
}

/** The way of a text into the library: paste or open, look at what was recognised, add. */
export const useImport = (): Importing => {
  const { ids, kits, shell } = useServices();
  const navigate = useNavigate();
  const [source, setSource] = useState<Source>({ text: "", name: "" });
  const [read, setRead] = useState<ImportedKit | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [adding, setAdding] = useState(false);

  const take = (next: Source) => {
    setSource(next);
    const result = readSource(next.text, kitIdSchema.parse(ids.newId()));
    setFailure(result.ok ? null : result.error);
    setRead(result.ok ? result.value : null);
  };
  const open = async (kind: "text" | "kit") => {
    const opened = await shell.openTextFile({ kind });
    if (opened.ok) take(opened.value);
    else if (opened.error.type !== "cancelled") setFailure(opened.error);
  };
  useOpenedText("kit", (opened) => {
    if (opened.ok) take(opened.value);
    else setFailure({ ...opened.error });
  });
  const add = async (kit: Kit) => {
    setAdding(true);
    const added = await kits.add(kit);
    setAdding(false);
    if (added.ok) await navigate(paths.kit(added.value));
    else setFailure(added.error);
  };
  return {
    source,
    read,
    failure,
    adding,
    paste: (text) => {
      setSource({ text, name: "" });
      setFailure(null);
    },
    open: (kind) => void open(kind),
    readText: () => take(source),
    back: () => setRead(null),
    add: (kit) => void add(kit),
  };
};
