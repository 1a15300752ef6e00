/** Words that judge a person or guess at their inside. What cannot be seen or heard cannot be ticked alike by two people. */
const judging = [
  "culture fit",
  "good fit",
  "great attitude",
  "positive attitude",
  "passionate",
  "likeable",
  "nice",
  "smart",
  "intelligent",
  "charismatic",
  "energetic",
  "enthusiastic",
  "confident",
  "professional",
  "motivated",
  "trustworthy",
  "genuine",
  "feels?",
  "believes?",
  "wants?",
  "understands?",
  "knows?",
  "is aware of",
  "cares? about",
] as const;

const judgingWord = new RegExp(`\\b(?:${judging.join("|")})\\b`, "i");

/**
 * The word that makes a sign hard to observe, or null. A sign says what somebody does or says ("Names the figure"); one
 * that says what they are or feel is read differently by everybody.
 */
export const unobservableIn = (sign: string): string | null => judgingWord.exec(sign)?.[0] ?? null;

const asked = /\?/g;
const secondQuestion = /\b(?:and|or)\s+(?:how|what|when|where|which|who|whom|whose|why)\b/i;

/**
 * True where a prompt asks for two things, so that a rating does not say which of them was answered: two sentences
 * that end in a question mark, or one that goes on with "and how …".
 */
export const asksTwice = (prompt: string): boolean =>
  (prompt.match(asked) ?? []).length > 1 || secondQuestion.test(prompt);

/** True where a prompt still waits for its second half, as a new question's does. */
export const isUnfinished = (prompt: string): boolean => /(?:…|\.\.\.)\s*$/.test(prompt);
