import { app } from "electron";
import { appHandlers } from "./app-info";
import { setupCandidateMode } from "./candidate";
import { setupCrashLog } from "./crash-log";
import { filesHandlers, folderToFill } from "./files/files";
import { foldersHandlers } from "./files/folders";
import { setupIdleLock } from "./idle-lock";
import { notify, setupIpc } from "./ipc";
import { setupLoops } from "./loops";
import { setupMenu } from "./menu";
import { setupNavigation } from "./navigation";
import { setupOpenedFiles } from "./opened-files";
import { setupPermissions } from "./permissions";
import { setupPower } from "./power";
import { setupScheme } from "./scheme";
import { setupSingleInstance } from "./single-instance";
import { setupWindow } from "./window";

setupCrashLog();
if (setupSingleInstance()) {
  // What it serves of people is asked for later than this: the window that asks opens last.
  setupScheme((candidateId, hash) => loops.files.open(candidateId, hash));
  setupNavigation();
  setupPermissions();
  const opened = setupOpenedFiles(notify);
  const loops = setupLoops(notify, opened.bundleToOpen);
  const candidateMode = setupCandidateMode(loops.files, loops.subjectKey, notify);
  setupIpc({
    ...appHandlers(),
    ...filesHandlers(),
    ...foldersHandlers(folderToFill),
    ...loops.handlers,
    ...candidateMode.handlers,
    ...opened.handlers,
  });
  setupPower(notify);
  setupIdleLock({ notify, minutes: loops.lockAfterMinutes, isGiven: candidateMode.isGiven });
  setupMenu();
  setupWindow(candidateMode.resume);
} else {
  app.exit();
}
