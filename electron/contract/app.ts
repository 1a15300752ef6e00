import { z } from "zod";
import type { Result } from "../../src/domain/result";
import { channel } from "./channels";

/**
 * What the program runs on. `shipped`: packaged for people. `official`: the Electron of package.json, unpackaged.
 * `substitute`: a stand-in runtime for development and tests (see electron/dev), never what people get.
 */
export type RuntimeKind = "shipped" | "official" | "substitute";

export interface AppInfo {
  readonly version: string;
  readonly runtime: RuntimeKind;
  readonly electron: string;
  readonly chrome: string;
  readonly node: string;
  /** "linux", "darwin" or "win32". */
  readonly platform: string;
}

/** The longest text that goes to the clipboard, in UTF-16 units; an invite has a few hundred. */
export const copyTextLimit = 100_000;

export const appChannels = {
  "app.info": channel<Result<AppInfo, never>>().with(z.undefined()),
  /** Puts text on the clipboard; the window itself has no permission for that. */
  "app.copyText": channel<Result<null, never>>().with(z.string().max(copyTextLimit)),
};

/** `app.resumed`: the machine woke up; connections that were open before are probably dead. */
export interface AppNotices {
  readonly "app.resumed": undefined;
}
