import canonicalize from "canonicalize";

/** A lone surrogate has no UTF-8, so two laptops could sign different bytes for one text. */
const assertWellFormed = (value: unknown): void => {
  if (typeof value === "string" && !value.isWellFormed()) throw new Error("text with a lone surrogate");
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    assertWellFormed(key);
    assertWellFormed(item);
  }
};

/**
 * RFC 8785 (JCS): one text per value, so that a hash means the value. Throws on lone surrogates and on
 * what JSON cannot say (NaN, functions): callers pass parsed domain values, so either is a bug; texts typed
 * by people go through `wellFormedText` first.
 */
export const canonicalJson = (value: unknown): string => {
  assertWellFormed(value);
  const text = canonicalize(value);
  if (text === undefined) throw new Error("not a JSON value");
  return text;
};

/** Typed or pasted text made fit for signing: lone surrogates become U+FFFD. */
export const wellFormedText = (text: string): string => text.toWellFormed();
