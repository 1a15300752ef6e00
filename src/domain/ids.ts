import { z } from "zod";

/** Random ids are 128 bits in base64url (22 characters); whoever calls the domain makes them. */
const randomId = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** Ids inside a kit are short readable slugs, unique within their kind in one kit. */
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);

/** SHA-256 in base64url (43 characters). */
export const hashSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .brand<"Hash">();
export type Hash = z.infer<typeof hashSchema>;

/** One role kit through all its versions. */
export const kitIdSchema = randomId.brand<"KitId">();
export type KitId = z.infer<typeof kitIdSchema>;

/** One candidate; also the subject whose key encrypts the candidate's rows. */
export const candidateIdSchema = randomId.brand<"CandidateId">();
export type CandidateId = z.infer<typeof candidateIdSchema>;

/** One application of a candidate for one role; its rows are encrypted with the candidate's key. */
export const applicationIdSchema = randomId.brand<"ApplicationId">();
export type ApplicationId = z.infer<typeof applicationIdSchema>;

/** One loop; also the subject whose key encrypts the loop's rows. */
export const loopIdSchema = randomId.brand<"LoopId">();
export type LoopId = z.infer<typeof loopIdSchema>;

/** One person in a roster. */
export const personIdSchema = randomId.brand<"PersonId">();
export type PersonId = z.infer<typeof personIdSchema>;

/** One slot in a plan. */
export const slotIdSchema = randomId.brand<"SlotId">();
export type SlotId = z.infer<typeof slotIdSchema>;

/** One break in a plan. */
export const breakIdSchema = randomId.brand<"BreakId">();
export type BreakId = z.infer<typeof breakIdSchema>;

/** A device is named by the SHA-256 of its Ed25519 public key. */
export const deviceIdSchema = hashSchema.brand<"DeviceId">();
export type DeviceId = z.infer<typeof deviceIdSchema>;

/** A candidate or a loop: whatever has a key of its own at rest. */
export type SubjectId = CandidateId | LoopId;
export const subjectIdSchema = z.union([candidateIdSchema, loopIdSchema]);

export const levelIdSchema = slug.brand<"LevelId">();
export type LevelId = z.infer<typeof levelIdSchema>;
export const disciplineIdSchema = slug.brand<"DisciplineId">();
export type DisciplineId = z.infer<typeof disciplineIdSchema>;
export const competencyIdSchema = slug.brand<"CompetencyId">();
export type CompetencyId = z.infer<typeof competencyIdSchema>;
export const attitudeIdSchema = slug.brand<"AttitudeId">();
export type AttitudeId = z.infer<typeof attitudeIdSchema>;
export const roundIdSchema = slug.brand<"RoundId">();
export type RoundId = z.infer<typeof roundIdSchema>;
export const questionIdSchema = slug.brand<"QuestionId">();
export type QuestionId = z.infer<typeof questionIdSchema>;
export const indicatorIdSchema = slug.brand<"IndicatorId">();
export type IndicatorId = z.infer<typeof indicatorIdSchema>;
export const exerciseIdSchema = slug.brand<"ExerciseId">();
export type ExerciseId = z.infer<typeof exerciseIdSchema>;
/** Knock-outs, video prompts, resume criteria and roles in an exercise. */
export const kitItemIdSchema = slug.brand<"KitItemId">();
export type KitItemId = z.infer<typeof kitItemIdSchema>;

/** Bytes in unpadded base64url, as every signed or stored format here writes them. */
export const base64UrlSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]*$/)
  .brand<"Base64Url">();
export type Base64Url = z.infer<typeof base64UrlSchema>;

/** A wall-clock time as ISO 8601 in UTC with milliseconds. Shown, never trusted. */
export const timestampSchema = z.iso.datetime({ precision: 3 }).brand<"Timestamp">();
export type Timestamp = z.infer<typeof timestampSchema>;

/**
 * Turns a title into a slug that is free among `taken`: lower case, ASCII letters and digits, hyphens.
 * A title without any such character becomes `fallback`. The first clash gets `-2`, the next `-3`.
 */
export const freeSlug = (title: string, taken: ReadonlySet<string>, fallback: string): string => {
  const plain = title
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  const base = plain === "" ? fallback : plain;
  let candidate = base;
  for (let count = 2; taken.has(candidate); count += 1) candidate = `${base}-${count}`;
  return candidate;
};
