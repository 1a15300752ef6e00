import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runVaultSelfTest } from "../../electron/main/vault/self-test";
import { cardSchema } from "../../src/domain/card/card";
import { sealedForm } from "../../src/domain/card/card-versions";
import { type OpenPanelbook, openPanelbook } from "../support/e2e/open-panelbook";
import vector from "../unit/domain/sealing/vectors/envelope-v1.json";

const signed = { envelope: vector.envelope.entry, release: vector.release.entry };

describe("the vault in a real Electron", () => {
  let app: OpenPanelbook;
  beforeAll(async () => {
    app = await openPanelbook();
  });
  afterAll(() => app.close());

  it("has every primitive of the protocol, with the values that were published", async () => {
    const answer = await app.page.evaluate(() => window.panelbook.vault.selfTest());
    const names = runVaultSelfTest().checks.map(({ name }) => name);
    expect(answer).toEqual({ ok: true, value: { checks: names.map((name) => ({ name, ok: true })) } });
  });

  it("opens the envelope another program sealed, and refuses it changed", async () => {
    const changed = { ...signed, envelope: { ...signed.envelope, body: `${signed.envelope.body} ` } };
    const answer = await app.page.evaluate(
      (cards) => window.panelbook.vault.openCards({ cards } as never),
      [signed, changed],
    );
    const [opened, refused] = answer.ok ? answer.value : [];
    expect(opened?.ok === true ? sealedForm(cardSchema.parse(opened.value)) : opened).toEqual(vector.card);
    expect(refused).toEqual({ ok: false, error: { type: "badSignature" } });
  });

  it("lends a subject's key as bytes that WebCrypto takes", async () => {
    const lent = await app.page.evaluate(async (subjectId) => {
      const { vault } = window.panelbook;
      await vault.createSubject({ subjectId } as never);
      const answer = await vault.lendSubjectKeys({ subjectIds: [subjectId] } as never);
      const [lentKey] = answer.ok ? answer.value.keys : [];
      if (lentKey === undefined) return null;
      const bytes = new Uint8Array(lentKey.key);
      const key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt"]);
      return { length: bytes.length, isBytes: lentKey.key instanceof Uint8Array, usages: key.usages };
    }, vector.card.loopId);
    expect(lent).toEqual({ length: 32, isBytes: true, usages: ["encrypt"] });
  });
});
