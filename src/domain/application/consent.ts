import { z } from "zod";

/** What a candidate agrees to before anything is asked. A changed text is a new version with its day. */
export const consentSchema = z.object({
  version: z.string().min(1).max(40),
  /** The day from which this wording counts. */
  day: z.iso.date(),
  /** In paragraphs. */
  paragraphs: z.array(z.string().min(1).max(4000)).min(1).max(40),
});
export type Consent = z.infer<typeof consentSchema>;

/** The program's own wording; says what is kept, where and who sees it, and promises nothing the program cannot do. */
export const standardConsent: Consent = {
  version: "2",
  day: "2026-11-23",
  paragraphs: [
    "This laptop will ask you some questions about the role and may record short video answers. Your answers are used to decide about this application and for nothing else.",
    "What you say is kept encrypted on the laptops of the people who hire for this role. Nothing is sent to a service on the internet. No computer judges your voice, your face or what you say: people do.",
    "If an answer rules you out, a person looks at it and confirms or overrules it.",
    "You may write instead of recording. You may stop at any time; what you handed in until then is kept. The people who hire for this role tell you, if you ask them, what they keep about you and for how long.",
    "If you ask for it, they can delete a recording, or everything about you, from each laptop that has it. That somebody applied, and how far they came, stays as a number without your name.",
  ],
};
