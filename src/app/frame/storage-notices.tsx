import { Button } from "@mantine/core";
import { useServices } from "../../bindings/services";
import { useLive } from "../../bindings/use-live";
import { Notice } from "../../ui/notice";
import classes from "./frame.module.css";
import { copyTroubleText, readIt, restoredLines } from "./storage-words";

/** What a person has to know of this laptop's store, above every screen: what came back, and what is not copied now. */
export const StorageNotices = () => {
  const { storage } = useServices();
  const restored = useLive(storage.restored);
  const trouble = useLive(storage.copyTrouble);
  return (
    <div className={classes.notices} role="status">
      {restored === null ? null : (
        <Notice tone="attention">
          {restoredLines(restored).map((line) => (
            <p key={line}>{line}</p>
          ))}
          <Button variant="default" size="compact-sm" onClick={storage.dismissRestored}>
            {readIt}
          </Button>
        </Notice>
      )}
      {trouble === null ? null : (
        <Notice tone="attention">{copyTroubleText(String(trouble.code ?? trouble.type))}</Notice>
      )}
    </div>
  );
};
