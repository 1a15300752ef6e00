/** What in a hand-off sounds like a judgement, as it was written. */
export interface JudgementSign {
  readonly kind: "word" | "digit";
  readonly text: string;
}

/** Words that judge wherever they stand in a note about what to probe. */
const judging = [
  "strong (?:yes|no)",
  "no[- ]hire",
  "hire",
  "reject(?:ed)?",
  "weak(?:er|est|ness|nesses|ly)?",
  "strong(?:er|est|ly)?",
  "strengths?",
  "excellent(?:ly)?",
  "brilliant(?:ly)?",
  "outstanding",
  "impress(?:ed|ive)",
  "disappoint(?:ed|ing)",
  "poor(?:ly)?",
  "terrible",
  "awful",
  "mediocre",
  "unconvinc(?:ed|ing)",
  "convincing",
  "below (?:the )?(?:bar|level|par)",
  "exceeds",
  "partly meets",
  "(?:red|green) flags?",
  "(?:my|the|her|his|their) (?:rating|score)",
  "(?:i|we) (?:really )?(?:liked?|loved?|doubt(?:ed)?)",
];

/** Words that judge only as a predicate: "was good", "a bad answer", but not "ask for a good example". */
const predicate =
  "(?:is|was|are|were|seems?|seemed|looks?|looked|felt|very|really|quite|too|not) (?:a |so |very |really |quite |that )*(?:good|bad|great|fine|ok|okay|solid|thin|shallow|slow|junior)";

const word = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...judging, predicate].join("|")})(?![\\p{L}\\p{N}])`,
  "iu",
);

/** A point of the scale as a rating is spoken of: "3/4", "2 out of 4", "rated 3", "a 2", "a 3+"; not "2 regional events". */
const digitSigns = (points: number): readonly RegExp[] => {
  const digit = `[1-${points}](?:[.,]5)?[+-]?`;
  return [
    new RegExp(`(?<![\\p{L}\\p{N}.,])${digit} ?(?:/|out of|of) ?${points}(?![\\p{L}\\p{N}])`, "iu"),
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:rat(?:ed?|ing)|scor(?:ed?|ing)|gave|give|an?|only|solid|at best)(?: (?:it|her|him|them|a|an|at|of|only|just|is|was))*:? ?${digit}(?= *(?:$|[.,;:!?)\\n]|on |for |from |here|so far|at best))`,
      "iu",
    ),
  ];
};

/**
 * The first thing in `text` that reads like a judgement on a scale of `points`, or null. A hint and no proof: it knows
 * some English words and the way ratings are spoken of, nothing more.
 */
export const judgementSign = (text: string, points: number): JudgementSign | null => {
  const plain = text.normalize("NFC").replace(/’/g, "'").replace(/\s+/g, " ");
  const said = word.exec(plain)?.[0];
  if (said !== undefined) return { kind: "word", text: said };
  for (const sign of digitSigns(points)) {
    const found = sign.exec(plain)?.[0];
    if (found !== undefined) return { kind: "digit", text: found.trim() };
  }
  return null;
};
