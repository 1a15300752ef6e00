import { afterEach, beforeEach, describe, expect, it } from "vitest";

/**
 * A laptop with a loop's document, a gate and the transport under test. Every call is asynchronous and takes plain
 * data, so that the laptop may be a window of a real Electron.
 */
export interface RigPeer {
  readonly deviceId: string;
  /** Looks for the others; `leave` stops that. */
  readonly join: () => Promise<void>;
  readonly leave: () => Promise<void>;
  /** Appends to the debrief note "contract". */
  readonly write: (text: string) => Promise<void>;
  readonly length: () => Promise<number>;
  /** The laptops on which, by their own word, everything of this one is durable. */
  readonly heldBy: () => Promise<readonly string[]>;
  /** The last `count` characters of the note. */
  readonly tail: (count: number) => Promise<string>;
  readonly peers: () => Promise<readonly { readonly deviceId: string | null; readonly link: string }[]>;
}

export interface TransportRig {
  /** How the laptops of this implementation reach each other; `direct` where left out. */
  readonly link?: "direct" | "relayed";
  /** Starts laptops that are not joined yet, one per number; laptops of one number share a transport key. */
  readonly start: (keys: readonly number[]) => Promise<readonly RigPeer[]>;
  /** Lets whatever is under way get on; called until a condition holds. */
  readonly progress: () => Promise<void>;
  /** From now on, or no longer, what this laptop sends is lost on its way, while every connection looks alive. */
  readonly swallow: (index: number, swallowing: boolean) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const patience = 200;

/** What every implementation of `Transport` keeps. */
export const transportSuite = (name: string, newRig: () => Promise<TransportRig>): void => {
  describe(`${name} as a transport`, () => {
    let rig: TransportRig;
    beforeEach(async () => {
      rig = await newRig();
    });
    afterEach(() => rig.stop());
    const direct = async (peer: RigPeer): Promise<readonly (string | null)[]> =>
      (await peer.peers())
        .filter(({ link }) => link === (rig.link ?? "direct"))
        .map(({ deviceId }) => deviceId);

    /** Waits until `read` gives `expected`, and fails with the difference when it never does. */
    const become = async <Value>(read: () => Promise<Value>, expected: Value): Promise<void> => {
      for (let attempt = 0; attempt < patience; attempt += 1) {
        if (JSON.stringify(await read()) === JSON.stringify(expected)) return;
        await rig.progress();
      }
      expect(await read()).toEqual(expected);
    };
    const joined = async (count: number): Promise<readonly RigPeer[]> => {
      const peers = await rig.start(Array(count).fill(1));
      for (const peer of peers) await peer.join();
      for (const peer of peers) {
        const others = peers.filter((other) => other !== peer).map(({ deviceId }) => deviceId);
        await become(async () => [...(await direct(peer))].sort(), others.sort());
      }
      return peers;
    };
    const at = (peers: readonly RigPeer[], index: number): RigPeer => {
      const peer = peers[index];
      if (peer === undefined) throw new Error(`no laptop ${index}`);
      return peer;
    };

    it("shows every laptop the others by their device ids", async () => {
      await joined(3);
    });

    it("brings a change to everybody", async () => {
      const peers = await joined(3);
      await at(peers, 1).write("from the second");
      for (const peer of peers) await become(() => peer.tail(30), "from the second");
    });

    it("brings what both had before they met to the other", async () => {
      const peers = await rig.start([1, 1]);
      await at(peers, 0).write("first");
      await at(peers, 1).write("other");
      for (const peer of peers) await peer.join();
      for (const peer of peers) await become(() => peer.length(), 10);
      expect(await at(peers, 0).tail(10)).toBe(await at(peers, 1).tail(10));
    });

    it("carries 1 MB in one piece, and small changes after it", async () => {
      const [sender, receiver] = await joined(2).then((peers) => [at(peers, 0), at(peers, 1)] as const);
      await sender.write("x".repeat(1024 * 1024));
      await sender.write("small");
      await become(() => receiver.length(), 1024 * 1024 + 5);
      expect(await receiver.tail(6)).toBe("xsmall");
      await receiver.write("back");
      await become(() => sender.tail(4), "back");
    });

    it("gives a laptop that joins later a document of 1 MB", async () => {
      const peers = await rig.start([1, 1]);
      await at(peers, 0).write("x".repeat(1024 * 1024));
      await at(peers, 0).join();
      await at(peers, 1).join();
      await become(() => at(peers, 1).length(), 1024 * 1024);
    });

    it("takes a laptop that left from the list and tells it nothing more, until it comes back", async () => {
      const [stays, leaves] = await joined(2).then((peers) => [at(peers, 0), at(peers, 1)] as const);
      await leaves.leave();
      await become(() => direct(stays), []);
      expect(await leaves.peers()).toEqual([]);
      await stays.write("missed");
      await leaves.write("alone");
      await rig.progress();
      expect(await leaves.tail(20)).toBe("alone");
      await leaves.join();
      for (const peer of [stays, leaves]) await become(() => peer.length(), 11);
      expect(await stays.tail(11)).toBe(await leaves.tail(11));
    });

    it("loses nothing and doubles nothing of what a connection swallowed while it looked alive", async () => {
      const peers = await joined(2);
      const [one, other] = [at(peers, 0), at(peers, 1)];
      await one.write("before ");
      await become(() => other.tail(7), "before ");
      await rig.swallow(0, true);
      await one.write("swallowed ");
      await other.write("heard ");
      await become(() => one.length(), 23);
      expect(await other.tail(6)).toBe("heard ");
      await rig.swallow(0, false);
      await become(() => other.length(), 23);
      await one.write("after");
      for (const peer of peers) await become(() => peer.length(), 28);
      expect(await one.tail(28)).toBe(await other.tail(28));
    });

    it("brings many changes that both made at once to both, each once and in one order", async () => {
      const peers = await joined(2);
      for (let round = 0; round < 25; round += 1)
        await Promise.all(peers.map((peer, index) => peer.write(String(index))));
      for (const peer of peers) await become(() => peer.length(), 50);
      const text = await at(peers, 0).tail(50);
      expect(await at(peers, 1).tail(50)).toBe(text);
      expect([...text].filter((letter) => letter === "0")).toHaveLength(25);
    });

    it("says on whom everything is durable, and takes it back with the next change until they have it too", async () => {
      const peers = await joined(3);
      const others = [at(peers, 1).deviceId, at(peers, 2).deviceId].sort();
      const held = async () => [...(await at(peers, 0).heldBy())].sort();
      await at(peers, 0).write("first");
      await become(held, others);
      await rig.swallow(0, true);
      await at(peers, 0).write("second");
      await become(held, []);
      await rig.swallow(0, false);
      await become(held, others);
    });

    it("lets a laptop with another key neither read nor write", async () => {
      const peers = await rig.start([1, 1, 2]);
      const [one, other, stranger] = [at(peers, 0), at(peers, 1), at(peers, 2)];
      for (const peer of peers) await peer.join();
      await stranger.write("intruder");
      await one.write("secret");
      await become(() => other.tail(20), "secret");
      expect(await stranger.tail(20)).toBe("intruder");
      expect(await one.tail(20)).toBe("secret");
      expect(await direct(stranger)).toEqual([]);
      expect(await direct(one)).toEqual([other.deviceId]);
    });
  });
};
