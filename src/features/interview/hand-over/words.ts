import type { JudgementSign } from "../../../domain/loop/coverage/judgement-sign";

/** What a hand-off is, said where one is written. */
export const handOffRule =
  "Everybody in the room can read it. Say what to ask about, never what you think of the answer.";

/** The quiet hint under a note that reads like a judgement. It stops nothing. */
export const judgementHint = ({ kind, text }: JudgementSign): string =>
  kind === "digit"
    ? `“${text}” reads like a rating. Leave it on your card, and say what to ask about.`
    : `“${text}” reads like a judgement. Leave it on your card, and say what to ask about.`;

/** The heading over what was handed over. */
export const handedHeading = (unread: number): string =>
  unread === 0 ? "Handed over to you" : `Handed over to you · ${unread} new`;
