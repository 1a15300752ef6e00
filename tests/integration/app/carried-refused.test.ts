import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { nodeCrypto } from "../../../electron/main/vault/node-crypto";
import { loopIdSchema } from "../../../src/domain/ids";
import {
  type BundleContents,
  contentsToSections,
  sectionsToContents,
} from "../../../src/domain/loop/bundle/contents";
import { contentsPieces, sectionReader } from "../../../src/domain/loop/bundle/sections";
import { unwrap } from "../../../src/domain/result";
import { authenticate } from "../../../src/domain/sealing/authenticate";
import type { DeviceIdentity } from "../../../src/domain/sealing/crypto-port";
import type { AuthenticEntry, SignedEntry } from "../../../src/domain/sealing/entries";
import { signEntry } from "../../../src/domain/sealing/signing";
import { bytesToEntry } from "../../../src/domain/sealing/wire";
import { openLoopDoc } from "../../../src/sync/loop-doc/loop-doc";
import { aPanelApart, type LonelySeat, type PanelApart } from "../../support/app/apart";
import { bundleKeysIn } from "../../support/app/laptop-secrets";
import { filledCard, morning } from "../../support/app/panel";
import { anId } from "../../support/builders/ids";
import { noon, personId } from "../../support/builders/record";
import { bundleDesk, type HeldKeys } from "../../support/bundle/bundle-desk";
import { aDevice } from "../../support/sealing/devices";
import { idOf } from "../../support/sealing/loop-world";

let panel: PanelApart;
beforeEach(async () => {
  panel = await aPanelApart();
  await panel.ana.write("start.pbloop");
  await panel.ben.take("start.pbloop");
});
afterEach(() => panel.stop());

const keys = (): HeldKeys => bundleKeysIn(panel.ana.laptop.secrets);

/** The contents of a bundle, with the loop's key. */
const contentsOf = async (name: string): Promise<BundleContents> => {
  const read = unwrap(await bundleDesk(aDevice("anybody"), keys(), panel.stick).read(name, [panel.loopId]));
  return unwrap(sectionsToContents(unwrap(sectionReader().push(read.contents)), nodeCrypto));
};

/** A bundle as somebody who holds the loop's key can make one. */
const forge = async (by: DeviceIdentity, name: string, contents: BundleContents): Promise<void> => {
  const bytes = Buffer.concat([...contentsPieces(contentsToSections(contents, nodeCrypto), 65_536)]);
  unwrap(await bundleDesk(by, keys(), panel.stick).write(name, panel.loopId, new Uint8Array(bytes)));
};
const empty = (part: "whole" | "own" = "own"): BundleContents => ({
  about: { v: 1, loopId: panel.loopId, part, at: noon },
  state: null,
  entries: [],
  shares: null,
});

/** The bundle is refused for this reason, and nothing of the loop is other than before. */
const expectRefused = async (seat: LonelySeat, name: string, error: object): Promise<void> => {
  const [view, disk] = [seat.session().view.get(), await seat.disk()];
  expect(await seat.choose(name)).toEqual({ ok: false, error });
  expect(seat.session().view.get()).toBe(view);
  expect(await seat.disk()).toEqual(disk);
};
const sealOwn = async (seat: LonelySeat): Promise<void> => {
  unwrap(await seat.session().seal(filledCard(seat.session(), morning)));
};

describe("a bundle that may not be taken", () => {
  it("of another loop is refused where somebody asked for this one", async () => {
    const { ben } = panel;
    expect(await ben.choose("start.pbloop", anId(loopIdSchema, "elsewhere"))).toEqual({
      ok: false,
      error: { type: "otherLoop" },
    });
    expect((await ben.choose("start.pbloop", null)).ok).toBe(true);
  });

  it("that says another loop inside than outside is refused", async () => {
    const about = { ...empty().about, loopId: anId(loopIdSchema, "elsewhere") };
    await forge(panel.ana.laptop.device, "bad.pbloop", { ...empty(), about });
    await expectRefused(panel.ben, "bad.pbloop", { type: "contentsInvalid" });
  });

  it("by a laptop that was never in the loop is refused, though it holds the loop's key", async () => {
    await forge(aDevice("mallory"), "bad.pbloop", await contentsOf("start.pbloop"));
    await expectRefused(panel.ben, "bad.pbloop", { type: "strangersLaptop" });
  });

  it("is refused where nobody there knows who is in the loop", async () => {
    await forge(panel.ben.laptop.device, "bad.pbloop", empty());
    await expectRefused(panel.cleo, "bad.pbloop", { type: "panelUnknown" });
  });

  it("damaged on the way is refused", async () => {
    const bytes = await panel.stick.bytes("start.pbloop");
    bytes[500] = (bytes[500] ?? 0) ^ 1;
    await panel.stick.put("bad.pbloop", bytes);
    await expectRefused(panel.ben, "bad.pbloop", { type: "damaged" });
  });

  it("with one entry that is not as its author signed it is refused whole", async () => {
    await sealOwn(panel.ana);
    await panel.ana.write("own.pbloop", "own");
    const good = await contentsOf("own.pbloop");
    const spoilt = (entry: SignedEntry): SignedEntry =>
      entry.kind === "card" ? { ...entry, body: entry.body.replace('"revision":1', '"revision":2') } : entry;
    const entries = good.entries.map(spoilt);
    expect(entries).not.toEqual(good.entries);
    await forge(panel.ana.laptop.device, "bad.pbloop", { ...good, entries });
    await expectRefused(panel.ben, "bad.pbloop", { type: "entryRefused", reason: "badSignature" });
  });

  it("with an entry of another loop is refused whole", async () => {
    const body = {
      v: 1 as const,
      loopId: anId(loopIdSchema, "elsewhere"),
      deviceId: idOf(panel.ana.laptop.device),
      at: noon,
      counter: 1,
      envelopes: [],
    };
    const entry = signEntry("receipt", body, panel.ana.laptop.device, nodeCrypto);
    await forge(panel.ana.laptop.device, "bad.pbloop", { ...empty(), entries: [entry] });
    await expectRefused(panel.ben, "bad.pbloop", { type: "entryRefused", reason: "otherLoop" });
  });

  it("by a member, with hand-offs in another's name is refused", async () => {
    const handOffs = [{ id: "h-1", to: null, text: "In Ana's name", at: noon }];
    const shares = { personId: personId("ana"), handOffs };
    await forge(panel.ben.laptop.device, "bad.pbloop", { ...empty(), shares });
    await expectRefused(panel.ana, "bad.pbloop", { type: "contentsInvalid" });
  });

  const states: readonly (readonly [string, () => Uint8Array, string])[] = [
    [
      "that touches what is no part of a loop",
      () => {
        const doc = new Y.Doc();
        doc.getMap("scores").set("ana", 4);
        return Y.encodeStateAsUpdateV2(doc);
      },
      "foreignName",
    ],
    [
      "with a kind of content no loop has",
      () => {
        const doc = new Y.Doc();
        doc.getMap("coverage").set("nested", new Y.Map());
        return Y.encodeStateAsUpdateV2(doc);
      },
      "foreignContent",
    ],
    ["that is no state", () => Uint8Array.of(1, 2, 3, 4), "notAnUpdate"],
  ];
  for (const [what, state, reason] of states)
    it(`by a member, with a document ${what}, is stopped at the gate where its updates would be`, async () => {
      await forge(panel.ana.laptop.device, "bad.pbloop", { ...empty("whole"), state: state() });
      await expectRefused(panel.ben, "bad.pbloop", { type: "stateRefused", reason });
    });
});

describe("the bundle of a laptop that was removed", () => {
  const authenticIn = (state: Uint8Array): readonly AuthenticEntry[] => {
    const doc = new Y.Doc();
    Y.applyUpdateV2(doc, state);
    return openLoopDoc(doc)
      .entries()
      .map(({ bytes }) => unwrap(authenticate(unwrap(bytesToEntry(bytes, nodeCrypto)), nodeCrypto)));
  };

  /** Ana signs Ben's laptop out, having seen what was on her stick called `seen`. */
  const removeBen = async (seen: string): Promise<SignedEntry> => {
    const entries = authenticIn((await contentsOf(seen)).state ?? new Uint8Array());
    const rosters = entries.flatMap((entry) => (entry.kind === "roster" ? [entry] : []));
    const newest = rosters.toSorted((one, other) => other.body.version - one.body.version)[0];
    if (newest === undefined) throw new Error("a loop has a roster");
    const gone = idOf(panel.ben.laptop.device);
    const body = {
      ...newest.body,
      version: newest.body.version + 1,
      prev: newest.hash,
      generation: newest.body.generation + 1,
      devices: newest.body.devices.filter(({ deviceId }) => deviceId !== gone),
      heads: entries.map(({ hash }) => hash),
    };
    return signEntry("roster", body, panel.ana.laptop.device, nodeCrypto);
  };

  it("is taken where the removal had seen all it signed, and then only what is signed", async () => {
    await sealOwn(panel.ben);
    panel.ben.session().handOff(null, "Perhaps written after the removal");
    await panel.ben.write("bens.pbloop");
    const removal = await removeBen("bens.pbloop");
    await forge(panel.ana.laptop.device, "removal.pbloop", { ...empty(), entries: [removal] });
    await panel.ana.take("removal.pbloop");
    const offer = await panel.ana.take("bens.pbloop");
    expect(offer).toMatchObject({ personName: "ben", signedOnly: true, brings: { cards: 1, notes: 0 } });
    const view = panel.ana.session().view.get();
    expect(view.cards.filter(({ sealed }) => sealed.length > 0)).toHaveLength(1);
    expect(view.handOffs).toEqual([]);
  });

  it("is refused where it signed something the removal had not seen", async () => {
    await panel.ben.write("before.pbloop");
    const removal = await removeBen("before.pbloop");
    await forge(panel.ana.laptop.device, "removal.pbloop", { ...empty(), entries: [removal] });
    await panel.ana.take("removal.pbloop");
    await sealOwn(panel.ben);
    await panel.ben.write("after.pbloop");
    await expectRefused(panel.ana, "after.pbloop", { type: "removedLaptop" });
  });
});
