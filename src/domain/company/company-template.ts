import { z } from "zod";

/** Fonts whose widths are known, so that the contents can carry page numbers without asking Word. */
export const companyFonts = ["Calibri", "Arial", "Georgia", "Times New Roman"] as const;
export type CompanyFont = (typeof companyFonts)[number];

export const paperSizes = ["a4", "letter"] as const;
export type PaperSize = (typeof paperSizes)[number];

/** The largest picture a template takes, in bytes: it is in every document. */
export const largestLogo = 512 * 1024;

export const logoSchema = z.object({
  kind: z.enum(["png", "jpg"]),
  base64: z.base64().max(Math.ceil((largestLogo * 4) / 3) + 4),
  /** In pixels; documents keep its proportions. */
  width: z.int().positive().max(10_000),
  height: z.int().positive().max(10_000),
});
export type Logo = z.infer<typeof logoSchema>;

/** What a company's documents look like; set once on a laptop, or given to `npm run pack` as a file. */
export const companyTemplateSchema = z.object({
  format: z.literal("panelbook-company-template"),
  formatVersion: z.literal(1),
  /** Printed with the address at the foot of the first page, and the logo's alternative text. */
  name: z.string().max(120),
  address: z.string().max(500),
  /** Of headings and links, "0B5F5B". */
  accent: z.string().regex(/^[0-9A-Fa-f]{6}$/),
  font: z.enum(companyFonts),
  paper: z.enum(paperSizes),
  logo: logoSchema.nullable(),
});
export type CompanyTemplate = z.infer<typeof companyTemplateSchema>;

/** The look of a document while nobody has set another. */
export const plainTemplate: CompanyTemplate = {
  format: "panelbook-company-template",
  formatVersion: 1,
  name: "",
  address: "",
  accent: "0B5F5B",
  font: "Calibri",
  paper: "a4",
  logo: null,
};

const linear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** Contrast of a colour on white paper, 1 to 21, as WCAG 2.2 defines it. */
export const contrastOnWhite = (accent: string): number => {
  const [red, green, blue] = [0, 2, 4].map((at) => linear(Number.parseInt(accent.slice(at, at + 2), 16)));
  const luminance = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  return 1.05 / (luminance + 0.05);
};

/** Below it small headings cannot be read by everybody. */
export const leastContrast = 4.5;
