import type { AbsenceReason, Rating } from "../../domain/card/card";

/** What choosing a reason for no rating makes of a rating: the same reason again takes it back. */
export const absenceOrBlank = (rating: Rating, reason: AbsenceReason): Rating =>
  rating.kind === "absent" && rating.reason === reason ? { kind: "blank" } : { kind: "absent", reason };
