/**
 * Everything the candidate's window may ask, apart from the staff window's names: its preload file is a file of its own
 * and knows no other. candidate-contract.ts does not compile when the two differ.
 */
export const candidateChannelNames = [
  "candidate.prompts",
  "candidate.answer",
  "candidate.start",
  "candidate.chunk",
  "candidate.stop",
  "candidate.finish",
  "candidate.leave",
] as const;
export type CandidateChannelName = (typeof candidateChannelNames)[number];
