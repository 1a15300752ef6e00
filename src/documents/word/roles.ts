import type { ParagraphRole } from "../outline";

/** The id of the style that a paragraph of each role has. */
export const styleOfRole: Readonly<Record<ParagraphRole, string>> = {
  body: "Normal",
  lead: "Lead",
  coverKind: "CoverKind",
  title: "Title",
  subtitle: "Subtitle",
  quote: "Quote",
  caption: "Caption",
  small: "Small",
  underHeading: "UnderHeading",
  notice: "Notice",
};
