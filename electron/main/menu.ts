import { app, Menu, type MenuItemConstructorOptions } from "electron";

const view = (): MenuItemConstructorOptions => ({
  label: "View",
  submenu: [
    { role: "resetZoom" },
    { role: "zoomIn" },
    { role: "zoomOut" },
    { type: "separator" },
    { role: "togglefullscreen" },
    ...(app.isPackaged ? [] : [{ role: "toggleDevTools" } as const]),
  ],
});

/**
 * Without the usual Ctrl+Q: in an interview that key marks a quote, and ending the program with it would end the
 * interview. macOS has Command for quitting and leaves Ctrl alone.
 */
const file = (): MenuItemConstructorOptions => ({
  label: "File",
  submenu: [{ label: "Quit", click: () => app.quit() }],
});

const about = (): MenuItemConstructorOptions => ({
  label: "Help",
  submenu: [{ label: "About Panelbook", click: () => app.showAboutPanel() }],
});

/** What a person reads out who asks for help: the versions of what runs. */
const versions = (): string => {
  const { electron, chrome, node } = process.versions;
  return `Electron ${electron}, Chromium ${chrome}, Node ${node}`;
};

/** The least a desktop expects: editing keys, zoom for readers, the system's own entries on macOS. */
export const setupMenu = (): void => {
  const system: MenuItemConstructorOptions[] =
    process.platform === "darwin" ? [{ role: "appMenu" }] : [file()];
  app.setAboutPanelOptions({
    applicationName: "Panelbook",
    applicationVersion: app.getVersion(),
    version: versions(),
    copyright: versions(),
  });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([...system, { role: "editMenu" }, view(), { role: "windowMenu" }, about()]),
  );
};
