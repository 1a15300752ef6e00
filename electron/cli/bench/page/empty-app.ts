import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const main = (url: string): string => `
const { app, BrowserWindow } = require("electron");
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadURL(${JSON.stringify(url)}));
`;

/** Writes an Electron program that does nothing but show `html` in one window; gives its folder. */
export const emptyApp = async (folder: string, html: string): Promise<string> => {
  await mkdir(folder, { recursive: true });
  const about = { name: "empty", version: "1.0.0", main: "main.cjs" };
  await writeFile(join(folder, "package.json"), JSON.stringify(about));
  await writeFile(join(folder, "main.cjs"), main(`data:text/html,${encodeURIComponent(html)}`));
  return folder;
};
