import { storageTrouble } from "../../../bindings/storage-trouble";
import type {
  ApplicationEnd,
  TakeEnd,
  TakenApplication,
} from "../../../domain/application/taken-application";
import type { GivenAnswer } from "../../../domain/candidates/knock-out";
import { dayText } from "../../../ui/day-text";
import type { Trouble } from "../../../ui/error-card";
import { timeText } from "../../../ui/time-text";

const count = (number: number, one: string, more: string): string => `${number} ${number === 1 ? one : more}`;

/** What the staff side of candidate mode says. */
export const words = {
  title: "Application on this laptop",
  text: "Hand this laptop to the candidate. Their screen fills it and only the staff PIN brings this one back.",
  asks: (questions: number, prompts: number) =>
    `The role asks ${count(questions, "knock-out question", "knock-out questions")} and ${count(prompts, "video answer", "video answers")}.`,
  asksNothing:
    "The role kit has no knock-out questions and no video prompts, so there is nothing to apply with.",
  open: "Start the application",
  changePin: "Change the staff PIN",
  choosePin: "Choose a staff PIN",
  pinText:
    "It takes the laptop back. Whoever forgets it removes pin.json and open.json from the folder candidate-mode in this profile while the program is closed; the applications beside them stay.",
  pin: "Staff PIN",
  newPin: "New staff PIN",
  before: "Staff PIN until now",
  again: "The same again",
  pinHint: "4 to 12 digits",
  differ: "The two are not the same.",
  setPin: "Set the PIN",
  begin: "Hand over now",
  beginText: "This window is hidden until somebody enters the staff PIN in the candidate's.",
  cancel: "Cancel",
  taken: "What was taken on this laptop",
  when: (taken: TakenApplication) => `${dayText(taken.endedAt)}, ${timeText(taken.endedAt)}`,
  consent: ({ consent }: TakenApplication) =>
    consent === null
      ? "No consent was given; nothing was asked."
      : `Agreed to the consent, version ${consent.version} of ${consent.day}.`,
  disqualifies: "ends the application; a person confirms or overrules it",
  written: "In writing",
  clip: (prompt: string) => `Recording: ${prompt}`,
  takes: (number: number) => count(number, "take", "takes"),
} as const;

export const endWords: Readonly<Record<ApplicationEnd, string>> = {
  finished: "Handed in",
  knockedOut: "Ended by an answer",
  declined: "Did not agree to the consent",
  left: "Ended by staff",
};

export const cutWords: Readonly<Record<TakeEnd, string | null>> = {
  person: null,
  limit: "stopped at the time limit",
  unplugged: "cut off when a device was unplugged",
  disk: "cut off when the disk was full",
  crash: "cut off when the program ended",
};

/** What was answered to a knock-out question. */
export const answerText = (answer: GivenAnswer): string => {
  if (answer.form === "multiple") return answer.choices.length === 0 ? "none" : answer.choices.join(", ");
  if (answer.form === "single") return answer.choice;
  if (answer.form === "number") return String(answer.value);
  return answer.value === "yes" ? "Yes" : "No";
};

/** Why an application did not begin. */
export const beginTrouble = (error: { readonly type: string }): Trouble => {
  if (error.type === "alreadyOpen")
    return {
      what: "A candidate has this laptop already.",
      safe: "Nothing was changed.",
      todo: "End that application with the staff PIN first.",
    };
  if (error.type === "waiting")
    return {
      what: "What this candidate answered before could not be taken over yet.",
      safe: "It is kept on this laptop.",
      todo: "Make room on the disk, start the program anew, and try again once it stands on this page.",
    };
  return storageTrouble(error, {
    what: "The application could not begin",
    safe: "The laptop was not handed over.",
  });
};

/** Why a PIN was not set. */
export const pinTrouble = (error: { readonly type: string; readonly waitSeconds?: unknown }): string => {
  const seconds = typeof error.waitSeconds === "number" ? error.waitSeconds : 0;
  if (error.type === "wait") return `Too many wrong PINs. Wait ${seconds} seconds, then try again.`;
  if (error.type === "wrongPin") return "The PIN until now is another one.";
  return "The PIN could not be written. Free some space, then try again.";
};
