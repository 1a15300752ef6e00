import { z } from "zod";
import { base64UrlSchema, deviceIdSchema, personIdSchema, timestampSchema } from "../ids";

export const hats = [
  "facilitator",
  "hiringManager",
  "panelist",
  "rolePlayer",
  "observer",
  "shadow",
  "recordsKeeper",
] as const;
export const hatSchema = z.enum(hats);
/** What a person does in a loop; one person may wear several. */
export type Hat = z.infer<typeof hatSchema>;

export const personSchema = z.object({
  personId: personIdSchema,
  name: z.string().trim().min(1).max(200),
  /** The person's job title, as documents print it; may be empty. */
  title: z.string().max(200),
  hats: z.array(hatSchema).min(1),
});
export type Person = z.infer<typeof personSchema>;

/** The public half of a laptop's identity: two raw 32-byte public keys and the id made from the first. */
export const deviceKeysSchema = z.object({
  deviceId: deviceIdSchema,
  /** Ed25519 public key. */
  signKey: base64UrlSchema.length(43),
  /** X25519 public key. */
  agreeKey: base64UrlSchema.length(43),
});
export type DeviceKeys = z.infer<typeof deviceKeysSchema>;

/** A laptop bound to one person. */
export const deviceSchema = deviceKeysSchema.extend({
  personId: personIdSchema,
  label: z.string().max(100),
  admittedAt: timestampSchema,
});
export type Device = z.infer<typeof deviceSchema>;

/** The person whose laptop this is, or null for a laptop the roster does not know. */
export const personOfDevice = (
  roster: { readonly persons: readonly Person[]; readonly devices: readonly Device[] },
  deviceId: string,
): Person | null => {
  const device = roster.devices.find((known) => known.deviceId === deviceId);
  if (device === undefined) return null;
  return roster.persons.find((person) => person.personId === device.personId) ?? null;
};

export const wearsHat = (person: Person, hat: Hat): boolean => person.hats.includes(hat);
