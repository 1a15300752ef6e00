import { hrefTo, paths } from "../../../bindings/paths";
import { useServices } from "../../../bindings/services";
import { useLive } from "../../../bindings/use-live";
import { Loaded } from "../../../ui/loading";
import { Page, PageHeader } from "../../../ui/page";
import { reloadWindow } from "../../../ui/reload-window";
import { Crumbs } from "../../../ui/top-bar";
import { words as candidateWords, listTrouble } from "../words";
import { Give } from "./give";
import classes from "./hand-over.module.css";
import { Take } from "./take";
import { handOverWords as words } from "./words";

/** Applications from laptop to laptop: into a file and out of one. */
export const HandOverPage = () => (
  <Page>
    <Crumbs
      trail={[{ label: candidateWords.title, href: hrefTo(paths.candidates) }, { label: words.title }]}
    />
    <PageHeader title={words.title} note={words.note} />
    <Loaded
      from={useLive(useServices().candidates.list)}
      doing={candidateWords.doing}
      trouble={listTrouble}
      onRetry={reloadWindow}
    >
      {(candidates) => (
        <div className={classes.columns}>
          <Give candidates={candidates} />
          <Take />
        </div>
      )}
    </Loaded>
  </Page>
);
