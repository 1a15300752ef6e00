import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setupVault } from "../../../../../electron/main/vault";
import { agreementKeyFrom } from "../../../../../electron/main/vault/agreement-key";
import { nodeCrypto } from "../../../../../electron/main/vault/node-crypto";
import { loopIdSchema } from "../../../../../src/domain/ids";
import { unwrap } from "../../../../../src/domain/result";
import { sealDraftCopy } from "../../../../../src/domain/sealing/draft-copy";
import { recoverySecret } from "../../../../../src/domain/sealing/recovery-key";
import { anId } from "../../../../support/builders/ids";
import { aCard, aSlot, noon } from "../../../../support/builders/record";
import { aDevice } from "../../../../support/sealing/devices";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "panelbook-recovery-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const vaultOf = (name: string) => setupVault({ userDataPath: join(folder, name), now: () => noon }).handlers;
const fileOf = (name: string): string => join(folder, name, "vault", "recovery.json");
const card = aCard(aSlot("morning", ["ana"]), "ana", {}, { takeaway: "halfway" });

/** The laptop as one of those a card is sealed to. */
const itself = async (ask: ReturnType<typeof vaultOf>) => {
  const { deviceId, agreeKey } = unwrap(await ask["vault.identity"](undefined));
  return [{ recipient: { kind: "device" as const, deviceId }, agreeKey }];
};

/** The first vector of BIP-39: sixteen zero bytes. */
const zeroWords = `${"abandon ".repeat(11)}about`;

describe("a recovery key", () => {
  it("is twelve words, shown in one answer and written nowhere on the laptop that made it", async () => {
    const ask = vaultOf("old");
    expect(unwrap(await ask["vault.recovery"](undefined))).toEqual({ madeAt: null, canOpen: false });
    const { words } = unwrap(await ask["vault.makeRecoveryKey"](undefined));
    expect(words.split(" ")).toHaveLength(12);
    expect(unwrap(await ask["vault.recovery"](undefined))).toEqual({ madeAt: noon, canOpen: false });
    const onDisk = readFileSync(fileOf("old"), "utf8");
    for (const word of words.split(" ").filter((each) => each.length > 5)) expect(onDisk).not.toContain(word);
    expect(JSON.parse(onDisk).facts.holds).toBe("public");
  });

  it("opens on another laptop what the lost one wrote, with its words and not without", async () => {
    const [old, other] = [vaultOf("old"), vaultOf("other")];
    const before = unwrap(await old["vault.sealDraft"]({ card, number: 1 }));
    const { words } = unwrap(await old["vault.makeRecoveryKey"](undefined));
    const copy = unwrap(await old["vault.sealDraft"]({ card, number: 2 }));
    const closed = { ok: false, error: { type: "notForThisDevice" } };
    expect(await other["vault.openDraft"]({ copy })).toEqual(closed);
    const typed = words.toUpperCase().replaceAll(" ", ",  ");
    expect(unwrap(await other["vault.useRecoveryKey"]({ words: typed })).canOpen).toBe(true);
    expect(unwrap(await other["vault.openDraft"]({ copy }))).toEqual(card);
    expect(await other["vault.openDraft"]({ copy: before })).toEqual(closed);
    expect(unwrap(await vaultOf("other")["vault.openDraft"]({ copy }))).toEqual(card);
  });

  it("typed on a borrowed laptop leaves its owner's alone, and is gone once it is forgotten", async () => {
    const [own, lent] = [vaultOf("own"), vaultOf("lent")];
    const { words } = unwrap(await own["vault.makeRecoveryKey"](undefined));
    const copy = unwrap(await own["vault.sealDraft"]({ card, number: 1 }));
    unwrap(await lent["vault.makeRecoveryKey"](undefined));
    const owners = readFileSync(fileOf("lent"), "utf8");
    expect(unwrap(await lent["vault.useRecoveryKey"]({ words, lent: true })).canOpen).toBe(true);
    expect(unwrap(await lent["vault.openDraft"]({ copy }))).toEqual(card);
    expect(readFileSync(fileOf("lent"), "utf8")).toBe(owners);
    unwrap(await lent["vault.forgetLentRecovery"](undefined));
    unwrap(await lent["vault.forgetLentRecovery"](undefined));
    expect(readdirSync(join(folder, "lent", "vault"))).not.toContain("recovery-lent.json");
    expect(await lent["vault.openDraft"]({ copy })).toMatchObject({ ok: false });
    expect(unwrap(await lent["vault.recovery"](undefined))).toEqual({ madeAt: noon, canOpen: false });
    expect(readFileSync(fileOf("lent"), "utf8")).toBe(owners);
  });

  it("of a borrowed laptop's owner opens nothing that is written there", async () => {
    const [owned, owners] = [vaultOf("owned"), vaultOf("owners")];
    const { words } = unwrap(await owned["vault.makeRecoveryKey"](undefined));
    unwrap(await owners["vault.useRecoveryKey"]({ words }));
    const copy = unwrap(await owned["vault.sealDraft"]({ card, number: 1, borrowed: true }));
    expect(copy.wraps.map(({ recipient }) => recipient.kind)).toEqual(["device"]);
    expect(await owners["vault.openDraft"]({ copy })).toMatchObject({ error: { type: "notForThisDevice" } });
    expect(unwrap(await owned["vault.openDraft"]({ copy }))).toEqual(card);
    const facts = { revision: 1, prev: null, counter: 0, at: noon, knownReveals: [] };
    const kindsIn = async (borrowed: boolean) => {
      const sealed = unwrap(
        await owned["vault.sealCard"]({ card, facts, recipients: await itself(owned), borrowed }),
      );
      const { wraps } = JSON.parse(sealed.body) as { wraps: { recipient: { kind: string } }[] };
      return wraps.map(({ recipient }) => recipient.kind);
    };
    expect(await kindsIn(true)).toEqual(["device"]);
    expect(await kindsIn(false)).toEqual(["device", "recovery"]);
  });

  it("and not the laptop's own opens what another laptop made: anybody could have wrapped that to the laptop", async () => {
    const ask = vaultOf("old");
    const toMe = (await itself(ask)).map(({ recipient, agreeKey }) => ({
      recipient,
      agreeKey: nodeCrypto.fromBase64Url(agreeKey),
    }));
    const copy = unwrap(sealDraftCopy(card, 1, toMe, aDevice("forger"), nodeCrypto));
    expect(await ask["vault.openDraft"]({ copy })).toMatchObject({ error: { type: "notForThisDevice" } });
    unwrap(await ask["vault.useRecoveryKey"]({ words: zeroWords }));
    expect(await ask["vault.openDraft"]({ copy })).toMatchObject({ error: { type: "notForThisDevice" } });
  });

  it("is refused by its word or by its checksum, and what was there stays", async () => {
    const ask = vaultOf("old");
    const use = async (words: string) => ask["vault.useRecoveryKey"]({ words });
    expect(await use(zeroWords.replace("about", "abott"))).toMatchObject({
      error: { type: "unknownWord", word: "abott" },
    });
    for (const words of ["", "abandon", `${"abandon ".repeat(12)}`, zeroWords.replace("about", "above")])
      expect(await use(words)).toMatchObject({ error: { type: "wordsDoNotFit" } });
    expect(unwrap(await ask["vault.recovery"](undefined)).madeAt).toBeNull();
    expect(unwrap(await use(zeroWords)).canOpen).toBe(true);
  });

  it("that is damaged on the disk keeps a card from being sealed without it", async () => {
    const ask = vaultOf("old");
    unwrap(await ask["vault.makeRecoveryKey"](undefined));
    writeFileSync(fileOf("old"), "{}");
    expect(await vaultOf("old")["vault.sealDraft"]({ card, number: 1 })).toMatchObject({
      error: { type: "vaultDamaged", file: "recovery.json" },
    });
  });

  it("is derived as the protocol says", () => {
    // HKDF-SHA-256 of sixteen zero bytes, no salt, "panelbook/1/recovery-key", computed with another program.
    const secret = recoverySecret(new Uint8Array(16), nodeCrypto);
    expect(Buffer.from(secret).toString("hex")).toBe(
      "2ce020c65643dfd2492f9ea9ea46564ffe4e8a6b6a4b81515ed52bcb80bad46a",
    );
    expect(agreementKeyFrom(secret).publicKey).toHaveLength(32);
  });
});

describe("main, of a laptop that is borrowed", () => {
  const theirs = anId(loopIdSchema, "theirs");
  const twoLoops = [theirs, anId(loopIdSchema, "another")] as const;

  it("makes no recovery key in the place of its owner's, whatever the window asks, until every such loop is gone", async () => {
    const ask = vaultOf("lent");
    unwrap(await ask["vault.makeRecoveryKey"](undefined));
    const owners = readFileSync(fileOf("lent"));
    for (const loopId of twoLoops) {
      unwrap(await ask["vault.createSubject"]({ subjectId: loopId }));
      unwrap(await ask["vault.noteBorrowed"]({ loopId }));
    }
    unwrap(await ask["vault.noteBorrowed"]({ loopId: theirs }));
    // Also after a start.
    for (const handlers of [ask, vaultOf("lent")])
      expect(await handlers["vault.makeRecoveryKey"](undefined)).toEqual({
        ok: false,
        error: { type: "laptopBorrowed" },
      });
    expect(readFileSync(fileOf("lent"))).toEqual(owners);
    unwrap(await ask["vault.destroySubject"]({ subjectId: theirs }));
    expect((await ask["vault.makeRecoveryKey"](undefined)).ok).toBe(false);
    unwrap(await ask["vault.destroySubject"]({ subjectId: twoLoops[1] }));
    expect((await ask["vault.makeRecoveryKey"](undefined)).ok).toBe(true);
  });

  it("takes typed words for the borrower's, also where the window calls them the owner's", async () => {
    const ask = vaultOf("lent");
    unwrap(await ask["vault.makeRecoveryKey"](undefined));
    const owners = readFileSync(fileOf("lent"));
    unwrap(await ask["vault.noteBorrowed"]({ loopId: theirs }));
    unwrap(await ask["vault.useRecoveryKey"]({ words: zeroWords, lent: false }));
    expect(readFileSync(fileOf("lent"))).toEqual(owners);
    expect(readdirSync(join(folder, "lent", "vault"))).toContain("recovery-lent.json");
  });

  it("makes none where it cannot read whether it is, and still destroys a key", async () => {
    const ask = vaultOf("lent");
    unwrap(await ask["vault.createSubject"]({ subjectId: theirs }));
    writeFileSync(join(folder, "lent", "vault", "borrowed.json"), "{");
    expect(await ask["vault.makeRecoveryKey"](undefined)).toMatchObject({ error: { type: "vaultDamaged" } });
    expect(await ask["vault.destroySubject"]({ subjectId: theirs })).toEqual({ ok: true, value: undefined });
  });

  it("begins a damaged list of such loops anew, so that they still open and their going is noticed", async () => {
    const ask = vaultOf("lent");
    unwrap(await ask["vault.createSubject"]({ subjectId: theirs }));
    writeFileSync(join(folder, "lent", "vault", "borrowed.json"), "{");
    unwrap(await ask["vault.noteBorrowed"]({ loopId: theirs }));
    expect(await ask["vault.makeRecoveryKey"](undefined)).toMatchObject({
      error: { type: "laptopBorrowed" },
    });
    unwrap(await ask["vault.destroySubject"]({ subjectId: theirs }));
    expect((await ask["vault.makeRecoveryKey"](undefined)).ok).toBe(true);
  });
});
