import "./validator";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { UnlockPage } from "../features/unlock/unlock-page";
import { reloadWindow } from "../ui/reload-window";
import { UiProvider } from "../ui/ui-provider";
import { App } from "./app";
import { CannotOpen } from "./frame/cannot-open";
import { openOrRebuild } from "./open-or-rebuild";
import { lockedLaptop } from "./services/lock-service";

const place = document.getElementById("root");
if (place === null) throw new Error("index.html has no element with the id root");
const root = createRoot(place);
const laptop = lockedLaptop(window.panelbook.lock);

let isOpening = false;

/** Once: a second opening would find the store in use and take it for a broken one. */
const openProgram = async (): Promise<void> => {
  if (isOpening) return;
  isOpening = true;
  const composed = await openOrRebuild({
    bridge: window.panelbook,
    endScreens: () => root.render(null),
    memory: window.sessionStorage,
    reload: reloadWindow,
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
  root.render(
    <StrictMode>
      {composed.ok ? <App services={composed.value.services} /> : <CannotOpen failure={composed.error} />}
    </StrictMode>,
  );
};

const failed = (error: unknown): never => {
  root.render(
    <StrictMode>
      <CannotOpen failure={{ type: "bug" }} />
    </StrictMode>,
  );
  throw error;
};

const start = async (): Promise<void> => {
  const state = await laptop.state();
  if (!state.ok || !state.value.isLocked) return openProgram();
  root.render(
    <StrictMode>
      <UiProvider>
        <UnlockPage laptop={laptop} state={state.value} onOpened={() => void openProgram().catch(failed)} />
      </UiProvider>
    </StrictMode>,
  );
};

start().catch(failed);
