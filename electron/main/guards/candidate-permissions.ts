import { isCandidatePage } from "./own-page";

/** The kinds of media that a request names; nothing for any other request. */
export interface AskedPermission {
  readonly permission: string;
  /** The page that asks. */
  readonly address: string;
  readonly isMainFrame: boolean;
  readonly mediaTypes: readonly string[];
}

/** Camera and microphone, for the candidate's page itself; nothing else, and no picture of the screen. */
export const grantsCandidate = ({ permission, address, isMainFrame, mediaTypes }: AskedPermission): boolean =>
  permission === "media" &&
  isMainFrame &&
  isCandidatePage(address) &&
  mediaTypes.length > 0 &&
  mediaTypes.every((type) => type === "video" || type === "audio");
