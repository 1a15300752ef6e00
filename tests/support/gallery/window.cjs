const { app, BrowserWindow } = require("electron");

/** One window of the size of a small laptop; the address comes from the command line. */
const address = process.argv
  .find((argument) => argument.startsWith("--gallery="))
  ?.slice("--gallery=".length);

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, useContentSize: true, show: true });
  return window.loadURL(address);
});
