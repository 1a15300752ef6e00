import type { TakeEnd } from "../../domain/application/taken-application";
import { clockText } from "../../ui/clock-text";
import type { Trouble } from "../../ui/error-card";

const many = (count: number, one: string, more: string): string => (count === 1 ? one : `${count} ${more}`);

/** Every text of the candidate's screen: short, calm, to a person who may be nervous. */
export const words = {
  applyingFor: "Application",
  opening: "Opening your application",
  consentTitle: "Before we begin",
  consentVersion: (version: string, day: string) => `Consent, version ${version} of ${day}`,
  agree: "I agree, begin",
  disagree: "I do not agree",
  questionOf: (number: number, of: number) => `Question ${number} of ${of}`,
  yes: "Yes",
  no: "No",
  chooseOne: "Choose one",
  chooseAny: "Choose all that apply, or none",
  number: (unit: string) => (unit === "" ? "Your answer, a number" : `Your answer, in ${unit}`),
  next: "Next",
  promptOf: (number: number, of: number) => `Answer ${number} of ${of}`,
  checkTitle: "Camera and microphone",
  checkText:
    "Some questions are answered on video. Look whether you can see yourself, and say a few words. Nothing is recorded yet.",
  checkCamera: "Turn on camera and microphone",
  heard: "We hear you.",
  notHeard: "Say something: the bar moves when we hear you.",
  level: "Loudness of the microphone",
  looksGood: "This works, go on",
  writeInstead: "Write my answer instead",
  recordInstead: "Record my answer instead",
  ready: (preparation: number | null, seconds: number, takes: number) =>
    [
      preparation === null
        ? "Take the time you need to prepare."
        : `You have ${clockText(preparation)} to prepare; then the recording begins by itself.`,
      `You may speak for up to ${clockText(seconds)}.`,
      many(takes, "You can record once.", "recordings are possible; the last one is handed in."),
    ].join(" "),
  showQuestion: "Show the question",
  prepare: "Preparation",
  record: "Record",
  recordNow: "Record now",
  steps: { record: "Record", review: "Review", submit: "Submit" },
  recording: "Recording",
  stop: "Stop and review",
  stopping: "Keeping the recording",
  yourRecording: "Your recording",
  submit: "Submit this answer",
  again: (left: number) => `Record again (${left} left)`,
  noMore: "No more recordings are possible for this question.",
  textLabel: "Your answer",
  submitText: "Submit my written answer",
  finishTitle: "That was everything",
  finishText: "Press Finish to hand in your application. After that nothing can be changed.",
  finish: "Finish",
  ends: {
    finished: {
      title: "Thank you. Your application is handed in.",
      text: "Please give this laptop back to the person you got it from. They will tell you what happens next.",
    },
    knockedOut: {
      title: "Thank you. These were all the questions for today.",
      text: "A person will look at your answers and get back to you. Please give this laptop back to the person you got it from.",
    },
    declined: {
      title: "That is fine. Nothing was asked, and nothing is kept but that you did not agree.",
      text: "Please give this laptop back to the person you got it from, and ask them how else you can apply.",
    },
    left: {
      title: "This application has ended.",
      text: "Please give this laptop back to the person you got it from.",
    },
  },
  staff: "Staff",
  staffTitle: "Take the laptop back",
  staffText: "The application ends here. What was handed in until now is kept.",
  pin: "Staff PIN",
  pinHint: "4 to 12 digits",
  leave: "End and unlock",
  goBack: "Back to the application",
} as const;

/** How a recording that did not end as it should is told. */
export const cutOff: Readonly<Record<TakeEnd, string | null>> = {
  person: null,
  limit: "The time was over. Everything until then is recorded.",
  unplugged:
    "The camera or microphone went away. What was recorded until then is kept. Plug it in again to record anew, or submit this.",
  disk: "This laptop has no room for more. What was recorded until then is kept. You may submit it, write your answer, or ask the person you got the laptop from.",
  crash:
    "The recording was interrupted. What was recorded until then is kept. You may submit it or record again.",
};

const askStaff = "Please tell the person you got this laptop from.";

const troubles: Readonly<Record<string, Trouble>> = {
  noCamera: {
    what: "No camera was found.",
    safe: "Nothing is lost.",
    todo: "Plug one in and try again, or write your answers.",
  },
  noMicrophone: {
    what: "No microphone was found.",
    safe: "Nothing is lost.",
    todo: "Plug one in and try again, or write your answers.",
  },
  cameraTaken: {
    what: "Another program uses the camera or microphone.",
    safe: "Nothing is lost.",
    todo: `${askStaff} They can close it; or write your answers.`,
  },
  notAllowed: {
    what: "This laptop does not let the program use the camera.",
    safe: "Nothing is lost.",
    todo: `${askStaff} Or write your answers.`,
  },
  unplugged: {
    what: "The camera or microphone went away.",
    safe: "What was recorded until then is kept.",
    todo: "Plug it in again and try again, or write your answers.",
  },
  notRecordable: {
    what: "This laptop cannot record video.",
    safe: "Nothing is lost.",
    todo: "Write your answers instead.",
  },
  diskFull: {
    what: "This laptop has no room for a recording.",
    safe: "Everything you handed in is kept.",
    todo: `Write your answer, or: ${askStaff.toLowerCase()}`,
  },
  notWritable: {
    what: "Your answer could not be kept.",
    safe: "Everything before it is.",
    todo: `Try again. If it stays: ${askStaff.toLowerCase()}`,
  },
};

/** A failure in words for a candidate, who can do little about most of them. */
export const applicationTrouble = ({ type }: { readonly type: string }): Trouble =>
  troubles[type] ?? {
    what: "This step did not work.",
    safe: "Everything you handed in is kept.",
    todo: `Try again. If it stays: ${askStaff.toLowerCase()}`,
  };

/** Why the PIN was not taken. */
export const pinTrouble = (failure: { readonly type: string; readonly waitSeconds?: unknown }): string => {
  const seconds = typeof failure.waitSeconds === "number" ? failure.waitSeconds : 0;
  if (failure.type === "wait") return `Too many wrong PINs. Wait ${clockText(seconds)}, then try again.`;
  if (failure.type === "wrongPin" && seconds > 0)
    return `This PIN is wrong. The next try is possible in ${clockText(seconds)}.`;
  if (failure.type === "wrongPin") return "This PIN is wrong.";
  if (failure.type === "pinMissing") return "No staff PIN is kept on this laptop any more.";
  if (failure.type === "refusedPayload") return "A PIN has 4 to 12 digits.";
  return "The laptop could not be unlocked. Try again.";
};
