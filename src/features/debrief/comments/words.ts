import { actTrouble } from "../../../bindings/act-trouble";
import type { ThreadResolution } from "../../../domain/loop/comment-thread";
import { type CardPart, longestComment } from "../../../domain/sealing/comment-entries";
import type { Trouble } from "../../../ui/error-card";
import { timeText } from "../../../ui/time-text";

/** Every text of comments on cards. */

/** What a comment is about, to stand after a name: "Ben Sato’s overall call". */
export const partWords = (part: CardPart): string => {
  switch (part.kind) {
    case "card":
      return "card";
    case "answer":
      return "answer";
    case "exercise":
      return "rating of the exercise";
    case "note":
      return `note ${part.index + 1}`;
    case "overall":
      return "overall call";
  }
};

/** How much may still be written, once that matters; empty before. */
export const roomLeft = (text: string): string => {
  const left = longestComment - text.length;
  return left > 400 ? "" : `${left} characters left`;
};

export const settledWords = (
  resolutions: readonly ThreadResolution[] | undefined,
  nameOf: (personId: string) => string,
): string => {
  const last = resolutions?.findLast(({ state }) => state === "resolved");
  return last === undefined ? "Settled" : `Settled by ${nameOf(last.personId)}, ${timeText(last.at)}`;
};

export const commentTrouble = (error: { readonly type: string }): Trouble =>
  actTrouble(error, {
    what: "The comment could not be signed",
    safe: "What you wrote is still on this screen.",
  });

export const settleTrouble = (error: { readonly type: string }): Trouble =>
  actTrouble(error, { what: "The thread stays as it is", safe: "Every comment is kept." });
