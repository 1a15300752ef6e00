import type { ReactNode } from "react";
import { useServices } from "../../bindings/services";
import { useLive } from "../../bindings/use-live";
import type { Candidate } from "../../domain/candidate/candidate";
import type { Application } from "../../domain/candidates/application";
import { Loaded } from "../../ui/loading";
import { reloadWindow } from "../../ui/reload-window";
import { listTrouble, words } from "./words";

interface ApplicationsLoadedProps {
  readonly children: (applications: readonly Application[]) => ReactNode;
}

/** Shows its part once the applications of this laptop are read, and what is wrong where they are not. */
export const ApplicationsLoaded = ({ children }: ApplicationsLoadedProps) => (
  <Loaded
    from={useLive(useServices().applications.list)}
    doing={words.doing}
    trouble={listTrouble}
    onRetry={reloadWindow}
  >
    {children}
  </Loaded>
);

interface ListsLoadedProps {
  readonly children: (candidates: readonly Candidate[], applications: readonly Application[]) => ReactNode;
}

/** The same for the candidates and their applications. */
export const ListsLoaded = ({ children }: ListsLoadedProps) => (
  <Loaded
    from={useLive(useServices().candidates.list)}
    doing={words.doing}
    trouble={listTrouble}
    onRetry={reloadWindow}
  >
    {(candidates) => (
      <ApplicationsLoaded>{(applications) => children(candidates, applications)}</ApplicationsLoaded>
    )}
  </Loaded>
);
