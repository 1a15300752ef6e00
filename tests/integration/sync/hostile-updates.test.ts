import * as encoding from "lib0/encoding";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { writeUpdate } from "y-protocols/sync";
import * as Y from "yjs";
import { writeResults } from "../../../electron/dev/full-results";
import { hashSchema } from "../../../src/domain/ids";
import type { GateReport } from "../../../src/sync/gate/refusal";
import { isLoopDocName } from "../../../src/sync/loop-doc/names";
import { memoryNetwork } from "../../../src/sync/transport/in-memory";
import { aHash } from "../../support/builders/ids";
import { isFullRun, rounds } from "../../support/full-run";
import { type SeededRandom, seededRandom } from "../../support/seeded-random";
import { aCipher, aDevice } from "../../support/sync/keys";
import { linkedDoc } from "../../support/sync/linked-docs";
import { aRoom, type TestRoom } from "../../support/sync/rooms";

const fullRunMs = 600_000;
const seed = 20261123;
/** Beside the documents themselves; a bomb that went off would take hundreds. */
const mostMegabytes = 200;

const open: TestRoom[] = [];
afterEach(async () => {
  for (const room of open.splice(0)) await room.close();
});

const entryHash = aHash(hashSchema, "sealed-card");
const entryBytes = Uint8Array.from({ length: 400 }, (_, index) => index % 251);
const filled = (doc: Y.Doc): void => {
  doc.getMap("entries").set(entryHash, entryBytes);
  doc.getMap("coverage").set(["1", "2"].map((digit) => digit.repeat(22)).join("/question/"), "asked");
  doc.getText("discussion:care").insert(0, "We differ on care, and nobody wrote it down.");
};

const flipped = (bytes: Uint8Array, random: SeededRandom): Uint8Array => {
  const changed = bytes.slice();
  const at = random.below(changed.length);
  changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
  return changed;
};

/** Lengths that lie: a few bytes that claim millions of structs, clients, deletions or characters. */
const bomb = (random: SeededRandom): Uint8Array => {
  const encoder = encoding.createEncoder();
  const huge = 2 ** (20 + random.below(30));
  for (let written = 0; written < 1 + random.below(6); written += 1)
    encoding.writeVarUint(encoder, random.below(3) === 0 ? random.below(8) : huge);
  return encoding.toUint8Array(encoder);
};

const kinds = {
  random: (random: SeededRandom) => random.bytes(1 + random.below(400)),
  truncated: (random: SeededRandom, genuine: Uint8Array) => genuine.slice(0, random.below(genuine.length)),
  "bit-flipped": (random: SeededRandom, genuine: Uint8Array) => flipped(genuine, random),
  bomb: (random: SeededRandom) => bomb(random),
} as const;
const kindNames = Object.keys(kinds) as (keyof typeof kinds)[];

const updateMessage = (update: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  writeUpdate(encoder, update);
  return encoding.toUint8Array(encoder);
};
const megabytes = (): number => process.memoryUsage().rss / 2 ** 20;
const whole = (doc: Y.Doc): string => Buffer.from(Y.encodeStateAsUpdate(doc)).toString("hex");

const unmuted = { refusals: Number.POSITIVE_INFINITY };

const told: Record<string, Readonly<Record<string, number>>> = {};

/** Prints what was done; the full run keeps it. */
const tell = (who: string, figures: Readonly<Record<string, number>>): void => {
  told[who] = figures;
  console.log(JSON.stringify({ hostile: who, seed, ...figures }));
};

afterAll(async () => {
  if (isFullRun) await writeResults("hostile-updates", { seed, mostMegabytes, ...told });
});

const genuineUpdate = (): Uint8Array => {
  const doc = new Y.Doc();
  filled(doc);
  return Y.encodeStateAsUpdate(doc);
};

describe("updates of a stranger, sealed with a key of their own", () => {
  it(
    "change no document, whatever they are, and leave the way in open for a colleague",
    async () => {
      const random = seededRandom(seed);
      const network = memoryNetwork({ random: seededRandom(8).next });
      const reports: GateReport[] = [];
      const room = await aRoom(1, network.transport(), { onRefused: (report) => reports.push(report) });
      open.push(room);
      await room.meet(1);
      filled(room.doc);
      const [before, rss, start] = [whole(room.doc), megabytes(), performance.now()];
      const receiver = linkedDoc(aDevice(1), await aCipher(1));
      filled(receiver.doc);
      const receiverBefore = whole(receiver.doc);
      const stranger = linkedDoc(aDevice(9), await aCipher(99));
      const genuine = genuineUpdate();
      const count = rounds(500, 20_000);
      for (let round = 0; round < count; round += 1) {
        const kind = kindNames[round % kindNames.length] ?? "random";
        stranger.link.send(updateMessage(kinds[kind](random, genuine)));
        await stranger.link.idle();
        for (const frame of stranger.sent.splice(0)) receiver.link.receive(frame);
        await receiver.link.idle();
      }
      const grown = megabytes() - rss;
      tell("stranger", {
        count,
        refused: receiver.reasons.length,
        rssMb: Math.round(grown),
        ms: Math.round(performance.now() - start),
      });
      expect(whole(receiver.doc)).toBe(receiverBefore);
      expect(receiver.reasons).toEqual(Array(count).fill("doesNotOpen"));
      expect(receiver.devices).toEqual([]);
      expect(grown).toBeLessThan(mostMegabytes);
      // In a room beside it: somebody with another key is not listened to, a colleague is.
      const outside = await aRoom(9, network.transport());
      const colleague = await aRoom(2, network.transport());
      open.push(outside, colleague);
      await outside.meet(99);
      await network.settle();
      expect(whole(room.doc)).toBe(before);
      expect(reports.every(({ deviceId }) => deviceId === null)).toBe(true);
      await colleague.meet(1);
      await network.settle();
      expect(colleague.loop.discussion("care")).toMatch(/^We differ/);
    },
    fullRunMs,
  );
});

describe("updates of a member, sealed with the loop's key", () => {
  it(
    "change nothing signed, are taken whole or not at all, and leave the loop's own names only",
    async () => {
      const random = seededRandom(seed + 1);
      const cipher = await aCipher(1);
      const source = new Y.Doc();
      filled(source);
      const genuine = Y.encodeStateAsUpdate(source);
      const network = memoryNetwork({ random: seededRandom(9).next });
      const count = rounds(500, 20_000);
      const [rss, start] = [megabytes(), performance.now()];
      let [refused, taken] = [0, 0];
      // A room of its own for every hundred updates; the connection is never muted, so that each is looked at.
      for (let done = 0; done < count; done += 100) {
        const room = await aRoom(1, network.transport());
        Y.applyUpdate(room.doc, genuine, "peer");
        room.keepEntry(entryHash, entryBytes);
        const receiver = linkedDoc(aDevice(1), cipher, unmuted, room.doc);
        const member = linkedDoc(aDevice(2), cipher);
        for (let round = 0; round < Math.min(100, count - done); round += 1) {
          const kind = kindNames[(done + round) % kindNames.length] ?? "random";
          const [state, reasons] = [whole(room.doc), receiver.reasons.length];
          member.link.send(updateMessage(kinds[kind](random, genuine)));
          await member.link.idle();
          for (const frame of member.sent.splice(0)) receiver.link.receive(frame);
          await receiver.link.idle();
          if (receiver.reasons.length > reasons) {
            refused += 1;
            expect(whole(room.doc)).toBe(state);
          } else taken += 1;
          expect(room.loop.entry(entryHash)).toEqual(entryBytes);
        }
        expect([...room.doc.share.keys()].every(isLoopDocName)).toBe(true);
        expect(room.doc.store.pendingStructs).toBeNull();
        receiver.link.close();
        await room.close();
      }
      const grown = megabytes() - rss;
      tell("member", {
        count,
        refused,
        taken,
        rssMb: Math.round(grown),
        ms: Math.round(performance.now() - start),
      });
      expect(refused).toBeGreaterThan(count / 4);
      expect(grown).toBeLessThan(mostMegabytes);
    },
    fullRunMs,
  );
});
