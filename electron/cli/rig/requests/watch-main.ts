import type { ElectronApplication } from "playwright-core";

type Watched = typeof globalThis & { readonly seen?: Seen };

/** What was asked for since `watchMain`. */
export interface Seen {
  /** Addresses of everything the windows loaded or were refused. */
  readonly urls: string[];
  /** Hosts to which main opened a connection with Node. */
  readonly hosts: string[];
  /** Names main had looked up with Node. */
  readonly names: string[];
}

/** Writes down from now on every request of the windows, and every connection and look-up of main's own. */
export const watchMain = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ session }) => {
    const seen: Seen = { urls: [], hosts: [], names: [] };
    Object.assign(globalThis, { seen });
    const everything = { urls: ["<all_urls>", "ws://*/*", "wss://*/*"] };
    const { webRequest } = session.defaultSession;
    webRequest.onSendHeaders(everything, ({ url }) => void seen.urls.push(url));
    webRequest.onErrorOccurred(everything, ({ url }) => void seen.urls.push(url));
    const net = process.getBuiltinModule("node:net");
    const dns = process.getBuiltinModule("node:dns");
    const { connect } = net.Socket.prototype;
    net.Socket.prototype.connect = function (this: InstanceType<typeof net.Socket>, ...args: unknown[]) {
      const [first] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
      const { host, path } = Object(first) as { host?: string; path?: string };
      seen.hosts.push(host ?? path ?? "localhost");
      return Reflect.apply(connect, this, args);
    } as typeof connect;
    const { lookup } = dns;
    Object.assign(dns, {
      lookup: (...args: unknown[]) => {
        seen.names.push(String(args[0]));
        return Reflect.apply(lookup, dns, args);
      },
    });
  });

export const seenByMain = async (app: ElectronApplication): Promise<Seen> => {
  const seen = await app.evaluate(() => (globalThis as Watched).seen ?? null);
  if (seen === null) throw new Error("nobody watches this program");
  return seen;
};
