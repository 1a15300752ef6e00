import { app, type WebContents } from "electron";
import { isOwnPage } from "./guards/own-page";

interface Stoppable {
  readonly preventDefault: () => void;
}

const stayHome = (event: Stoppable & { readonly url: string }): void => {
  if (!isOwnPage(event.url)) event.preventDefault();
};

const lock = (contents: WebContents): void => {
  contents.on("will-navigate", stayHome);
  contents.on("will-frame-navigate", stayHome);
  contents.on("will-redirect", stayHome);
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
};

/** No page leaves app://panelbook, opens a window or embeds another page. */
export const setupNavigation = (): void => {
  app.on("web-contents-created", (_event, contents) => lock(contents));
};
