import { storageTrouble } from "../../../bindings/storage-trouble";
import type { DeletionCause } from "../../../domain/candidates/departed";
import type { Trouble } from "../../../ui/error-card";

/** What deleting a person or a recording says. */
export const deleteWords = {
  open: "Delete this person",
  title: "Delete this person from this laptop",
  goes: "What goes: the name, the contact, every application with its answers, reviews and notes, all files and recordings. Their key is destroyed, so no copy on this laptop opens any more, and it cannot be undone.",
  stays:
    "What stays: how many came how far in the funnel, without a name; loops and records that were made with this person, which Panelbook cannot delete yet; and what other laptops or saved files hold.",
  together: (count: number) => `${count} candidates were said to be this one person. All of them go.`,
  why: "Why",
  causes: {
    askedFor: "The person asked for it",
    timeOver: "The time for keeping is over",
    mistake: "Added by mistake; not counted in the funnel",
    other: "Another reason",
  } satisfies Record<DeletionCause, string>,
  act: "Delete for good",
  cancel: "Keep",
  recording: {
    open: "Delete the recording",
    title: "Delete this recording from this laptop",
    text: "The recording goes from the disk and cannot be brought back. That it was there, the reason, and what reviewers wrote about it stay.",
    yourName: "Your name",
    reason: "Reason",
    failed: "The recording was not deleted",
    gone: (reason: string) => `This recording was deleted: ${reason}`,
  },
} as const;

const held: Trouble = {
  what: "A loop of this person is under a legal hold, so nothing of them is deleted.",
  safe: "Everything is as it was.",
  todo: "When the hold is over, end it under Records, Retention; then delete.",
};

/** A person who could not be deleted, in plain words. */
export const deleteTrouble = (error: { readonly type: string }): Trouble =>
  error.type === "legalHold"
    ? held
    : storageTrouble(error, {
        what: "The person was not deleted completely",
        safe: "What is left is deleted when the program starts again, or when you try again.",
      });
