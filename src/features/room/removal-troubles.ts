import type { Trouble } from "../../ui/error-card";

const kept = "Nothing was changed.";

const troubles: Readonly<Record<string, Trouble>> = {
  reasonMissing: {
    what: "Removing a laptop needs a reason.",
    safe: kept,
    todo: "Say why; everybody in the loop reads it.",
  },
  ownLaptop: {
    what: "A laptop cannot take itself out of the loop.",
    safe: kept,
    todo: "Let a deputy do it from another laptop.",
  },
  notTheAuthority: {
    what: "Only the facilitator, or a deputy who took over, can take laptops out of the loop.",
    safe: kept,
    todo: "Ask the facilitator.",
  },
  facilitatorMissing: {
    what: "Without that laptop nobody could act for the loop any more.",
    safe: kept,
    todo: "Let a deputy take over first.",
  },
  unusableKey: {
    what: "One of the other laptops has a key that the new secret cannot be sent to.",
    safe: "Nobody was removed.",
    todo: "Remove that laptop as well, then let it in again.",
  },
};

/** Why a laptop was not removed, in plain words. */
export const removalTrouble = ({ type }: { readonly type: string }): Trouble =>
  troubles[type] ?? {
    what: `The laptop was not removed (${type}).`,
    safe: kept,
    todo: "Try again.",
  };
