/**
 * Words that lead into what employers may not decide by: age, family, health, origin, belief, union, sex. After the
 * grounds of the EU's equality directives (2000/43, 2000/78, 2006/54) and Title VII of the US Civil Rights Act. English
 * only; whole words. A hit is a reason to look: "describe an age group you sold to" is fine.
 */
const protectedWords = [
  "age",
  "how old",
  "birthday",
  "born",
  "retirement",
  "graduation year",
  "pregnan(?:t|cy)",
  "child(?:ren)?",
  "childcare",
  "kids",
  "married",
  "marital",
  "spouse",
  "husband",
  "wife",
  "family plans?",
  "parental leave",
  "maternity",
  "paternity",
  "disab(?:led|ility|ilities)",
  "illness",
  "sick days?",
  "medical",
  "medication",
  "health condition",
  "mental health",
  "religion",
  "religious",
  "church",
  "mosque",
  "synagogue",
  "pray",
  "nationality",
  "citizenship",
  "native (?:speaker|language|tongue)",
  "mother tongue",
  "accent",
  "ethnic(?:ity)?",
  "race",
  "skin colou?r",
  "immigrat(?:ed|ion)",
  "sexual orientation",
  "gender",
  "trade union",
  "union member(?:ship)?",
  "political part(?:y|ies)",
  "criminal record",
  "arrest(?:ed)?",
  "military discharge",
] as const;

const protectedTopic = new RegExp(`\\b(?:${protectedWords.join("|")})\\b`, "i");

/** The first word of a text that touches a protected topic, as it stands there; null where none does. */
export const protectedWordIn = (text: string): string | null => protectedTopic.exec(text)?.[0] ?? null;
