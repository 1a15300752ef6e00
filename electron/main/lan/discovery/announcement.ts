import type { Answer } from "dns-packet";
import { z } from "zod";
import { lanAddressSchema, lanPortSchema } from "../../../../src/domain/loop/lan-address";
import { type LoopLabel, loopLabelSchema } from "../../../../src/domain/loop/loop-label";
import { announcementTtl } from "./discovery-limits";

/** The service's name; macOS must be told it in the program's Info.plist. */
export const serviceName = "_panelbook._tcp.local";

/** A loop whose door this laptop holds open. */
export interface OpenDoor {
  readonly label: LoopLabel;
  readonly port: number;
  /** The protocol the loop speaks. */
  readonly protocol: number;
}

/** What everybody on the network sees of an open door. Never a name of a person, a role, a company or the laptop. */
export interface Announcement extends OpenDoor {
  /** Eight random hex digits of this run of the program; tells two laptops with one loop apart. */
  readonly instance: string;
}

const nameOf = ({ label, instance }: Announcement): string => `${label}-${instance}.${serviceName}`;

/** The records of DNS-based service discovery (RFC 6763) for one door; with a `ttl` of 0 they take it back. */
export const recordsOf = (
  announcement: Announcement,
  addresses: readonly string[],
  ttl: number = announcementTtl,
): Answer[] => {
  const name = nameOf(announcement);
  const target = `${announcement.instance}.local`;
  return [
    { type: "PTR", name: serviceName, ttl, data: name },
    { type: "SRV", name, ttl, data: { port: announcement.port, target, priority: 0, weight: 0 } },
    { type: "TXT", name, ttl, data: [`v=${announcement.protocol}`] },
    ...addresses.map(
      (data): Answer => ({ type: data.includes(":") ? "AAAA" : "A", name: target, ttl, data }),
    ),
  ];
};

/** A door somebody announced, or took back where `ttl` is 0. */
export interface HeardDoor extends Announcement {
  readonly addresses: readonly string[];
  /** Seconds. */
  readonly ttl: number;
}

const base = { name: z.string().max(255), ttl: z.number().int().min(0) };
const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const textsSchema = z.union([bytesSchema, z.array(bytesSchema)]);
const recordSchema = z.discriminatedUnion("type", [
  z.object({ ...base, type: z.literal("PTR"), data: z.string().max(255) }),
  z.object({
    ...base,
    type: z.literal("SRV"),
    data: z.object({ port: lanPortSchema, target: z.string().max(255) }),
  }),
  z.object({ ...base, type: z.literal("TXT"), data: textsSchema }),
  z.object({ ...base, type: z.literal("A"), data: z.ipv4() }),
  z.object({ ...base, type: z.literal("AAAA"), data: z.ipv6() }),
]);
type HeardRecord = z.infer<typeof recordSchema>;

const packetSchema = z.object({
  type: z.literal("response"),
  answers: z.array(z.unknown()).default([]),
  additionals: z.array(z.unknown()).default([]),
});

const instanceShape = /^([^.]{4})-([0-9a-f]{8})\._panelbook\._tcp\.local$/i;
const versionShape = /^v=(\d{1,4})$/;

const isFor =
  (name: string) =>
  (record: HeardRecord): boolean =>
    record.name.toLowerCase() === name.toLowerCase();

const protocolIn = (data: z.infer<typeof textsSchema>): number | null => {
  for (const bytes of Array.isArray(data) ? data : [data]) {
    const version = versionShape.exec(Buffer.from(bytes).toString("latin1"))?.[1];
    if (version !== undefined) return Number(version);
  }
  return null;
};

const addressesOf = (records: readonly HeardRecord[], target: string): string[] =>
  records.filter(isFor(target)).flatMap((record) => {
    if (record.type !== "A" && record.type !== "AAAA") return [];
    return lanAddressSchema.shape.host.safeParse(record.data).success ? [record.data] : [];
  });

const doorOf = (pointer: HeardRecord, records: readonly HeardRecord[]): HeardDoor[] => {
  if (pointer.type !== "PTR" || pointer.name.toLowerCase() !== serviceName) return [];
  const [, letters = "", instance = ""] = instanceShape.exec(pointer.data) ?? [];
  const label = loopLabelSchema.safeParse(letters.toUpperCase());
  if (!label.success) return [];
  const about = records.filter(isFor(pointer.data));
  const service = about.find((record) => record.type === "SRV");
  const text = about.find((record) => record.type === "TXT");
  if (service?.type !== "SRV" || text?.type !== "TXT") return [];
  const protocol = protocolIn(text.data);
  if (protocol === null) return [];
  const { port, target } = service.data;
  const addresses = addressesOf(records, target);
  return [
    { label: label.data, instance: instance.toLowerCase(), port, protocol, addresses, ttl: pointer.ttl },
  ];
};

/** The doors a decoded datagram speaks of. Whatever else it holds, or however much of it, is passed over. */
export const heardDoors = (packet: unknown, maxRecords: number): readonly HeardDoor[] => {
  const parsed = packetSchema.safeParse(packet);
  if (!parsed.success) return [];
  const records = [...parsed.data.answers, ...parsed.data.additionals]
    .slice(0, maxRecords)
    .flatMap((each) => {
      const record = recordSchema.safeParse(each);
      return record.success ? [record.data] : [];
    });
  return records.flatMap((record) => doorOf(record, records));
};

const questionsSchema = z.object({
  type: z.literal("query"),
  questions: z.array(z.object({ name: z.string(), type: z.string() })).min(1),
});

/** Whether a decoded datagram asks for our service: by its name, or for one of our doors by theirs. */
export const asksForDoors = (packet: unknown): boolean => {
  const parsed = questionsSchema.safeParse(packet);
  if (!parsed.success) return false;
  return parsed.data.questions.some(({ name }) => {
    const asked = name.toLowerCase();
    return asked === serviceName || asked.endsWith(`.${serviceName}`);
  });
};
