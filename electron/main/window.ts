import { app, BrowserWindow, type WebContents } from "electron";
import { preloadFile } from "./built-files";
import { lockedPreferences } from "./guards/locked-preferences";
import { appUrl } from "./guards/own-page";
import { keepPlace, keptPlace } from "./window-state";

const ours = new WeakSet<WebContents>();

/** True for the contents of a window this program opened. */
export const isOurWindow = (contents: WebContents): boolean => ours.has(contents);

const webPreferences = (): Electron.WebPreferences => ({
  ...lockedPreferences,
  preload: preloadFile(),
  devTools: !app.isPackaged,
});

/** Opens the program's window. Its title never changes: window lists and screen sharing show it to others. */
export const openWindow = (): BrowserWindow => {
  const { maximized = false, ...kept } = keptPlace() ?? {};
  const window = new BrowserWindow({
    title: "Panelbook",
    width: 1366,
    height: 768,
    ...kept,
    minWidth: 800,
    minHeight: 560,
    show: false,
    autoHideMenuBar: true,
    webPreferences: webPreferences(),
  });
  ours.add(window.webContents);
  window.on("page-title-updated", (event) => event.preventDefault());
  keepPlace(window);
  window.once("ready-to-show", () => {
    if (maximized) window.maximize();
    window.show();
  });
  void window.loadURL(appUrl);
  return window;
};

/**
 * The window lives as long as the program; macOS keeps the program and opens it again. It does not open where the laptop
 * was given to a candidate when the program ended: `givenAway` shows their window again then.
 */
export const setupWindow = (givenAway: () => Promise<boolean>): void => {
  /** Until it is known whose the laptop is, and where that cannot be told, nothing opens the staff's window. */
  let isStaffs = false;
  void app.whenReady().then(async () => {
    const isGiven = await givenAway();
    isStaffs = true;
    if (!isGiven) openWindow();
  });
  app.on("activate", () => {
    if (isStaffs && BrowserWindow.getAllWindows().length === 0) openWindow();
  });
  app.on("window-all-closed", () => {
    if (process.platform !== "darwin") app.quit();
  });
};
