import { existsSync } from "node:fs";
import { join } from "node:path";
import { app, clipboard } from "electron";
import { ok } from "../../src/domain/result";
import type { AppInfo, appChannels, RuntimeKind } from "../contract/app";
import type { HandlersOf } from "../contract/channels";

/** The stand-in runtime marks itself (see electron/dev/runtime). */
const runtimeKind = (): RuntimeKind => {
  if (existsSync(join(process.resourcesPath, "substitute-runtime.json"))) return "substitute";
  return app.isPackaged ? "shipped" : "official";
};

const appInfo = (): AppInfo => ({
  version: app.getVersion(),
  runtime: runtimeKind(),
  electron: process.versions.electron,
  chrome: process.versions.chrome,
  node: process.versions.node,
  platform: process.platform,
});

export const appHandlers = (): HandlersOf<typeof appChannels> => ({
  "app.info": () => ok(appInfo()),
  "app.copyText": (text) => {
    clipboard.writeText(text);
    return ok(null);
  },
});
