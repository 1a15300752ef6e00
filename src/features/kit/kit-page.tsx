import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { hrefTo, paths } from "../../bindings/paths";
import { useServices } from "../../bindings/services";
import { useLive, useOpened } from "../../bindings/use-live";
import type { KitId } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import { ErrorCard } from "../../ui/error-card";
import { Waiting } from "../../ui/loading";
import { Page } from "../../ui/page";
import { Crumbs } from "../../ui/top-bar";
import { EditingProvider, editingOn } from "./edit/editing";
import { useKitDesk } from "./edit/use-kit-desk";
import { KitView } from "./kit-view";
import { chosenLevel } from "./questions";
import { usePrinting } from "./use-question-pager";
import { kitTrouble, words } from "./words";

interface ShownProps {
  readonly stored: Kit;
  readonly asked: string | null;
  readonly onLevel: (levelId: string) => void;
  readonly onEdit: (isEdited: boolean) => void;
}

const EditedKit = ({ stored, asked, onLevel, onEdit }: ShownProps) => {
  const { ids } = useServices();
  const desk = useKitDesk(stored);
  const { kit } = useLive(desk);
  const editing = useMemo(() => editingOn(desk, ids.newId), [desk, ids]);
  // On paper nothing is pressed: it gets the kit as it is read.
  const printing = usePrinting();
  return (
    <EditingProvider value={printing ? null : editing}>
      <KitView
        kit={kit}
        level={chosenLevel(kit, asked)}
        onLevel={onLevel}
        desk={printing ? null : desk}
        onEdit={onEdit}
      />
    </EditingProvider>
  );
};

const OpenedKit = ({ kit }: { readonly kit: Kit }) => {
  const [search, setSearch] = useSearchParams();
  const put = (name: string, value: string | null) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const asked = search.get("level");
  const onLevel = (id: string) => put("level", id);
  const onEdit = (isEdited: boolean) => put("edit", isEdited ? "" : null);
  return search.has("edit") ? (
    <EditedKit key={kit.id} stored={kit} asked={asked} onLevel={onLevel} onEdit={onEdit} />
  ) : (
    <KitView kit={kit} level={chosenLevel(kit, asked)} onLevel={onLevel} desk={null} onEdit={onEdit} />
  );
};

/** One role kit of the library. The level is part of the address, so that "back" and links keep it. */
export const KitPage = ({ kitId }: { readonly kitId: KitId }) => {
  const { kits } = useServices();
  const [attempt, setAttempt] = useState(1);
  const kit = useOpened(() => kits.open(kitId), `${kitId} ${attempt}`);
  const title = kit.state === "ready" ? kit.value.title : words.kit;
  return (
    <>
      <Crumbs trail={[{ label: words.library, href: hrefTo(paths.library) }, { label: title }]} />
      {kit.state === "ready" ? (
        <OpenedKit kit={kit.value} />
      ) : (
        <Page>
          {kit.state === "loading" ? (
            <Waiting doing={words.doing} />
          ) : (
            <ErrorCard trouble={kitTrouble(kit.error)} onRetry={() => setAttempt(attempt + 1)}>
              <Button component="a" variant="default" href={hrefTo(paths.library)}>
                {words.toLibrary}
              </Button>
            </ErrorCard>
          )}
        </Page>
      )}
    </>
  );
};
