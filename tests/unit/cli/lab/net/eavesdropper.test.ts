import { describe, expect, it } from "vitest";
import { eavesdropper } from "../../../../../electron/cli/lab/net/eavesdropper";
import { frameKind } from "../../../../../electron/cli/lab/net/frame-kind";

const ethernet = (type: string, payload: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`ffffffffffff020000000001${type}`, "hex"), payload]);

/** An IPv4 head of 20 bytes, as much of it as is read here. */
const ip = (protocol: number, payload: Buffer): Buffer => {
  const head = Buffer.alloc(20);
  head[0] = 0x45;
  head[9] = protocol;
  return ethernet("0800", Buffer.concat([head, payload]));
};
const udp = (port: number, payload: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(40_000, 0);
  head.writeUInt16BE(port, 2);
  return ip(17, Buffer.concat([head, payload]));
};
const bytes = (...values: readonly number[]): Buffer => Buffer.from([...values, ...Array(20).fill(0)]);

describe("the kind of a frame", () => {
  it("is told from its heads alone", () => {
    expect(frameKind(ethernet("0806", Buffer.alloc(28)))).toBe("ARP");
    expect(frameKind(ethernet("86dd", Buffer.alloc(40)))).toBe("IPv6");
    expect(frameKind(ip(6, Buffer.alloc(20)))).toBe("TCP");
    expect(frameKind(udp(5353, bytes(0, 0)))).toBe("mDNS");
    expect(frameKind(udp(50_000, bytes(0, 1)))).toBe("STUN");
    expect(frameKind(udp(50_000, bytes(23, 254, 253)))).toBe("DTLS");
    expect(frameKind(udp(50_000, bytes(200)))).toBe("other");
  });

  it("is other where a frame is too short for what it says it is", () => {
    expect(frameKind(Buffer.alloc(0))).toBe("other");
    expect(frameKind(ip(17, Buffer.alloc(4)))).toBe("other");
  });
});

describe("somebody who listens on the cable", () => {
  const said = (text: string): Buffer => ip(6, Buffer.concat([Buffer.alloc(20), Buffer.from(text)]));

  it("counts a word that is in a frame, in each way texts travel, and none that is not", () => {
    const spy = eavesdropper();
    spy.listenFor(["Noor Haddad", "Mara Lindqvist"]);
    spy.hear(said("xx Noor Haddad xx"));
    spy.hear(ip(6, Buffer.from("Noor Haddad", "utf16le")));
    spy.hear(said("nothing"));
    expect(spy.heard()).toEqual({ "Noor Haddad": 2, "Mara Lindqvist": 0 });
    expect(spy.kinds()).toEqual({ TCP: 3 });
  });

  it("learns the names of rooms that a server says, each once", () => {
    const spy = eavesdropper();
    spy.hear(said('{"type":"publish","topic":"abc","data":"sealed"}'));
    spy.hear(said('{"type":"publish","topic":"abc","data":"sealed"}'));
    spy.hear(said('{"type":"publish","topic":"'));
    expect(spy.rooms()).toEqual(["abc"]);
  });
});
