import { z } from "zod";
import { err, ok, type Result } from "../../result";
import type { Incoming } from "./incoming";

const text = z
  .string()
  .max(20_000)
  .nullish()
  .transform((value) => value?.trim() ?? "");
const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .max(500)
    .nullish()
    .transform((items) => items ?? []);

/** What is read of a JSON Resume (https://jsonresume.org/schema, 1.0.0); other members are left out. */
const jsonResumeSchema = z.object({
  basics: z.object({
    name: z.string().trim().min(1).max(200),
    label: text,
    email: text,
    phone: text,
    summary: text,
  }),
  work: list(
    z.object({
      name: text,
      position: text,
      startDate: text,
      endDate: text,
      summary: text,
      highlights: list(text),
    }),
  ),
  education: list(
    z.object({ institution: text, area: text, studyType: text, startDate: text, endDate: text }),
  ),
  skills: list(z.object({ name: text, level: text, keywords: list(text) })),
  certificates: list(z.object({ name: text, date: text, issuer: text })),
  languages: list(z.object({ language: text, fluency: text })),
});
type JsonResume = z.infer<typeof jsonResumeSchema>;

/** A person from a JSON Resume, with what it says as a text that can be kept and read. */
export interface IncomingResume extends Incoming {
  readonly text: string;
}

export type JsonResumeRefusal = { readonly type: "notJson" } | { readonly type: "noJsonResume" };

const line = (between: string, ...parts: readonly string[]): string => parts.filter(Boolean).join(between);

const part = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ["", title, ...lines];

const readable = ({ basics, ...resume }: JsonResume): string =>
  [
    basics.name,
    line(" · ", basics.label, basics.email, basics.phone),
    basics.summary,
    ...part(
      "WORK",
      resume.work.flatMap(({ name, position, startDate, endDate, summary, highlights }) => [
        line(", ", line(" at ", position, name), line(" to ", startDate, endDate)),
        ...(summary === "" ? [] : [summary]),
        ...highlights.filter(Boolean).map((one) => `• ${one}`),
      ]),
    ),
    ...part(
      "EDUCATION",
      resume.education.map(({ institution, area, studyType, startDate, endDate }) =>
        line(", ", line(" in ", studyType, area), institution, line(" to ", startDate, endDate)),
      ),
    ),
    ...part(
      "SKILLS",
      resume.skills.map(({ name, level, keywords }) =>
        line(": ", line(", ", name, level), line(", ", ...keywords)),
      ),
    ),
    ...part(
      "CERTIFICATES",
      resume.certificates.map(({ name, issuer, date }) => line(", ", name, issuer, date)),
    ),
    ...part(
      "LANGUAGES",
      resume.languages.map(({ language, fluency }) => line(", ", language, fluency)),
    ),
  ].join("\n");

const parsedJson = (source: string): unknown => {
  try {
    return JSON.parse(source);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
};

/** Reads a JSON Resume file; refused where it is no JSON, or names nobody. */
export const readJsonResume = (source: string): Result<IncomingResume, JsonResumeRefusal> => {
  const json = parsedJson(source.replace(/^\ufeff/, ""));
  if (json === undefined) return err({ type: "notJson" });
  const parsed = jsonResumeSchema.safeParse(json);
  if (!parsed.success) return err({ type: "noJsonResume" });
  const { name, email, phone } = parsed.data.basics;
  const contact = line(", ", email, phone).slice(0, 500);
  return ok({ name, contact, text: readable(parsed.data) });
};
