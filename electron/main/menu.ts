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

/** The least a desktop expects: editing keys, zoom for readers, the system's own entries on macOS. */
export const setupMenu = (): void => {
  const system: MenuItemConstructorOptions[] =
    process.platform === "darwin" ? [{ role: "appMenu" }] : [{ label: "File", submenu: [{ role: "quit" }] }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([...system, { role: "editMenu" }, view(), { role: "windowMenu" }]),
  );
};
