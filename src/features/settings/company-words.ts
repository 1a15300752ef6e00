import type { Trouble } from "../../ui/error-card";

/** What the part of the settings about documents says. */
export const companyWords = {
  title: "Documents",
  reading: "Reading how documents look",
  hint: "Every document made on this laptop looks like this. Tables and headings have styles in Word, where they can be changed as well.",
  name: "Company",
  address: "Address",
  addressHint: "At the foot of the first page.",
  accent: "Colour of headings",
  tooPale: "Too pale to read on white paper.",
  font: "Font",
  paper: "Paper",
  papers: { a4: "A4", letter: "US Letter" },
  noLogo: "No logo.",
  logoAlt: "The logo on the first page",
  chooseLogo: "Choose a logo",
  removeLogo: "Remove the logo",
  save: "Save how documents look",
  saved: "Saved.",
} as const;

const troubles: Readonly<Record<string, Trouble>> = {
  logoTooLarge: {
    what: "The picture is larger than 512 KB.",
    safe: "The logo is as it was.",
    todo: "Choose a smaller one: it is in every document.",
  },
  notALogo: {
    what: "That file is no picture this program can draw.",
    safe: "The logo is as it was.",
    todo: "Choose a PNG or a JPEG file.",
  },
};

export const companyTrouble = ({ type }: { readonly type: string }): Trouble =>
  troubles[type] ?? {
    what: `How documents look could not be read or saved (${type}).`,
    safe: "Documents are made as before.",
    todo: "Try again.",
  };
