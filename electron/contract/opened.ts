import { z } from "zod";
import type { Result } from "../../src/domain/result";
import { channel } from "./channels";
import type { OpenedText, OpenTextFailure } from "./files";

type ReadFailure = Exclude<OpenTextFailure, { readonly type: "cancelled" }>;

/**
 * A file a person opened with the program from outside it: by a double click, by dropping it on the icon, or on the
 * command line. A bundle is not read here, since it may be large: `bundles.open` takes it in place of its dialog.
 */
export type OpenedFile =
  | { readonly kind: "kit" | "invite"; readonly read: Result<OpenedText, ReadFailure> }
  | { readonly kind: "bundle"; readonly name: string };

export const openedChannels = {
  /** The files that were opened since this was last asked, the newest last. */
  "opened.take": channel<Result<readonly OpenedFile[], never>>().with(z.undefined()),
};

/** `opened.waiting`: there is a file to take. */
export interface OpenedNotices {
  readonly "opened.waiting": undefined;
}
