import { networkInterfaces } from "node:os";

const own = new Set([
  "127.0.0.1",
  "::1",
  ...Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address)),
]);

/** Whether an address is one of this machine. */
export const isOwn = (address: string): boolean => own.has(address.replace(/^\[|\]$/g, ""));

/** What a program of this machine may ask for while all its colleagues run on the same machine. */
export const isAllowedUrl = (address: string): boolean => {
  const { protocol, hostname, origin } = new URL(address);
  if (protocol === "ws:") return isOwn(hostname);
  return origin === "app://panelbook" || ["app:", "blob:", "data:"].includes(protocol);
};
