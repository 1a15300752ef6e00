const { app, BrowserWindow, session } = require("electron");

/** Without `media` WebRTC hides the addresses a closed network needs; the app lets the same check pass. */
const passesCheck = (permission) => permission === "media";

/** Opens an empty window with storage of its own, as on a laptop of its own; its timers run though others cover it. */
globalThis.openWindow = async (name) => {
  await app.whenReady();
  session.fromPartition(name).setPermissionCheckHandler((_contents, permission) => passesCheck(permission));
  const window = new BrowserWindow({
    width: 320,
    height: 240,
    webPreferences: { partition: name, sandbox: true, backgroundThrottling: false },
  });
  await window.loadURL("about:blank");
};

// The test ends the program.
app.on("window-all-closed", () => undefined);
