import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import { writeSyncStep2, writeUpdate } from "y-protocols/sync";
import * as Y from "yjs";
import type { DeviceId } from "../../../../src/domain/ids";
import { openGate } from "../../../../src/sync/gate/gate";
import {
  decodeMessage,
  decodePassedOn,
  encodeAskState,
  encodeCaret,
  encodeDigest,
  encodeDoorNews,
  encodePassedOn,
} from "../../../../src/sync/gate/message";
import type { GateReason } from "../../../../src/sync/gate/refusal";
import { stateDigest } from "../../../../src/sync/state-digest";
import { provideDoc } from "../../../../src/sync/transport/doc-provider";
import { slotId } from "../../../support/builders/record";
import { aDevice } from "../../../support/sync/keys";

const syncMessage = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  write(encoder);
  return encoding.toUint8Array(encoder);
};
const updateMessage = (update: Uint8Array): Uint8Array =>
  syncMessage((encoder) => writeUpdate(encoder, update));
const stateMessage = (doc: Y.Doc): Uint8Array => syncMessage((encoder) => writeSyncStep2(encoder, doc));

const marked = (...keys: string[]): Y.Doc => {
  const doc = new Y.Doc();
  for (const key of keys) doc.getMap("coverage").set(key, "asked");
  return doc;
};

/** A gate with two connections, and a provider that applies what is admitted and broadcasts every change. */
const gateWithTwo = (refusals = 20, ownDevice = aDevice(7)) => {
  const doc = new Y.Doc();
  const reasons: GateReason[] = [];
  const gate = openGate({
    doc,
    ownDevice,
    limits: { refusals },
    onRefused: ({ reason }) => reasons.push(reason),
  });
  const connection = (fill: number) => {
    const sent: Uint8Array[] = [];
    const seat = gate.seat({
      deliver: (message) => void provider.receive(message),
      send: (message) => sent.push(message),
      deviceId: () => aDevice(fill),
    });
    const passedOn = () => sent.flatMap((message) => decodePassedOn(message) ?? []);
    const kinds = (): string[] =>
      sent.map((message) => decodeMessage(decodePassedOn(message)?.update ?? message)?.kind ?? "none");
    return { seat, sent, kinds, passedOn };
  };
  const connections = [connection(1), connection(2)] as const;
  const provider = provideDoc(doc, (message) => {
    for (const { seat, sent } of connections) {
      const outgoing = seat.outgoing(message);
      if (outgoing !== null) sent.push(outgoing);
    }
  });
  return { doc, gate, reasons, one: connections[0], other: connections[1] };
};

describe("the gate", () => {
  it("lets a change in and on to the others, and not back to where it came from", () => {
    const { doc, one, other } = gateWithTwo();
    one.seat.receive(updateMessage(Y.encodeStateAsUpdate(marked("a"))));
    expect(doc.getMap("coverage").toJSON()).toEqual({ a: "asked" });
    expect(one.kinds()).toEqual([]);
    expect(other.kinds()).toEqual(["update"]);
  });

  it("says whose change it passes on, by the word of whoever passed it on before, and of its own nothing", () => {
    const { doc, gate, one, other } = gateWithTwo();
    const authors: unknown[] = [];
    doc.on("update", () => authors.push(gate.author()));
    one.seat.receive(updateMessage(Y.encodeStateAsUpdate(marked("a"))));
    const update = updateMessage(Y.encodeStateAsUpdate(marked("b")));
    one.seat.receive(encodePassedOn({ author: aDevice(9), update }));
    doc.getMap("coverage").set("mine", "asked");
    expect(authors).toEqual([aDevice(1), aDevice(9), null]);
    expect(other.passedOn().map(({ author }) => author)).toEqual([aDevice(1), aDevice(9)]);
    expect(other.sent).toHaveLength(3);
    expect(gate.author()).toBeNull();
  });

  it("passes on as nobody's what somebody says is its own", () => {
    const { doc, gate, one, other } = gateWithTwo(20, aDevice(7));
    const authors: unknown[] = [];
    doc.on("update", () => authors.push(gate.author()));
    const update = updateMessage(Y.encodeStateAsUpdate(marked("a")));
    one.seat.receive(encodePassedOn({ author: aDevice(7), update }));
    expect(authors).toEqual([null]);
    expect(other.passedOn().map(({ author }) => author)).toEqual([null]);
  });

  it("refuses what says it passes on a change and does not", () => {
    const { doc, reasons, one } = gateWithTwo();
    const asked = encodeAskState(Y.encodeStateVector(doc));
    one.seat.receive(encodePassedOn({ author: null, update: asked }));
    one.seat.receive(
      encodePassedOn({ author: "nobody" as DeviceId, update: updateMessage(new Uint8Array(2)) }),
    );
    expect(reasons).toEqual(["malformed", "malformed"]);
  });

  it("sends back what this laptop writes in answer to a change", () => {
    const { doc, one, other } = gateWithTwo();
    doc.getMap("coverage").observe((event) => {
      if (event.keysChanged.has("a")) doc.getMap("progress").set("answer", 1);
    });
    one.seat.receive(updateMessage(Y.encodeStateAsUpdate(marked("a"))));
    expect(one.kinds()).toEqual(["update"]);
    expect(other.kinds()).toEqual(["update", "update"]);
  });

  it("sends this laptop's own changes to everybody", () => {
    const { doc, one, other } = gateWithTwo();
    doc.getMap("coverage").set("mine", "asked");
    expect([one.kinds(), other.kinds()]).toEqual([["update"], ["update"]]);
  });

  it("asks once for what is missing when a change comes before its predecessor", () => {
    const { doc, one, reasons } = gateWithTwo();
    const source = marked("a");
    const before = Y.encodeStateVector(source);
    source.getMap("coverage").set("b", "asked");
    const second = updateMessage(Y.encodeStateAsUpdate(source, before));
    one.seat.receive(second);
    one.seat.receive(second);
    expect(doc.getMap("coverage").size).toBe(0);
    expect(doc.store.pendingStructs).toBeNull();
    expect(one.sent).toEqual([encodeAskState(Y.encodeStateVector(doc))]);
    expect(reasons).toEqual(["gap", "gap"]);
    one.seat.receive(stateMessage(source));
    expect(doc.getMap("coverage").toJSON()).toEqual({ a: "asked", b: "asked" });
  });

  it("asks a laptop that is in another state, and not one in the same", () => {
    const { doc, one, other } = gateWithTwo();
    one.seat.receive(encodeDigest(stateDigest(doc)));
    other.seat.receive(encodeDigest(stateDigest(marked("a"))));
    expect([one.kinds(), other.kinds()]).toEqual([[], ["askState"]]);
  });

  it("notices that only a deletion is missing", () => {
    const { doc, one } = gateWithTwo();
    const source = marked("a");
    one.seat.receive(stateMessage(source));
    source.getMap("coverage").delete("a");
    expect(Y.encodeStateVector(source)).toEqual(Y.encodeStateVector(doc));
    one.seat.receive(encodeDigest(stateDigest(source)));
    expect(one.kinds()).toEqual(["askState"]);
    one.seat.receive(stateMessage(source));
    expect(doc.getMap("coverage").size).toBe(0);
  });

  it("tells every connection its state when notes are compared", () => {
    const { doc, gate, one, other } = gateWithTwo();
    gate.compareNotes();
    const digest = [encodeDigest(stateDigest(doc))];
    expect([one.sent, other.sent]).toEqual([digest, digest]);
    other.seat.leave();
    gate.compareNotes();
    expect([one.sent.length, other.sent.length]).toEqual([2, 1]);
  });

  it.each<[GateReason, Uint8Array]>([
    ["foreignName", updateMessage(Y.encodeStateAsUpdate(withMap("drafts")))],
    ["notAnUpdate", updateMessage(Uint8Array.from([1, 1, 1, 0, 4, 1, 1, 116, 200]))],
    ["malformed", Uint8Array.from([0, 2, 200])],
    ["malformed", Uint8Array.from([1, 2, 1, 5])],
    ["unknownMessage", Uint8Array.from([90, 1])],
  ])("refuses as %s and changes nothing", (reason, message) => {
    const { doc, one, reasons } = gateWithTwo();
    doc.getMap("coverage").set("mine", "asked");
    const before = stateDigest(doc);
    one.seat.receive(message);
    expect(reasons).toEqual([reason]);
    expect(stateDigest(doc)).toEqual(before);
  });

  it("refuses a message longer than any may be before it reads it", () => {
    const doc = new Y.Doc();
    const reasons: GateReason[] = [];
    const gate = openGate({
      doc,
      limits: { messageBytes: 100 },
      onRefused: ({ reason }) => reasons.push(reason),
    });
    const seat = gate.seat({ deliver: () => undefined, send: () => undefined, deviceId: () => null });
    seat.receive(new Uint8Array(101));
    expect(reasons).toEqual(["tooLarge"]);
  });

  it("stops listening to a connection from which too much was refused, and to no other", () => {
    const { doc, one, other, reasons } = gateWithTwo(3);
    for (let round = 0; round < 6; round += 1) one.seat.receive(Uint8Array.from([0, 2, 200]));
    expect(reasons).toEqual(["malformed", "malformed", "malformed", "muted"]);
    const good = updateMessage(Y.encodeStateAsUpdate(marked("a")));
    one.seat.receive(good);
    expect(doc.getMap("coverage").size).toBe(0);
    other.seat.receive(good);
    expect(doc.getMap("coverage").size).toBe(1);
  });

  it("knows of whose state nothing can be taken, until they send one that can be or leave", () => {
    const { gate, one, other } = gateWithTwo();
    const heard: number[] = [];
    const stop = gate.untakeable.subscribe(() => heard.push(gate.untakeable.get().size));
    one.seat.receive(stateMessage(withMap("drafts")));
    expect(gate.untakeable.get()).toEqual(new Set([aDevice(1)]));
    one.seat.receive(stateMessage(withMap("drafts")));
    one.seat.receive(stateMessage(marked("a")));
    expect(gate.untakeable.get().size).toBe(0);
    other.seat.receive(stateMessage(withMap("drafts")));
    other.seat.leave();
    expect(gate.untakeable.get().size).toBe(0);
    expect(heard).toEqual([1, 0, 1, 0]);
    stop();
  });

  it("takes nothing of a laptop that it does not listen to, and may take what only waits for something else", () => {
    const { gate, one, other } = gateWithTwo(1);
    one.seat.receive(updateMessage(Y.encodeStateAsUpdate(withMap("drafts"))));
    expect(gate.untakeable.get()).toEqual(new Set([aDevice(1)]));
    const source = marked("a");
    const before = Y.encodeStateVector(source);
    source.getMap("coverage").set("b", "asked");
    other.seat.receive(updateMessage(Y.encodeStateAsUpdate(source, before)));
    other.seat.refuse("doesNotOpen");
    expect(gate.untakeable.get()).toEqual(new Set([aDevice(1), aDevice(2)]));
  });

  it("does not count against a laptop what happens between honest ones", () => {
    const { doc, one } = gateWithTwo(1);
    one.seat.receive(Uint8Array.from([90, 1]));
    one.seat.receive(updateMessage(Y.encodeStateAsUpdate(marked("a"))));
    expect(doc.getMap("coverage").size).toBe(1);
  });
});

function withMap(name: string): Y.Doc {
  const doc = new Y.Doc();
  doc.getMap(name).set("k", 1);
  return doc;
}

describe("cursors in shared notes", () => {
  const place = new Uint8Array([1, 2, 3]);
  const caret = { slotId: slotId("bench"), place };

  it("reach the others beside the document, and whoever comes later", () => {
    const { doc, gate, one, other } = gateWithTwo();
    const before = Y.encodeStateAsUpdate(doc);
    one.seat.receive(encodeCaret(caret));
    expect([...gate.carets.get()]).toEqual([[aDevice(1), caret]]);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    gate.sayCaret(caret);
    other.seat.opened();
    expect(other.kinds()).toEqual(["caret", "caret"]);
    expect(one.kinds()).toEqual(["caret"]);
  });

  it("are gone when their person leaves the notes or the room", () => {
    const { gate, one, other } = gateWithTwo();
    one.seat.receive(encodeCaret(caret));
    other.seat.receive(encodeCaret(caret));
    one.seat.receive(encodeCaret(null));
    expect([...gate.carets.get().keys()]).toEqual([aDevice(2)]);
    other.seat.leave();
    expect(gate.carets.get().size).toBe(0);
  });

  it("are refused where they are none", () => {
    const { gate, reasons, one } = gateWithTwo();
    const tooLong = encodeCaret({ ...caret, place: new Uint8Array(201) });
    const noSlot = encodeCaret({ ...caret, slotId: "nowhere" as typeof caret.slotId });
    for (const message of [tooLong, noSlot, encodeCaret({ ...caret, place: new Uint8Array() })])
      one.seat.receive(message);
    expect(reasons).toEqual(["malformed", "malformed", "malformed"]);
    expect(gate.carets.get().size).toBe(0);
  });
});

describe("what a laptop says of who waits at its door", () => {
  const turnedAway = (count: number, fill = "x") => ({
    knocks: [],
    turnedAway: Array.from({ length: count }, () => fill.repeat(22)),
  });

  it("is learned of that laptop beside the document, the newest in the place of what it said before", () => {
    const { doc, gate, one, other, reasons } = gateWithTwo();
    const before = Y.encodeStateAsUpdate(doc);
    one.seat.receive(encodeDoorNews(turnedAway(1)));
    other.seat.receive(encodeDoorNews(turnedAway(2)));
    one.seat.receive(encodeDoorNews(turnedAway(1, "y")));
    const heard = [...gate.facts.get()].map(([deviceId, { doorNews }]) => [deviceId, doorNews]);
    expect(new Map(heard as [string, unknown][])).toEqual(
      new Map([
        [aDevice(1), turnedAway(1, "y")],
        [aDevice(2), turnedAway(2)],
      ]),
    );
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    expect([one.sent, other.sent, reasons]).toEqual([[], [], []]);
  });

  it("is refused where it is garbage or too much, leaves what was learned, and mutes who goes on", () => {
    const { gate, one, reasons } = gateWithTwo(3);
    one.seat.receive(encodeDoorNews(turnedAway(1)));
    const tooMany = encodeDoorNews(turnedAway(33));
    for (const message of [Uint8Array.of(70, 1, 123), tooMany, tooMany, encodeDoorNews(turnedAway(2))])
      one.seat.receive(message);
    expect(reasons).toEqual(["malformed", "malformed", "malformed", "muted"]);
    expect(gate.facts.get().get(aDevice(1))?.doorNews).toEqual(turnedAway(1));
  });

  it("is nobody's while the connection has not shown who speaks", () => {
    const gate = openGate({ doc: new Y.Doc() });
    const seat = gate.seat({ deliver: () => undefined, send: () => undefined, deviceId: () => null });
    seat.receive(encodeDoorNews(turnedAway(1)));
    expect(gate.facts.get().size).toBe(0);
  });

  it("is told to everybody, and to whoever comes later", () => {
    const { gate, one, other } = gateWithTwo();
    gate.say({ doorNews: turnedAway(1) });
    expect([one.sent, other.sent]).toEqual([
      [encodeDoorNews(turnedAway(1))],
      [encodeDoorNews(turnedAway(1))],
    ]);
    other.seat.opened();
    expect(other.kinds()).toContain("doorNews");
    expect(other.sent.at(-1)).toEqual(encodeDoorNews(turnedAway(1)));
  });
});
