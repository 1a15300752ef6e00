import "./validator";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { reloadWindow } from "../ui/reload-window";
import { App } from "./app";
import { CannotOpen } from "./frame/cannot-open";
import { openOrRebuild } from "./open-or-rebuild";

const place = document.getElementById("root");
if (place === null) throw new Error("index.html has no element with the id root");
const root = createRoot(place);

const start = async (): Promise<void> => {
  const composed = await openOrRebuild({
    bridge: window.panelbook,
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

start().catch((error: unknown) => {
  root.render(
    <StrictMode>
      <CannotOpen failure={{ type: "bug" }} />
    </StrictMode>,
  );
  throw error;
});
