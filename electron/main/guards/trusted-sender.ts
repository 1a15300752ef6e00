import { isOwnPage } from "./own-page";

/** What matters of the frame a message came from; null where the frame is already gone. */
export interface SenderFrame {
  readonly url: string;
  /** Null for a main frame. */
  readonly parent: unknown;
}

/** True only for the main frame of one of our windows, while it shows the page of that window. */
export const isTrustedSender = (
  frame: SenderFrame | null | undefined,
  fromOurWindow: boolean,
  isItsPage: (address: string) => boolean = isOwnPage,
): boolean =>
  fromOurWindow && frame !== null && frame !== undefined && frame.parent === null && isItsPage(frame.url);
