import { z } from "zod";

/** The port a host tries first. */
export const defaultLanPort = 47111;

export const lanPortSchema = z.int().min(1).max(65535);

const unspecified = new Set(["0.0.0.0", "::"]);

/**
 * Where a host listens. Only literal addresses: the laptops meet where there may be no name server, and an
 * invite must not make a laptop ask one.
 */
export const lanAddressSchema = z.object({
  host: z.union([z.ipv4(), z.ipv6()]).refine((host) => !unspecified.has(host)),
  port: lanPortSchema,
});
export type LanAddress = z.infer<typeof lanAddressSchema>;

/** "192.168.10.4:47111" or "[fd00::4]:47111". */
export const addressText = ({ host, port }: LanAddress): string =>
  host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;

/** The path of a laptop's signaling server, for windows of the app. */
export const signalPath = "/signal";

/** Where laptops are introduced to each other at this address. */
export const signalingUrl = (address: LanAddress): string => `ws://${addressText(address)}${signalPath}`;

const shape = /^(?:\[([0-9a-fA-F:.]+)\]|([0-9.]+))(?::(\d{1,5}))?$/;

/** The parts of an address as they were written; the port is null where none was. */
export const splitAddress = (
  text: string,
): { readonly host: string; readonly port: number | null } | null => {
  const found = shape.exec(text);
  if (found === null) return null;
  const host = (found[1] ?? found[2] ?? "").toLowerCase();
  return { host, port: found[3] === undefined ? null : Number(found[3]) };
};

/** An address, or null where the text is none. Without a port it is `defaultLanPort`. */
export const parseAddress = (text: string): LanAddress | null => {
  const parts = splitAddress(text);
  if (parts === null) return null;
  const parsed = lanAddressSchema.safeParse({ host: parts.host, port: parts.port ?? defaultLanPort });
  return parsed.success ? parsed.data : null;
};

/** What a person typed where an address could stand: a laptop's name, to be looked up on the network. */
export const lanNameSchema = z.object({
  name: z
    .string()
    .max(253)
    .regex(/^(?=.*[a-z])[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/),
  port: lanPortSchema,
});
export type LanName = z.infer<typeof lanNameSchema>;

/** A laptop's name with or without a port, or null where the text is neither. */
export const parseLanName = (text: string): LanName | null => {
  const [name = "", port = String(defaultLanPort), ...rest] = text.toLowerCase().split(":");
  if (rest.length > 0 || !/^\d{1,5}$/.test(port)) return null;
  const parsed = lanNameSchema.safeParse({ name: name.replace(/\.$/, ""), port: Number(port) });
  return parsed.success ? parsed.data : null;
};
