import type { IXmlableObject, PageNumberEstimator } from "docx";

/** For each letter of a word longer than a line the layout measures a line's letters, so that it is given none: pieces of so many. */
const longestWord = 40;

/** Letters between which no line breaks; Chinese, Japanese and Korean break between any two. */
const unbroken = new RegExp(`[^\\s\\u1100-\\u11ff\\u2e80-\\uffff]{${longestWord}}(?=\\S)`, "gu");

const inPieces = (text: string): string => text.replace(unbroken, "$& ");

const mapText = (value: unknown, isText: boolean): unknown => {
  if (typeof value === "string") return isText ? inPieces(value) : value;
  if (Array.isArray(value)) return value.map((entry) => mapText(entry, isText));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, mapText(entry, key === "w:t")]),
  );
};

/**
 * An estimator that is given long words in pieces. What is written keeps them whole; Word breaks them at the margin, which
 * is a few letters further on.
 */
export const bounded = (estimator: PageNumberEstimator): PageNumberEstimator =>
  Object.assign(
    (...[body, context]: Parameters<PageNumberEstimator>) =>
      estimator(mapText(body, false) as IXmlableObject, context),
    estimator.listNumbers === undefined ? {} : { listNumbers: estimator.listNumbers },
  );
