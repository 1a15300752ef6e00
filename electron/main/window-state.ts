import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { app, type BrowserWindow, screen } from "electron";
import { fittingPlace, parsePlace, type WindowPlace } from "./guards/window-place";

const file = (): string => join(app.getPath("userData"), "window.json");

/** Where the window was when it was closed last, as far as a screen still shows it; null for its first time. */
export const keptPlace = (): WindowPlace | null => {
  try {
    const place = parsePlace(readFileSync(file(), "utf8"));
    return place === null
      ? null
      : fittingPlace(
          place,
          screen.getAllDisplays().map(({ workArea }) => workArea),
        );
  } catch (thrown) {
    // No file, or one that cannot be read: the window opens where it opens the first time.
    if (thrown instanceof Error && "code" in thrown) return null;
    throw thrown;
  }
};

const write = (place: WindowPlace): void => {
  try {
    writeFileSync(file(), JSON.stringify(place), { mode: 0o600 });
  } catch (thrown) {
    if (!(thrown instanceof Error && "code" in thrown)) throw thrown;
  }
};

/**
 * Notes where the window was once it is closed, also where its page closed it, which tells before only of what moved. Nothing
 * depends on it, so a disk that does not take it is passed over.
 */
export const keepPlace = (window: BrowserWindow): void => {
  const look = (): WindowPlace => ({ ...window.getNormalBounds(), maximized: window.isMaximized() });
  let last = look();
  const note = (): void => {
    last = look();
  };
  window.on("resize", note);
  window.on("move", note);
  window.on("maximize", note);
  window.on("unmaximize", note);
  window.on("closed", () => write(last));
};
