import { readFile } from "node:fs/promises";
import { z } from "zod";

const eventSchema = z.object({
  type: z.number(),
  source: z.object({ id: z.number() }),
  params: z.record(z.string(), z.unknown()).optional(),
});
const logSchema = z.object({
  constants: z.object({ logEventTypes: z.record(z.string(), z.number()) }),
  events: z.array(eventSchema),
});

/** What Chromium's own log of its network says left the machine's programs. */
export interface NetworkUse {
  /** Addresses of pages, files and sockets that were asked for, by the windows and by Chromium itself. */
  readonly urls: readonly string[];
  /** Hosts that were to be looked up; an address stands for itself. */
  readonly hosts: readonly string[];
  /** Addresses without port to which a connection was tried or anything was sent. */
  readonly sentTo: readonly string[];
  /** Questions to name servers. */
  readonly nameQuestions: number;
  /** The whole log as text. */
  readonly text: string;
}

const withoutPort = (address: string): string => address.replace(/:\d+$/, "").replace(/^\[|\]$/g, "");

/** The switch that has Chromium log every event of its network from the start, and what the log says afterwards. */
export const netLogSwitch = (file: string): string => `--log-net-log=${file}`;

/** Reads a log whose program has ended. */
export const readNetLog = async (file: string): Promise<NetworkUse> => {
  const text = await readFile(file, "utf8");
  const { constants, events } = logSchema.parse(JSON.parse(text));
  const ofType = (...names: readonly string[]) => {
    const types = names.map((name) => {
      const type = constants.logEventTypes[name];
      if (type === undefined) throw new Error(`this Chromium logs no ${name}`);
      return type;
    });
    return events.filter(({ type }) => types.includes(type));
  };
  const values = (found: readonly z.infer<typeof eventSchema>[], name: string): readonly string[] => [
    ...new Set(found.flatMap(({ params }) => (typeof params?.[name] === "string" ? [params[name]] : []))),
  ];
  // A UDP socket may be connected only to learn of a route, as Chromium does to see whether there is IPv6.
  const senders = new Set(ofType("UDP_BYTES_SENT", "SOCKET_BYTES_SENT").map(({ source }) => source.id));
  const connected = ofType("UDP_CONNECT", "SOCKET_CONNECT").filter(({ source }) => senders.has(source.id));
  const direct = ofType("UDP_BYTES_SENT", "TCP_CONNECT_ATTEMPT");
  return {
    urls: values(ofType("URL_REQUEST_START_JOB"), "url"),
    hosts: values(ofType("HOST_RESOLVER_MANAGER_REQUEST"), "host"),
    sentTo: [...new Set(values([...connected, ...direct], "address").map(withoutPort))],
    nameQuestions: ofType("DNS_TRANSACTION_QUERY", "HOST_RESOLVER_SYSTEM_TASK").length,
    text,
  };
};
