const macBytes = 6;

const macAt = (frame: Uint8Array, offset: number): string =>
  Buffer.from(frame.buffer, frame.byteOffset + offset, macBytes).toString("hex");

/** The first bit on the wire is set in addresses of many: broadcast and multicast. */
const isForMany = (frame: Uint8Array): boolean => ((frame[0] ?? 0) & 1) === 1;

/** An Ethernet switch's memory of who is behind which port. */
export interface SwitchTable {
  /** The ports a frame that came in at `from` goes out of. */
  readonly portsFor: (frame: Uint8Array, from: number) => readonly number[];
}

export const switchTable = (ports: number): SwitchTable => {
  const known = new Map<string, number>();
  const all = Array.from({ length: ports }, (_, port) => port);
  return {
    portsFor: (frame, from) => {
      if (frame.byteLength < 2 * macBytes) return [];
      known.set(macAt(frame, macBytes), from);
      const to = isForMany(frame) ? undefined : known.get(macAt(frame, 0));
      if (to === undefined) return all.filter((port) => port !== from);
      return to === from ? [] : [to];
    },
  };
};
