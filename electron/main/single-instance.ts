import { app, BrowserWindow } from "electron";

const showWindow = (): void => {
  const windows = BrowserWindow.getAllWindows();
  // While a candidate has the laptop the staff window is hidden, and stays so.
  const window = windows.find((one) => one.isVisible() || one.isMinimized()) ?? windows[0];
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.focus();
};

/**
 * One process per profile: two would damage its database. A second start shows the first one's window and ends.
 * @returns false where this process has to end
 */
export const setupSingleInstance = (): boolean => {
  if (!app.requestSingleInstanceLock()) {
    console.error("Panelbook already runs on this profile; its window is shown.");
    return false;
  }
  app.on("second-instance", showWindow);
  return true;
};
