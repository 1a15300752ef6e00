import type { GuideBlock } from "../../../domain/loop/role-players";
import type { Trouble } from "../../../ui/error-card";

/** Every text of the role player's screen. */

const noHarm = "Nothing was changed.";

export const guideTroubles: Record<GuideBlock, Trouble> = {
  noRole: {
    what: "This slot has no role to play.",
    safe: noHarm,
    todo: "Go back to the room and choose another slot.",
  },
  notForYou: {
    what: "A role’s guide is for its role player and the facilitator. This laptop has no key for it.",
    safe: "After you have sealed your own card you learn what was brought up, not what was scripted.",
    todo: "If you are to play this role, ask the facilitator to plan you for it.",
  },
  guideMissing: {
    what: "The guide has not arrived on this laptop yet.",
    safe: "Nothing is lost.",
    todo: "Stay in the room: it comes as soon as the facilitator’s laptop is reached.",
  },
  alsoAssesses: {
    what: "You are planned to play a role and to assess in the same slot. One card cannot be both.",
    safe: noHarm,
    todo: "Ask the facilitator to give the role to somebody else.",
  },
};

export const words = {
  start: "Start the slot’s clock",
  seal: "Seal my sheet",
  sealMeaning:
    "Sealing locks the sheet. Each assessor reads what was brought up once their own card is sealed; everybody else after the reveal.",
  sealed:
    "Your sheet is sealed. Each assessor’s laptop gets it once that assessor’s own card is sealed; the breaches are part of the record.",
  reading: "You read this as the facilitator. Only the role player ticks.",
  tensions: "Bring these up",
  noBreach: "No breach recorded.",
} as const;
