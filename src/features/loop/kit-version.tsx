import { Anchor } from "@mantine/core";
import { hrefTo, paths } from "../../bindings/paths";
import { useServices } from "../../bindings/services";
import { useKitDrafts } from "../../bindings/use-kit-drafts";
import { useLive } from "../../bindings/use-live";
import type { KitId } from "../../domain/ids";
import classes from "./plan.module.css";
import { kitVersionSentence, newerDraftSentence } from "./words";

/** Which version of the kit a loop made from here keeps, and that a newer draft waits. */
export const KitVersion = ({ kitId }: { readonly kitId: KitId }) => {
  const list = useLive(useServices().kits.list);
  const isDraft = useKitDrafts().has(kitId);
  const kit = list.state === "ready" ? list.value.find(({ id }) => id === kitId) : undefined;
  if (kit === undefined) return null;
  return (
    <p className={classes.kitVersion}>
      {kitVersionSentence(kit.version)} {isDraft ? `${newerDraftSentence} ` : ""}
      <Anchor href={hrefTo(paths.kitVersions(kitId))} size="sm" underline="always">
        Versions
      </Anchor>
    </p>
  );
};
