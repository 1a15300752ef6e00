import { Button } from "@mantine/core";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { hrefTo, paths } from "../../bindings/paths";
import { useServices } from "../../bindings/services";
import { useOpened } from "../../bindings/use-live";
import type { KitId } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import { ErrorCard } from "../../ui/error-card";
import { Waiting } from "../../ui/loading";
import { Page } from "../../ui/page";
import { Crumbs } from "../../ui/top-bar";
import { KitView } from "./kit-view";
import { chosenLevel } from "./questions";
import { kitTrouble, words } from "./words";

const OpenedKit = ({ kit }: { readonly kit: Kit }) => {
  const [search, setSearch] = useSearchParams();
  const level = chosenLevel(kit, search.get("level"));
  return <KitView kit={kit} level={level} onLevel={(id) => setSearch({ level: id }, { replace: true })} />;
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
