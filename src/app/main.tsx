import "./validator";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { compose } from "./compose";
import { CannotOpen } from "./frame/cannot-open";

const place = document.getElementById("root");
if (place === null) throw new Error("index.html has no element with the id root");
const root = createRoot(place);

const start = async (): Promise<void> => {
  const composed = await compose(window.panelbook);
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
