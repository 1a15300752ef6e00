import * as Y from "yjs";
import type { BenchSetup } from "./bench-page";
import { dayOfOne, playDay } from "./full-day";
import { type LaptopRoom, openLaptopRoom } from "./laptop-room";
import { rawChannel } from "./raw-channel";

/** One of two laptops that worked a full day apart, each beside three colleagues. Times in milliseconds, by this window. */
const panelists = 4;

/** What left this window on data channels, and when the first of it did. */
const traffic = { bytes: 0, first: 0 };
const channelSend = RTCDataChannel.prototype.send;
const countSend = function (this: RTCDataChannel, message: ArrayBufferView<ArrayBuffer>): void {
  if (traffic.bytes === 0) traffic.first = performance.now();
  traffic.bytes += message.byteLength;
  channelSend.call(this, message);
};

let here: LaptopRoom | null = null;
let before: Uint8Array<ArrayBuffer> = new Uint8Array();

const laptop = (): LaptopRoom => {
  if (here === null) throw new Error("not started");
  return here;
};

const isWhole = (doc: Y.Doc): boolean => doc.getMap("handOffs").size === 2 * panelists * dayOfOne.handOffs;

/** The moment a change of the other made the document whole. */
const whenMerged = (doc: Y.Doc): Promise<number> =>
  new Promise((resolve) => {
    doc.on("afterTransaction", (transaction: Y.Transaction) => {
      if (!transaction.local && isWhole(doc)) resolve(performance.now());
    });
  });

let merged: Promise<number> = Promise.resolve(0);

const toText = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
const fromText = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

const page = {
  /** Works the day; gives the state vector. */
  work: async (setup: BenchSetup): Promise<string> => {
    here = await openLaptopRoom(setup);
    for (let index = 0; index < panelists; index += 1) playDay(here.room.loop, `p${setup.laptop}${index}`);
    before = new Uint8Array(Y.encodeStateAsUpdate(here.doc));
    merged = whenMerged(here.doc);
    return toText(Y.encodeStateVector(here.doc));
  },
  /** What a laptop with that state vector lacks. */
  lacking: (vector: string): string => toText(Y.encodeStateAsUpdate(laptop().doc, fromText(vector))),
  join: async (): Promise<void> => {
    RTCDataChannel.prototype.send = countSend as typeof channelSend;
    await laptop().join();
  },
  /** Ends with the document whole: the moment, what was sent until then, and when the first of it was. */
  merged: async (): Promise<{ readonly at: number; readonly bytes: number; readonly first: number }> => {
    const at = await merged;
    return { at, ...traffic };
  },
  digest: (): string => toText(Y.encodeStateVector(laptop().doc)),
  leave: async (): Promise<void> => {
    await laptop().room.leave();
    RTCDataChannel.prototype.send = channelSend;
  },
  ...rawChannel,
  /** Both at once: sends one update, applies the other to this laptop's state of before; the moments of start and end. */
  exchange: async (
    outgoing: string,
    incoming: number,
  ): Promise<{ readonly start: number; readonly end: number }> => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, before);
    const bytes = fromText(outgoing);
    const received = rawChannel.receive(incoming);
    const start = performance.now();
    rawChannel.send(bytes);
    Y.applyUpdate(doc, await received);
    return { start, end: performance.now() };
  },
};

declare global {
  interface Window {
    reconnect: typeof page;
  }
}
window.reconnect = page;
