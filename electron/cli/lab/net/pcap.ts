import { openSync, writeSync } from "node:fs";

const magic = 0xa1b2c3d4;
const ethernet = 1;

const fileHead = (): Buffer => {
  const head = Buffer.alloc(24);
  head.writeUInt32LE(magic, 0);
  head.writeUInt16LE(2, 4);
  head.writeUInt16LE(4, 6);
  head.writeUInt32LE(65_535, 16);
  head.writeUInt32LE(ethernet, 20);
  return head;
};

const frameHead = (bytes: number, atMs: number): Buffer => {
  const head = Buffer.alloc(16);
  head.writeUInt32LE(Math.floor(atMs / 1000), 0);
  head.writeUInt32LE(Math.floor((atMs % 1000) * 1000), 4);
  head.writeUInt32LE(bytes, 8);
  head.writeUInt32LE(bytes, 12);
  return head;
};

/** Writes frames as tcpdump and Wireshark read them (libpcap 2.4, Ethernet). */
export const pcapFile = (path: string): ((frame: Buffer) => void) => {
  const file = openSync(path, "w");
  writeSync(file, fileHead());
  return (frame) => {
    writeSync(file, Buffer.concat([frameHead(frame.length, Date.now()), frame]));
  };
};
