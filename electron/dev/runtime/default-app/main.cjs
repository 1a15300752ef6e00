// Does for a runtime without Electron's default app what `electron FOLDER` needs: runs the app in that folder.
const { existsSync, readFileSync } = require("node:fs");
const { join, resolve } = require("node:path");
const { app, dialog } = require("electron");

const packageOf = (folder) => join(resolve(folder), "package.json");
const folder = process.argv.slice(1).find((word) => !word.startsWith("-") && existsSync(packageOf(word)));

if (folder === undefined) {
  dialog.showErrorBox("No app", "Start this runtime with the folder of an app.");
  app.exit(1);
} else {
  const about = JSON.parse(readFileSync(packageOf(folder), "utf8"));
  app.setName(about.productName ?? about.name);
  app.setVersion(about.version);
  app.setAppPath(resolve(folder));
  require(join(resolve(folder), about.main));
}
