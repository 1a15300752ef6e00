import { useState } from "react";
import { useNavigate } from "react-router";
import { useOpenedText } from "../../../bindings/opened-files";
import { paths } from "../../../bindings/paths";
import { type Failure, type KitSummary, useServices } from "../../../bindings/services";
import { type KitId, kitIdSchema } from "../../../domain/ids";
import type { Kit } from "../../../domain/kit/kit";
import type { ImportedKit } from "../../../domain/kit/role-page";
import type { Result } from "../../../domain/result";
import { readSource } from "./read-source";
import { words } from "./words";

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
  /** Puts the kit in the place of the one in the library that has its id. */
  readonly update: (kit: Kit) => void;
  /** Adds the kit beside the one the library has, under an id of its own and a title that tells them apart. */
  readonly addCopy: (kit: Kit, known: KitSummary) => void;
  /** Leaves the library as it is and goes to the kit that is there. */
  readonly skip: (id: KitId) => void;
}

/** The way of a text into the library: paste or open, look at what was recognised, add. */
export const useImport = (): Importing => {
  const { ids, kits, shell } = useServices();
  const navigate = useNavigate();
  const [source, setSource] = useState<Source>({ text: "", name: "" });
  const [read, setRead] = useState<ImportedKit | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [adding, setAdding] = useState(false);

  const newId = () => kitIdSchema.parse(ids.newId());
  const take = (next: Source) => {
    setSource(next);
    const result = readSource(next.text, newId());
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
  const then = async (writing: Promise<Result<KitId, Failure>>) => {
    setAdding(true);
    const written = await writing;
    setAdding(false);
    if (written.ok) await navigate(paths.kit(written.value));
    else setFailure(written.error);
  };
  const addCopy = (kit: Kit, known: KitSummary) => {
    const title = kit.title === known.title ? words.copyTitle(kit.title) : kit.title;
    return then(kits.add({ ...kit, id: newId(), title }));
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
    add: (kit) => void then(kits.add(kit)),
    update: (kit) => void then(kits.replace(kit)),
    addCopy: (kit, known) => void addCopy(kit, known),
    skip: (id) => void navigate(paths.kit(id)),
  };
};
