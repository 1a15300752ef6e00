import { z } from "zod";
import { personIdSchema, slotIdSchema } from "../ids";

/**
 * One line of what a slot's interviewers wrote together, and who wrote it: whoever wrote most of it first. Empty where
 * nobody said so, as after damage was undone. A claim of the laptops that wrote, not signed.
 */
export const sharedLineSchema = z.object({ text: z.string(), writers: z.array(personIdSchema) });
export type SharedLine = z.infer<typeof sharedLineSchema>;

/** The shared notes of one slot. */
export const slotNotesSchema = z.object({ slotId: slotIdSchema, lines: z.array(sharedLineSchema) });
export type SlotNotes = z.infer<typeof slotNotesSchema>;

/** Longest shared notes of a slot in UTF-16 units; others' laptops refuse what is longer than two of these. */
export const longestSharedNotes = 50_000;

/** What of `next` fits, cut between characters, and how many units did not. */
export const fitShared = (next: string): { readonly text: string; readonly cut: number } => {
  if (next.length <= longestSharedNotes) return { text: next, cut: 0 };
  const last = next.charCodeAt(longestSharedNotes - 1);
  const end = last >= 0xd800 && last <= 0xdbff ? longestSharedNotes - 1 : longestSharedNotes;
  return { text: next.slice(0, end), cut: next.length - end };
};
