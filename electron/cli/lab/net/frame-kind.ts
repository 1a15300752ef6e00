/** What a frame is to somebody who reads no further than its heads: Ethernet, IP, UDP and the first byte of what UDP carries. */
export type FrameKind = "ARP" | "IPv6" | "TCP" | "mDNS" | "STUN" | "DTLS" | "other";

const etherType = 12;
const ipHead = 14;
const mdnsPort = 5353;

/** RFC 7983: 0 to 3 is STUN, 20 to 63 DTLS. */
const kindOfPayload = (first: number): FrameKind => {
  if (first <= 3) return "STUN";
  return first >= 20 && first <= 63 ? "DTLS" : "other";
};

/** The kind of an Ethernet frame. */
export const frameKind = (frame: Buffer): FrameKind => {
  if (frame.length < ipHead + 20) return "other";
  const type = frame.readUInt16BE(etherType);
  if (type === 0x0806) return "ARP";
  if (type === 0x86dd) return "IPv6";
  if (type !== 0x0800) return "other";
  const protocol = frame[ipHead + 9];
  if (protocol === 6) return "TCP";
  const udp = ipHead + ((frame[ipHead] ?? 0) & 15) * 4;
  if (protocol !== 17 || frame.length < udp + 9) return "other";
  if (frame.readUInt16BE(udp + 2) === mdnsPort) return "mDNS";
  return kindOfPayload(frame[udp + 8] ?? 255);
};
