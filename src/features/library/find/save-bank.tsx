import { Button } from "@mantine/core";
import { useCallback, useEffect, useRef, useState } from "react";
import { useServices } from "../../../bindings/services";
import type { KitId } from "../../../domain/ids";
import { bankOfAll } from "./bank-of-all";
import classes from "./find.module.css";
import { bankFailed, words } from "./words";

/** How often a person is told how far it is. */
const toldEvery = 20;

const useBank = (ids: readonly KitId[]) => {
  const { kits, shell } = useServices();
  const [read, setRead] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const stopped = useRef(false);
  const stop = useCallback(() => {
    stopped.current = true;
  }, []);
  // Whoever left the page is not asked minutes later where a file should go.
  useEffect(() => stop, [stop]);
  const goesOn = (at: number): boolean => {
    if (at % toldEvery === 0) setRead(at);
    return !stopped.current;
  };
  const save = async () => {
    stopped.current = false;
    setSaid("");
    const bank = await bankOfAll(kits.read, ids, goesOn);
    setRead(null);
    if (bank === null) return;
    const bytes = new TextEncoder().encode(bank.csv);
    const saved = await shell.saveFile({ kind: "csv", suggestedName: words.bankName, bytes });
    if (saved.ok) setSaid(words.bankSaved(saved.value.path, bank.unread));
    else setSaid(saved.error.type === "cancelled" ? "" : bankFailed(saved.error));
  };
  return { read, said, save: () => void save(), stop };
};

/** Saves the questions of every kit as one CSV; says how far it is, and where the file went. */
export const SaveBank = ({ ids }: { readonly ids: readonly KitId[] }) => {
  const { read, said, save, stop } = useBank(ids);
  return (
    <>
      <span role="status" className={classes.said}>
        {read === null ? said : words.bankReading(read, ids.length)}
      </span>
      {read === null ? (
        <Button variant="default" disabled={ids.length === 0} onClick={save}>
          {words.saveBank}
        </Button>
      ) : (
        <Button variant="default" onClick={stop}>
          {words.stopBank}
        </Button>
      )}
    </>
  );
};
