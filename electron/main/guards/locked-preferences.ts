/** What every page of ours is kept to, whatever window shows it. */
export const lockedPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  spellcheck: false,
  navigateOnDragDrop: false,
  // Connections to other laptops and recordings go on while the window is behind another one.
  backgroundThrottling: false,
} as const satisfies Electron.WebPreferences;
