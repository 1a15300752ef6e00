import { join } from "node:path";
import { app, BrowserWindow, Menu } from "electron";
import { timestampSchema } from "../../../src/domain/ids";
import type { Notify } from "../../contract/contract";
import type { FileStore, SubjectKeyOf } from "../files/store/file-store";
import { setupMenu } from "../menu";
import { isMarkedDestroyed } from "../vault/keyring";
import { isOurWindow, openWindow } from "../window";
import { type CandidateMode, createCandidateMode, type Windows } from "./candidate-mode";
import { openCandidateWindow } from "./candidate-window";
import { openSessionFiles } from "./session-file";
import { openStaffPin } from "./staff-pin";

const staffWindows = (): readonly BrowserWindow[] =>
  BrowserWindow.getAllWindows().filter(({ webContents }) => isOurWindow(webContents));

const windowsOf = (notify: Notify): Windows => ({
  open: (parts) => {
    Menu.setApplicationMenu(null);
    const close = openCandidateWindow(parts);
    for (const window of staffWindows()) window.hide();
    return close;
  },
  showStaff: () => {
    setupMenu();
    const [window] = staffWindows();
    if (window === undefined) openWindow();
    else window.show();
  },
  tellLeft: () => notify("applications.left", undefined),
});

/** Candidate mode, kept in a folder of its own in the profile. */
export const setupCandidateMode = (files: FileStore, keyOf: SubjectKeyOf, notify: Notify): CandidateMode => {
  const profile = app.getPath("userData");
  const folder = join(profile, "candidate-mode");
  return createCandidateMode({
    pin: openStaffPin(join(folder, "pin.json"), () => Date.now()),
    sessions: openSessionFiles(folder, keyOf),
    files,
    isDestroyed: (candidateId) => isMarkedDestroyed(join(profile, "vault"), candidateId),
    now: () => timestampSchema.parse(new Date().toISOString()),
    windows: windowsOf(notify),
  });
};
