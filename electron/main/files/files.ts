import { join } from "node:path";
import { app, dialog } from "electron";
import { safeFileName } from "../../../src/domain/file-name";
import { err } from "../../../src/domain/result";
import type { HandlersOf } from "../../contract/channels";
import type { FileKind, filesChannels } from "../../contract/files";
import { drawPage } from "./draw-page";
import { readTextFile } from "./read-text-file";
import { writeWholeFile } from "./write-whole-file";

const filters: Readonly<Record<FileKind, Electron.FileFilter>> = {
  word: { name: "Word document", extensions: ["docx"] },
  pdf: { name: "PDF", extensions: ["pdf"] },
  kit: { name: "Panelbook role kit", extensions: ["pbkit"] },
  bundle: { name: "Panelbook loop bundle", extensions: ["pbloop"] },
  handOver: { name: "Panelbook hand-over", extensions: ["pbhand"] },
  invite: { name: "Panelbook invite", extensions: ["pbinvite"] },
  text: { name: "Text", extensions: ["txt", "md"] },
  json: { name: "JSON", extensions: ["json"] },
  csv: { name: "CSV", extensions: ["csv"] },
  calendar: { name: "Calendar", extensions: ["ics"] },
};
const anyFile: Electron.FileFilter = { name: "All files", extensions: ["*"] };

/** Unattended runs name the place on the command line; it takes the place of the dialog. */
const saveFolderSwitch = "panelbook-save-dir";
const openFileSwitch = "panelbook-open-file";

const switchValue = (name: string): string | null =>
  app.commandLine.hasSwitch(name) ? app.commandLine.getSwitchValue(name) : null;

/** Where a person wants a file of this name, or null. */
export const placeToSave = async (kind: FileKind, wish: string): Promise<string | null> => {
  const name = safeFileName(wish);
  const folder = switchValue(saveFolderSwitch);
  if (folder !== null) return join(folder, name);
  const defaultPath = join(app.getPath("documents"), name);
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath,
    filters: [filters[kind], anyFile],
  });
  return canceled || filePath === "" ? null : filePath;
};

/** Which folder a person wants many files in, or null. */
export const folderToFill = async (): Promise<string | null> => {
  const given = switchValue(saveFolderSwitch);
  if (given !== null) return given;
  const { filePaths } = await dialog.showOpenDialog({ properties: ["openDirectory", "createDirectory"] });
  return filePaths[0] ?? null;
};

/** Which file of this kind a person chose, or null. */
export const fileToOpen = async (kind: FileKind): Promise<string | null> => {
  const given = switchValue(openFileSwitch);
  if (given !== null) return given;
  const { filePaths } = await dialog.showOpenDialog({
    properties: ["openFile"],
    filters: [filters[kind], anyFile],
  });
  return filePaths[0] ?? null;
};

/** Saves and opens the files a person chooses. */
export const filesHandlers = (): HandlersOf<typeof filesChannels> => ({
  "files.save": async ({ kind, suggestedName, bytes }) => {
    const path = await placeToSave(kind, suggestedName);
    return path === null ? err({ type: "cancelled" }) : writeWholeFile(path, bytes);
  },
  "files.savePage": async ({ suggestedName }) => {
    const path = await placeToSave("pdf", suggestedName);
    if (path === null) return err({ type: "cancelled" });
    const drawn = await drawPage();
    return drawn.ok ? writeWholeFile(path, drawn.value) : drawn;
  },
  "files.openText": async ({ kind }) => {
    const path = await fileToOpen(kind);
    return path === null ? err({ type: "cancelled" }) : readTextFile(path);
  },
});
