import type { Hat } from "../../domain/loop/roster";

/** The hats as the room names them. */
export const hatWords: Record<Hat, string> = {
  facilitator: "facilitator",
  hiringManager: "hiring manager",
  panelist: "panelist",
  rolePlayer: "role player",
  observer: "observer",
  shadow: "shadow",
  recordsKeeper: "records keeper",
};
