import type { Logo } from "../../domain/company/company-template";

/** As high as the logo may be, and how wide, in pixels of 96 to the inch. */
const logoBox = { width: 240, height: 72 } as const;

/** A logo's size on the first page, in pixels of 96 to the inch, its proportions kept. */
export const logoSize = (logo: Logo): { readonly width: number; readonly height: number } => {
  const scale = Math.min(logoBox.width / logo.width, logoBox.height / logo.height, 1);
  return {
    width: Math.max(1, Math.round(logo.width * scale)),
    height: Math.max(1, Math.round(logo.height * scale)),
  };
};
