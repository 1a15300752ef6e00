import { app } from "electron";
import { ok } from "../../../src/domain/result";
import type { HandlersOf } from "../../contract/channels";
import type { Notify } from "../../contract/contract";
import type { openedChannels } from "../../contract/opened";
import { isInviteLink, openedPaths } from "./opened-paths";
import { createWaitingFiles } from "./waiting-files";

export interface OpenedFiles {
  readonly handlers: HandlersOf<typeof openedChannels>;
  readonly bundleToOpen: () => string | null;
}

/**
 * Collects the files people open with the program: those of the first start, those a second start brings (Windows
 * and Linux), and those macOS hands over. Windows take them when they are ready to.
 */
export const setupOpenedFiles = (notify: Notify): OpenedFiles => {
  const files = createWaitingFiles(() => notify("opened.waiting", undefined));
  files.add(openedPaths(process.argv, process.cwd()));
  app.on("second-instance", (_event, argv, folder) => files.add(openedPaths(argv, folder)));
  app.on("open-file", (event, path) => {
    event.preventDefault();
    files.add([path]);
  });
  app.on("open-url", (event, link) => {
    event.preventDefault();
    if (isInviteLink(link)) files.add([link]);
  });
  return {
    handlers: { "opened.take": async () => ok(await files.take()) },
    bundleToOpen: files.bundleToOpen,
  };
};
