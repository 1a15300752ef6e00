/** Reads what crossed a network card: Ethernet, IP, TCP and UDP, and the WebSockets inside. */

interface Segment {
  readonly flow: string;
  readonly seq: number;
  readonly payload: Buffer;
}

const ipv4 = 0x0800;
const ipv6 = 0x86dd;

/** The two addresses of a frame as hex, and where its payload of IP starts; null for what is no IP. */
const ipOf = (frame: Buffer) => {
  if (frame.length < 54) return null;
  const type = frame.readUInt16BE(12);
  if (type === ipv4) {
    const header = ((frame[14] ?? 0) & 15) * 4;
    const [from, to] = [frame.toString("hex", 26, 30), frame.toString("hex", 30, 34)];
    return { protocol: frame[23] ?? 0, from, to, at: 14 + header, end: 14 + frame.readUInt16BE(16) };
  }
  if (type !== ipv6) return null;
  const [from, to] = [frame.toString("hex", 22, 38), frame.toString("hex", 38, 54)];
  return { protocol: frame[20] ?? 0, from, to, at: 54, end: 54 + frame.readUInt16BE(18) };
};

const isLoopback = (address: string): boolean => /^7f.{6}$|^0{31}1$/.test(address);

/** Whether a frame would have left the laptop: a program talking to itself at 127.0.0.1 is heard by nobody. */
export const isOnWire = (frame: Buffer): boolean => {
  const ip = ipOf(frame);
  return ip !== null && !isLoopback(ip.from) && !isLoopback(ip.to);
};

const segmentOf = (frame: Buffer): Segment[] => {
  const ip = ipOf(frame);
  if (ip === null || ip.protocol !== 6 || frame.length < ip.at + 20) return [];
  const [fromPort, toPort] = [frame.readUInt16BE(ip.at), frame.readUInt16BE(ip.at + 2)];
  const header = ((frame[ip.at + 12] ?? 0) >> 4) * 4;
  const payload = frame.subarray(ip.at + header, ip.end);
  const flow = `${ip.from}:${fromPort} ${ip.to}:${toPort}`;
  return payload.length === 0 ? [] : [{ flow, seq: frame.readUInt32BE(ip.at + 4), payload }];
};

/** Every direction of every TCP connection as one run of bytes, each byte once. */
export const streamsOf = (frames: readonly Buffer[]): readonly Buffer[] => {
  const flows = new Map<string, Segment[]>();
  for (const segment of frames.flatMap(segmentOf)) {
    flows.set(segment.flow, [...(flows.get(segment.flow) ?? []), segment]);
  }
  return [...flows.values()].map((segments) => {
    segments.sort((one, other) => one.seq - other.seq);
    let next = segments[0]?.seq ?? 0;
    const parts = segments.flatMap(({ seq, payload }) => {
      const known = Math.max(0, next - seq);
      next = Math.max(next, seq + payload.length);
      return known < payload.length ? [payload.subarray(known)] : [];
    });
    return Buffer.concat(parts);
  });
};

const lengthAt = (stream: Buffer, at: number): { readonly length: number; readonly next: number } => {
  const short = (stream[at] ?? 0) & 127;
  if (short < 126) return { length: short, next: at + 1 };
  if (short === 126) return { length: stream.readUInt16BE(at + 1), next: at + 3 };
  return { length: Number(stream.readBigUInt64BE(at + 1)), next: at + 9 };
};

/** What a WebSocket carried in one direction, with the masks taken off, which hide nothing from anybody. */
export const webSocketPayloads = (stream: Buffer): Buffer => {
  const end = stream.indexOf("\r\n\r\n");
  if (end < 0 || !/upgrade: websocket/i.test(stream.toString("latin1", 0, end))) return Buffer.alloc(0);
  const payloads: Buffer[] = [];
  let at = end + 4;
  while (at + 10 < stream.length) {
    const { length, next } = lengthAt(stream, at + 1);
    const masked = ((stream[at + 1] ?? 0) & 128) !== 0;
    const from = next + (masked ? 4 : 0);
    const payload = Buffer.from(stream.subarray(from, from + length));
    if (masked)
      for (let i = 0; i < payload.length; i += 1)
        payload[i] = (payload[i] ?? 0) ^ (stream[next + (i & 3)] ?? 0);
    payloads.push(payload);
    at = from + length;
  }
  return Buffer.concat(payloads);
};
