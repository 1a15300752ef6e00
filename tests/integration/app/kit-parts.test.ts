import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeCrypto } from "../../../electron/main/vault/node-crypto";
import { base64UrlSchema } from "../../../src/domain/ids";
import { type PartWrap, wrapPart } from "../../../src/domain/kit/part-wraps";
import { kitToParts } from "../../../src/domain/kit/snapshot";
import type { Hat } from "../../../src/domain/loop/roster";
import { unwrap } from "../../../src/domain/result";
import { authenticate } from "../../../src/domain/sealing/authenticate";
import { signEntry } from "../../../src/domain/sealing/signing";
import { bytesToEntry, entryToBytes } from "../../../src/domain/sealing/wire";
import { openLoopDoc } from "../../../src/sync/loop-doc/loop-doc";
import { bytesOfDisk, bytesOfDoc, holdsWord } from "../../support/app/leaks";
import { aPanel, guideWord, type Panel, panelKit, type Seat } from "../../support/app/panel";
import { personId } from "../../support/builders/record";
import { idOf } from "../../support/sealing/loop-world";

let panel: Panel;
beforeEach(async () => {
  panel = await aPanel();
});
afterEach(() => panel.stop());

const docOf = (seat: Seat) => openLoopDoc(seat.laptop.doc());
const guideOn = (seat: Seat): string | undefined =>
  seat.session().view.get().kit?.exercises[0]?.roles[0]?.archetype;
const guidePart = () => {
  const part = kitToParts(panelKit).find(({ audience }) => audience === "rolePlayer");
  if (part === undefined) throw new Error("the kit of the panel has a guide");
  return part;
};

/** Ana signs a roster in which somebody wears other hats. */
const giveHats = (name: string, hats: readonly Hat[]): void => {
  const rosters = docOf(panel.ana)
    .entries()
    .map(({ bytes }) => unwrap(authenticate(unwrap(bytesToEntry(bytes, nodeCrypto)), nodeCrypto)))
    .flatMap((entry) => (entry.kind === "roster" ? [entry] : []))
    .toSorted((one, other) => other.body.version - one.body.version);
  const [newest] = rosters;
  if (newest === undefined) throw new Error("a loop has a roster");
  const persons = newest.body.persons.map((person) =>
    person.personId === personId(name) ? { ...person, hats: [...hats] } : person,
  );
  const body = { ...newest.body, version: newest.body.version + 1, prev: newest.hash, persons };
  const entry = signEntry("roster", body, panel.ana.laptop.device, nodeCrypto);
  const { hash } = unwrap(authenticate(entry, nodeCrypto));
  docOf(panel.ana).putEntries([{ hash, bytes: entryToBytes(entry, nodeCrypto) }]);
};

describe("the guide of a role", () => {
  it("is read by the facilitator, and by nobody who only scores", async () => {
    await panel.until(() => panel.seats.every((seat) => seat.session().view.get().kit !== null));
    await panel.rest();
    expect(panel.seats.map(guideOn)).toEqual([guideWord, "", ""]);
  });

  it("is opened on the role player's laptop once the person gets the hat, and on no other", async () => {
    giveHats("ben", ["rolePlayer"]);
    await panel.until(() => guideOn(panel.ben) === guideWord);
    await panel.rest();
    expect(guideOn(panel.cleo)).toBe("");
    expect(panel.ben.session().view.get().kit).toEqual(panelKit);
  });

  it("comes with the hat also to a laptop that was away, and is there again after a new start", async () => {
    await panel.ben.laptop.stop();
    giveHats("ben", ["rolePlayer"]);
    await panel.rest();
    await panel.ben.restart();
    await panel.until(() => guideOn(panel.ben) === guideWord);
    await panel.ben.restart();
    await panel.until(() => guideOn(panel.ben) === guideWord);
  });

  it("stands in no document and on no panelist's disk in plain words", async () => {
    giveHats("ben", ["rolePlayer"]);
    await panel.until(() => guideOn(panel.ben) === guideWord);
    await panel.rest();
    for (const seat of panel.seats) expect(holdsWord(bytesOfDoc(seat.laptop.doc()), guideWord)).toBe(false);
    await panel.stop();
    for (const { laptop } of [panel.ben, panel.cleo])
      expect(holdsWord(await bytesOfDisk(laptop), guideWord)).toBe(false);
  });

  it("is not taken from a colleague who wraps another text in its place", async () => {
    const part = { ...guidePart(), text: guidePart().text.replace(guideWord, "shouts-at-everybody") };
    const { kitRoot } = panel.ana.session().view.get().plan?.kit ?? {};
    if (kitRoot === undefined) throw new Error("a loop has a plan");
    const forged = wrapPart(
      part,
      {
        recipient: idOf(panel.ben.laptop.device),
        agreeKey: panel.ben.laptop.device.agreement.publicKey,
      },
      { context: { loopId: panel.loopId, kitRoot }, sender: idOf(panel.cleo.laptop.device) },
      nodeCrypto,
    );
    if (forged === null) throw new Error("Ben's key can be used");
    docOf(panel.cleo).putKitWraps([forged]);
    await panel.rest();
    expect(guideOn(panel.ben)).toBe("");
    giveHats("ben", ["rolePlayer"]);
    await panel.until(() => guideOn(panel.ben) === guideWord);
  });
});

/** Ben's wrap of the guide by Ana in a document. */
const bensWrap = (seat: Seat) =>
  docOf(seat)
    .kitWraps()
    .find(
      ({ recipient, sender }) =>
        recipient === idOf(panel.ben.laptop.device) && sender === idOf(panel.ana.laptop.device),
    );

const spoiltOf = (wrap: PartWrap): PartWrap => ({
  ...wrap,
  ciphertext: base64UrlSchema.parse(wrap.ciphertext.replace(/^..../, "AAAA")),
});

describe("the wrap of a guide that a colleague writes over while the laptop it is for is off", () => {
  const spoil = async (): Promise<string> => {
    await panel.ben.laptop.stop();
    giveHats("ben", ["rolePlayer"]);
    await panel.until(() => bensWrap(panel.cleo) !== undefined);
    await panel.rest();
    const good = bensWrap(panel.cleo);
    if (good === undefined) throw new Error("Ana wrapped the guide to Ben");
    const spoilt = spoiltOf(good);
    docOf(panel.cleo).putKitWraps([spoilt]);
    return spoilt.ciphertext;
  };

  it("is made anew by who made it, and opens", async () => {
    const spoilt = await spoil();
    await panel.until(() => bensWrap(panel.cleo)?.ciphertext !== spoilt);
    await panel.ana.laptop.stop();
    await panel.ben.restart();
    await panel.until(() => guideOn(panel.ben) === guideWord);
  });

  it("is made anew also after a new start of who made it, and a good one is left as it is", async () => {
    const restartAna = async (): Promise<void> => {
      await panel.ana.restart();
      unwrap(await panel.ana.session().startHosting());
    };
    await panel.ben.laptop.stop();
    giveHats("ben", ["rolePlayer"]);
    await panel.until(() => bensWrap(panel.cleo) !== undefined);
    await panel.ana.laptop.stop();
    const good = bensWrap(panel.cleo);
    if (good === undefined) throw new Error("Ana wrapped the guide to Ben");
    docOf(panel.cleo).putKitWraps([spoiltOf(good)]);
    await restartAna();
    await panel.until(() => bensWrap(panel.cleo)?.ciphertext !== spoiltOf(good).ciphertext);
    await panel.rest();
    const healed = bensWrap(panel.cleo)?.ciphertext;
    await restartAna();
    await panel.rest();
    expect(bensWrap(panel.cleo)?.ciphertext).toBe(healed);
  });

  it("is left alone once that goes on and on: the loop must not grow without end", async () => {
    await spoil();
    for (let times = 0; times < 30; times += 1) {
      await panel.rest();
      const wrap = bensWrap(panel.cleo);
      if (wrap !== undefined) docOf(panel.cleo).putKitWraps([spoiltOf(wrap)]);
    }
    await panel.rest();
    expect(bensWrap(panel.cleo)?.ciphertext.startsWith("AAAA")).toBe(true);
  }, 60_000);
});

describe("the parts of the frozen kit", () => {
  it("that a member takes out, writes over or adds to are as before, also for a laptop that joins later", async () => {
    const before = docOf(panel.ana).kitParts();
    const parts = panel.cleo.laptop.doc().getMap("kitParts");
    const [first, second, third] = before.filter((part) => "text" in part);
    const guide = before.find((part) => !("text" in part));
    parts.delete(first?.path ?? "");
    parts.set(second?.path ?? "", JSON.stringify({ ...second, text: '{"forged":true}' }));
    parts.set(third?.path ?? "", "no part at all");
    parts.delete(guide?.path ?? "");
    parts.set("question/planted", JSON.stringify({ path: "question/planted", audience: "all", text: "{}" }));
    await panel.until(() => JSON.stringify(docOf(panel.cleo).kitParts()) === JSON.stringify(before));
    await panel.rest();
    for (const seat of panel.seats) expect(docOf(seat).kitParts()).toEqual(before);
  });
});
