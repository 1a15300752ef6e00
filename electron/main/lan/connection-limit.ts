import type { Socket } from "node:net";

export interface ConnectionLimits {
  readonly maxConnections: number;
  readonly maxPerAddress: number;
}

/** Decides over each TCP connection before a byte of it is read; a refused one is cut at once. */
export const connectionLimit = ({ maxConnections, maxPerAddress }: ConnectionLimits) => {
  const perAddress = new Map<string, number>();
  let total = 0;
  const leave = (address: string) => {
    const left = (perAddress.get(address) ?? 1) - 1;
    if (left > 0) perAddress.set(address, left);
    else perAddress.delete(address);
    total -= 1;
  };
  return (socket: Socket): boolean => {
    const address = socket.remoteAddress ?? "";
    const here = perAddress.get(address) ?? 0;
    if (total >= maxConnections || here >= maxPerAddress) {
      socket.destroy();
      return false;
    }
    total += 1;
    perAddress.set(address, here + 1);
    socket.once("close", () => leave(address));
    return true;
  };
};
