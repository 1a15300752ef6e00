import { read, writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { seededRandom } from "../../seeded-random";
import { eavesdropper } from "./eavesdropper";
import {
  devicesVariable,
  type HubOrder,
  type HubStart,
  hubOrderSchema,
  hubStartSchema,
} from "./hub-messages";
import { goodLink, type Link, worseOf } from "./link";
import { pcapFile } from "./pcap";
import { switchTable } from "./switch-table";

/** Longer than any frame these devices carry. */
const frameRoom = 65_536;
const pairKey = (one: number, other: number): string => [one, other].sort((a, b) => a - b).join("-");

/** The cable and the air between the hosts: passes frames on, late, or not at all. */
const openHub = ({ seed, pcap }: HubStart, devices: readonly number[]) => {
  const table = switchTable(devices.length);
  const links: Link[] = devices.map(() => goodLink);
  const apart = new Set<string>();
  const spy = eavesdropper();
  const keep = pcap === null ? () => undefined : pcapFile(pcap);
  // Each way has numbers of its own, so that what one pair does moves nobody else's luck.
  const luck = devices.map((_, from) =>
    devices.map((__, to) => seededRandom(seed * 10_007 + from * 101 + to)),
  );
  const count = { frames: 0, bytes: 0, lost: 0 };

  const deliver = (frame: Buffer, to: number): void => {
    const device = devices[to];
    if (device === undefined) return;
    try {
      writeSync(device, frame);
    } catch {
      // A device whose host is just being taken down takes no frame; to the others that is one more lost frame.
      count.lost += 1;
    }
  };
  const send = (frame: Buffer, from: number, to: number): void => {
    const link = worseOf(links[from] ?? goodLink, links[to] ?? goodLink);
    const unlucky = link.loss > 0 && (luck[from]?.[to]?.next() ?? 1) < link.loss;
    if (!link.up || unlucky || apart.has(pairKey(from, to))) {
      count.lost += 1;
      return;
    }
    if (link.delayMs === 0) deliver(frame, to);
    else setTimeout(deliver, link.delayMs, frame, to);
  };
  const take = (frame: Buffer, from: number): void => {
    count.frames += 1;
    count.bytes += frame.length;
    spy.hear(frame);
    keep(frame);
    for (const to of table.portsFor(frame, from)) send(frame, from, to);
  };
  const order = (asked: HubOrder): void => {
    switch (asked.do) {
      case "link":
        links[asked.port] = asked.link;
        return;
      case "apart":
        apart[asked.apart ? "add" : "delete"](pairKey(...asked.ports));
        return;
      case "listenFor":
        spy.listenFor(asked.words);
        return;
      case "count":
        console.log(JSON.stringify({ ...count, heard: spy.heard(), kinds: spy.kinds(), rooms: spy.rooms() }));
    }
  };
  return { take, order };
};

/** Reads one device for ever; a read waits in a thread of its own until a frame is there. */
const readOn = (device: number, take: (frame: Buffer) => void): void => {
  const room = Buffer.alloc(frameRoom);
  const next = (): void =>
    read(device, room, 0, frameRoom, null, (error, length) => {
      if (error === null) take(Buffer.from(room.subarray(0, length)));
      // A device that is down refuses reads until its host brings it up.
      if (error === null) next();
      else setTimeout(next, 20);
    });
  next();
};

const main = (): void => {
  const start = hubStartSchema.parse(JSON.parse(process.argv[2] ?? ""));
  const devices = (process.env[devicesVariable] ?? "").split(",").map(Number);
  const hub = openHub(start, devices);
  devices.forEach((device, port) => {
    readOn(device, (frame) => hub.take(frame, port));
  });
  const orders = createInterface({ input: process.stdin });
  orders.on("line", (line) => hub.order(hubOrderSchema.parse(JSON.parse(line))));
  // Threads that wait for frames would keep an ordinary end waiting too.
  orders.on("close", () => process.kill(process.pid, "SIGKILL"));
  console.log("ready");
};

main();
