import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const main = (url: string): string => `
const { app, BrowserWindow } = require("electron");
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadURL(${JSON.stringify(url)}));
`;

/** Writes an Electron program that does nothing but open one window at `url`; gives its folder. */
export const windowApp = async (folder: string, url: string): Promise<string> => {
  await mkdir(folder, { recursive: true });
  const about = { name: "empty", version: "1.0.0", main: "main.cjs" };
  await writeFile(join(folder, "package.json"), JSON.stringify(about));
  await writeFile(join(folder, "main.cjs"), main(url));
  return folder;
};

/** Writes an Electron program that does nothing but show `html` in one window; gives its folder. */
export const emptyApp = (folder: string, html: string): Promise<string> =>
  windowApp(folder, `data:text/html,${encodeURIComponent(html)}`);
