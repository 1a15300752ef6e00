import { describe, expect, it } from "vitest";
import { makeBatchOfPacks } from "../../../../src/app/exports/batch";
import type { PackOrder } from "../../../../src/app/exports/messages";
import type { BatchOrder } from "../../../../src/bindings/batch";
import { plainTemplate } from "../../../../src/domain/company/company-template";
import { closedDisclosure } from "../../../../src/domain/record/audiences";
import type { LoopRecord } from "../../../../src/domain/record/record";
import { err, ok, type Result } from "../../../../src/domain/result";
import { plainRetention } from "../../../../src/domain/retention/regimes";
import { fakeDesktop } from "../../../../src/shell/fake-shell";
import { noon } from "../../../support/builders/record";
import { aDecidedRecord } from "../../../support/records";

const named = (name: string): LoopRecord => {
  const record = aDecidedRecord();
  return { ...record, plan: { ...record.plan, candidate: { ...record.plan.candidate, name } } };
};

const order: BatchOrder = {
  audience: "candidateFeedback",
  disclosure: closedDisclosure,
  role: null,
  from: null,
  to: null,
};

const made = ["Noor Haddad", "Omar Diaz", "Priya Nair"];

/** A desktop whose person picks a folder; the pack of a record is its candidate's name. */
const laptop = (names: readonly string[] = made) => {
  const desktop = fakeDesktop();
  desktop.choose("/packs");
  const orders: PackOrder[] = [];
  const controller = new AbortController();
  const progress: number[] = [];
  let reads = 0;
  const run = (changes: Partial<BatchOrder> = {}, onProgress: (done: number) => void = () => undefined) =>
    makeBatchOfPacks(
      {
        shell: desktop.shell,
        now: () => noon,
        candidateNames: async () => ok(["Ximena Quiroga"]),
        retention: async () => plainRetention,
        template: async () => plainTemplate,
        closedRecords: async () =>
          ok({
            records: names.map((name) => ({
              read: async () => {
                reads += 1;
                return ok(named(name));
              },
            })),
            lacking: 2,
          }),
        make: async (wanted): Promise<Result<Uint8Array, never>> => {
          orders.push(wanted);
          const said = wanted.kind === "pack" ? wanted.record.plan.candidate.name : "index";
          return ok(new TextEncoder().encode(said));
        },
      },
      { ...order, ...changes },
      {
        signal: controller.signal,
        onProgress: ({ done }) => {
          progress.push(done);
          onProgress(done);
        },
      },
    );
  const packs = () => orders.flatMap((one) => (one.kind === "pack" ? [one] : []));
  return { desktop, run, packs, progress, reads: () => reads, stop: () => controller.abort() };
};

describe("packs of many records from the window", () => {
  it("puts a pack of each record, an index and a manifest into the folder, and says what is lacking", async () => {
    const { desktop, run, progress } = laptop();
    expect(await run()).toEqual(ok({ path: "/packs", packs: 3, leftAlone: 0, lacking: 2 }));
    expect([...desktop.files.keys()].sort()).toEqual([
      "/packs/Feedback Noor Haddad.docx",
      "/packs/Feedback Omar Diaz.docx",
      "/packs/Feedback Priya Nair.docx",
      "/packs/index.docx",
      "/packs/manifest.json",
    ]);
    expect(progress).toEqual([0, 1, 2, 3]);
  });

  it("takes every other candidate’s name out of each pack, also of those who are in no record", async () => {
    const { run, packs } = laptop();
    await run();
    for (const { facts } of packs())
      expect(facts.otherCandidates).toEqual(expect.arrayContaining([...made, "Ximena Quiroga"]));
  });

  it("stops between two records, keeps what is whole, and goes on there the next time", async () => {
    const one = laptop();
    expect(await one.run({}, (done) => done === 1 && one.stop())).toEqual(err({ type: "cancelled" }));
    expect(one.packs()).toHaveLength(1);
    const next = laptop();
    for (const [path, bytes] of one.desktop.files) next.desktop.put(path, bytes);
    expect((await next.run()).ok).toBe(true);
    expect(next.packs().map(({ record }) => record.plan.candidate.name)).toEqual(["Omar Diaz", "Priya Nair"]);
  });

  it("stops while it still reads the names, and writes nothing", async () => {
    const { desktop, run, reads, stop } = laptop();
    expect(await run({}, (done) => done === 0 && stop())).toEqual(err({ type: "cancelled" }));
    expect(reads()).toBe(0);
    expect(desktop.files.size).toBe(0);
  });

  it("leaves a pack alone that somebody changed in the folder, once puts a new one beside it, and says so", async () => {
    const { desktop, run, packs } = laptop();
    const corrected = new TextEncoder().encode("corrected by hand");
    await run();
    desktop.put("/packs/Feedback Omar Diaz.docx", corrected);
    expect(await run()).toEqual(ok({ path: "/packs", packs: 3, leftAlone: 1, lacking: 2 }));
    expect(desktop.files.get("/packs/Feedback Omar Diaz.docx")).toEqual(corrected);
    const beside = [...desktop.files.keys()].filter((path) => /Omar Diaz .+\.docx$/.test(path));
    expect(beside).toHaveLength(1);
    expect(await run()).toEqual(ok({ path: "/packs", packs: 3, leftAlone: 0, lacking: 2 }));
    expect(packs().map(({ record }) => record.plan.candidate.name)).toEqual([...made, "Omar Diaz"]);
  });

  it("leaves changed packs alone also where another candidate has every pack made again", async () => {
    const one = laptop();
    await one.run();
    const corrected = new TextEncoder().encode("corrected by hand");
    const next = laptop([...made, "Quentin Roy"]);
    for (const [path, bytes] of one.desktop.files) next.desktop.put(path, bytes);
    next.desktop.put("/packs/Feedback Omar Diaz.docx", corrected);
    expect(await next.run()).toEqual(ok({ path: "/packs", packs: 4, leftAlone: 1, lacking: 2 }));
    expect(next.packs()).toHaveLength(4);
    expect(next.desktop.files.get("/packs/Feedback Omar Diaz.docx")).toEqual(corrected);
    const documents = [...next.desktop.files.keys()].filter((path) => path.includes("Feedback"));
    expect(documents).toHaveLength(5);
  });

  it("makes a pack again under its name where somebody took it away", async () => {
    const one = laptop();
    await one.run();
    const next = laptop();
    const away = "/packs/Feedback Omar Diaz.docx";
    for (const [path, bytes] of one.desktop.files) if (path !== away) next.desktop.put(path, bytes);
    expect(await next.run()).toEqual(ok({ path: "/packs", packs: 3, leftAlone: 0, lacking: 2 }));
    expect([...next.desktop.files.keys()].sort()).toEqual([...one.desktop.files.keys()].sort());
    expect(next.packs()).toHaveLength(1);
  });

  it.each([
    ["manifest.json", '{"name":"somebody’s project"}'],
    ["manifest.json", "not even JSON"],
    ["index.docx", "somebody’s own index"],
  ])("refuses a folder with a %s that no batch made, and writes nothing", async (name, text) => {
    const { desktop, run, packs } = laptop();
    const own = new TextEncoder().encode(text);
    desktop.put(`/packs/${name}`, own);
    expect(await run()).toEqual(err({ type: "folderTaken", path: name }));
    expect([...desktop.files]).toEqual([[`/packs/${name}`, own]]);
    expect(packs()).toEqual([]);
  });

  it("reads nothing outside the folder that a made-up manifest names", async () => {
    const { desktop, run } = laptop(["Noor Haddad"]);
    const entry = {
      file: "../secret.docx",
      sha256: "0",
      recordHash: "x",
      audience: "hrFile",
      candidate: "",
      role: "",
      decidedAt: null,
    };
    const manifest = { format: "panelbook-pack-manifest", formatVersion: 1, files: [entry] };
    desktop.put("/packs/manifest.json", new TextEncoder().encode(JSON.stringify(manifest)));
    expect((await run()).ok).toBe(true);
    const listed = new TextDecoder().decode(desktop.files.get("/packs/manifest.json"));
    expect(listed).not.toContain("secret");
  });

  it("says that the disk is full, with the file that did not fit", async () => {
    const { desktop, run } = laptop();
    desktop.breakDisk("diskFull");
    expect(await run()).toEqual(err({ type: "diskFull", path: "/packs/Feedback Noor Haddad.docx" }));
  });

  it("makes nothing of another role or outside the days", async () => {
    const { run, packs } = laptop();
    expect(await run({ role: "Another role" })).toEqual(
      ok({ path: "/packs", packs: 0, leftAlone: 0, lacking: 2 }),
    );
    expect(await run({ to: "2026-11-22" })).toEqual(
      ok({ path: "/packs", packs: 0, leftAlone: 0, lacking: 2 }),
    );
    expect(packs()).toEqual([]);
  });

  it("does nothing where no folder is chosen", async () => {
    const { desktop, run, packs } = laptop();
    desktop.choose(null);
    expect(await run()).toEqual(err({ type: "cancelled" }));
    expect(packs()).toEqual([]);
  });
});
