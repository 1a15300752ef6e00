import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import type { DeviceId } from "../../../src/domain/ids";
import { liveCell } from "../../../src/domain/live";
import { type CatchingUp, followCatchingUp } from "../../../src/sync/catching-up";
import { type FactsByDevice, noFacts } from "../../../src/sync/gate/peer-facts";
import { stateDigest } from "../../../src/sync/state-digest";
import type { TransportPeer } from "../../../src/sync/transport/transport";
import { aDevice } from "../../support/sync/keys";

const [ana, ben] = [aDevice(1), aDevice(2)];
const direct = (deviceId: DeviceId): TransportPeer => ({ deviceId, link: "direct" });

let mine: Y.Doc;
let theirs: Y.Doc;
const peers = liveCell<readonly TransportPeer[]>([]);
const facts = liveCell<FactsByDevice>(new Map());
const untakeable = liveCell<ReadonlySet<DeviceId>>(new Set());
let catching: CatchingUp;

/** What a laptop says is durable on it. */
const says = (deviceId: DeviceId, doc: Y.Doc): void =>
  facts.set(new Map([...facts.get(), [deviceId, { ...noFacts, held: stateDigest(doc) }]]));
const send = (from: Y.Doc, to: Y.Doc): void => Y.applyUpdate(to, Y.encodeStateAsUpdate(from));

beforeEach(() => {
  vi.useFakeTimers();
  [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  theirs.getMap("entries").set("sealed", "before the restore");
  peers.set([]);
  facts.set(new Map());
  untakeable.set(new Set());
  catching = followCatchingUp({ doc: mine, peers, facts, untakeable });
});
afterEach(() => {
  catching.close();
  vi.useRealTimers();
});

describe("a laptop that meets others", () => {
  it("is behind until it has what they held when they met", () => {
    peers.set([direct(ana)]);
    says(ana, theirs);
    expect(catching.behind.get()).toBe(true);
    send(theirs, mine);
    expect(catching.behind.get()).toBe(false);
  });

  it("waits half a minute for a claim, and as long as it takes once its disk is shown to be an older copy", () => {
    peers.set([direct(ana)]);
    says(ana, theirs);
    vi.advanceTimersByTime(30_000);
    expect(catching.behind.get()).toBe(false);
    catching.insist();
    expect(catching.behind.get()).toBe(true);
    vi.advanceTimersByTime(3_600_000);
    expect(catching.behind.get()).toBe(true);
    send(theirs, mine);
    expect(catching.behind.get()).toBe(false);
  });

  it("does not wait for a claim of somebody who left, also after it was shown to be an older copy", () => {
    catching.insist();
    peers.set([direct(ana)]);
    says(ana, theirs);
    expect(catching.behind.get()).toBe(true);
    peers.set([]);
    expect(catching.behind.get()).toBe(false);
  });

  it("is behind just so where the other is reached through a server, and not where it is only heard of", () => {
    says(ana, theirs);
    peers.set([{ deviceId: ana, link: "indirect" }]);
    expect(catching.behind.get()).toBe(false);
    peers.set([{ deviceId: ana, link: "relayed", via: "ws://10.0.0.7:4455" }]);
    expect(catching.behind.get()).toBe(true);
    send(theirs, mine);
    expect(catching.behind.get()).toBe(false);
  });

  it("is not behind alone, nor before anybody said what they hold", () => {
    expect(catching.behind.get()).toBe(false);
    peers.set([direct(ana)]);
    expect(catching.behind.get()).toBe(false);
    says(ben, theirs);
    expect(catching.behind.get()).toBe(false);
  });

  it("is not behind where it holds more than they do", () => {
    send(theirs, mine);
    mine.getMap("entries").set("mine", "newer");
    peers.set([direct(ana)]);
    says(ana, theirs);
    expect(catching.behind.get()).toBe(false);
  });

  it("is not behind for what they write after it had caught up with them", () => {
    send(theirs, mine);
    peers.set([direct(ana)]);
    says(ana, theirs);
    theirs.getMap("entries").set("later", "on its way");
    says(ana, theirs);
    expect(catching.behind.get()).toBe(false);
  });

  it("catches up anew with whoever left and came back", () => {
    send(theirs, mine);
    peers.set([direct(ana)]);
    says(ana, theirs);
    peers.set([]);
    theirs.getMap("entries").set("later", "while apart");
    says(ana, theirs);
    peers.set([direct(ana)]);
    expect(catching.behind.get()).toBe(true);
  });

  it("stays behind until it has caught up with each of them", () => {
    const others = new Y.Doc();
    others.getMap("entries").set("other", "elsewhere");
    peers.set([direct(ana), direct(ben)]);
    says(ana, theirs);
    says(ben, others);
    send(theirs, mine);
    expect(catching.behind.get()).toBe(true);
    send(others, mine);
    expect(catching.behind.get()).toBe(false);
  });

  it("does not wait for ever for somebody who only claims to hold more", () => {
    peers.set([direct(ana)]);
    says(ana, theirs);
    vi.advanceTimersByTime(29_000);
    expect(catching.behind.get()).toBe(true);
    vi.advanceTimersByTime(1_000);
    expect(catching.behind.get()).toBe(false);
  });

  it("does not wait for what was refused and would be again, not even once its disk is shown to be an older copy", () => {
    peers.set([direct(ana)]);
    says(ana, theirs);
    expect(catching.behind.get()).toBe(true);
    untakeable.set(new Set([ana]));
    expect(catching.behind.get()).toBe(false);
    catching.insist();
    expect(catching.behind.get()).toBe(false);
    vi.advanceTimersByTime(60_000);
    expect(catching.behind.get()).toBe(false);
  });

  it("waits for half a minute from the moment on at which it may be taken after all", () => {
    peers.set([direct(ana)]);
    says(ana, theirs);
    vi.advanceTimersByTime(29_000);
    untakeable.set(new Set([ana]));
    vi.advanceTimersByTime(29_000);
    untakeable.set(new Set());
    expect(catching.behind.get()).toBe(true);
    vi.advanceTimersByTime(29_000);
    expect(catching.behind.get()).toBe(true);
    vi.advanceTimersByTime(1_000);
    expect(catching.behind.get()).toBe(false);
  });

  it("still waits for the others where one of them holds what is refused", () => {
    const others = new Y.Doc();
    others.getMap("entries").set("other", "elsewhere");
    peers.set([direct(ana), direct(ben)]);
    says(ana, theirs);
    says(ben, others);
    untakeable.set(new Set([ana]));
    expect(catching.behind.get()).toBe(true);
    send(others, mine);
    expect(catching.behind.get()).toBe(false);
  });
});
