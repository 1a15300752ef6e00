import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mammoth from "mammoth";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { foldersHandlers } from "../../../electron/main/files/folders";
import { createExportService } from "../../../src/app/exports/export-service";
import type { PackNews, PackOrder } from "../../../src/app/exports/messages";
import type { BatchProgress } from "../../../src/bindings/batch";
import { readManifest } from "../../../src/documents/batch/manifest";
import { plainTemplate } from "../../../src/domain/company/company-template";
import { closedDisclosure } from "../../../src/domain/record/audiences";
import type { LoopRecord } from "../../../src/domain/record/record";
import { err, ok } from "../../../src/domain/result";
import { plainRetention } from "../../../src/domain/retention/regimes";
import { bridgeShell } from "../../../src/shell/bridge-shell";
import { noon } from "../../support/builders/record";
import { aDecidedRecord } from "../../support/records";

type Listener = (event: { readonly data: unknown }) => void;

/** The worker's own file, as it stands in a browser's worker: a message in, messages out. */
const inWorker = { hear: null as Listener | null, tell: null as ((news: PackNews) => void) | null };
let ended = 0;

/** A worker that runs the real file in this process; one is at work at a time, as in a batch. */
class WorkerHere {
  addEventListener(type: string, listener: Listener): void {
    if (type === "message") inWorker.tell = (data) => listener({ data });
  }
  postMessage(order: PackOrder): void {
    inWorker.hear?.({ data: structuredClone(order) });
  }
  terminate(): void {
    ended += 1;
    inWorker.tell = null;
  }
}

beforeAll(async () => {
  vi.stubGlobal("self", {
    addEventListener: (_: string, listener: Listener) => {
      inWorker.hear = listener;
    },
    postMessage: (news: PackNews) => inWorker.tell?.(news),
    reportError: (bug: unknown) => {
      throw bug;
    },
  });
  vi.stubGlobal("Worker", WorkerHere);
  await import("../../../src/app/exports/pack-worker");
});
afterAll(() => vi.unstubAllGlobals());

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "panelbook-batch-"));
  ended = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const named = (name: string): LoopRecord => {
  const record = aDecidedRecord();
  return { ...record, plan: { ...record.plan, candidate: { ...record.plan.candidate, name } } };
};

const twoRecords = [named("Noor Haddad"), named("Omar Diaz")];

/** The window's service over main's own handlers, with a folder on the disk that the person chooses. */
const service = () => {
  const main = foldersHandlers(async () => folder);
  const folders = {
    choose: () => main["folders.choose"](undefined),
    names: main["folders.names"],
    readText: main["folders.readText"],
    hashOf: main["folders.hashOf"],
    write: main["folders.write"],
  };
  return createExportService({
    shell: bridgeShell({ folders } as unknown as Parameters<typeof bridgeShell>[0]),
    now: () => noon,
    candidateNames: async () => ok([]),
    retention: async () => plainRetention,
    template: async () => plainTemplate,
    closedRecords: async () =>
      ok({ records: twoRecords.map((record) => ({ read: async () => ok(record) })), lacking: 0 }),
  });
};

const order = {
  audience: "candidateFeedback",
  disclosure: closedDisclosure,
  role: null,
  from: null,
  to: null,
} as const;

const onProgress = () => undefined;
const untilTheEnd: BatchProgress = { onProgress, signal: new AbortController().signal };
const packs = ["Feedback Noor Haddad.docx", "Feedback Omar Diaz.docx"];

const sha256Of = async (name: string): Promise<string> =>
  createHash("sha256")
    .update(await readFile(join(folder, name)))
    .digest("hex");

const listed = async (): Promise<ReadonlyMap<string, string>> => {
  const files = readManifest(await readFile(join(folder, "manifest.json"), "utf8")) ?? [];
  return new Map(files.map(({ file, sha256 }) => [file, sha256]));
};

describe("packs of two records, by the real worker's file and main's handlers, on a disk", () => {
  it("are whole Word files whose bytes have the hashes of the manifest, and the index names both", async () => {
    expect(await service().batch(order, untilTheEnd)).toEqual(
      ok({ path: folder, packs: 2, leftAlone: 0, lacking: 0 }),
    );
    expect((await readdir(folder)).sort()).toEqual([...packs, "index.docx", "manifest.json"].sort());
    const manifest = await listed();
    expect([...manifest.keys()].sort()).toEqual(packs);
    for (const name of packs) expect(manifest.get(name)).toBe(await sha256Of(name));
    const index = await mammoth.extractRawText({ path: join(folder, "index.docx") });
    expect(index.value).toContain("Noor Haddad");
    expect(index.value).toContain("Omar Diaz");
    const pack = await mammoth.extractRawText({ path: join(folder, packs[1] ?? "") });
    expect(pack.value).toContain("Omar Diaz");
    expect(pack.value).not.toContain("Noor Haddad");
  });

  it("stop when the person cancels between the two, leave nothing half-written, and go on from there", async () => {
    const controller = new AbortController();
    const stopped = await service().batch(order, {
      signal: controller.signal,
      onProgress: ({ done }) => done === 1 && controller.abort(),
    });
    expect(stopped).toEqual(err({ type: "cancelled" }));
    const [first = ""] = packs;
    expect((await readdir(folder)).filter((name) => name.endsWith(".docx") && name !== "index.docx")).toEqual(
      [first],
    );
    const firstHash = await sha256Of(first);
    expect((await listed()).get(first)).toBe(firstHash);
    ended = 0;
    expect(await service().batch(order, untilTheEnd)).toMatchObject({ ok: true, value: { packs: 2 } });
    // One pack and the index: what was there already is not made again.
    expect(ended).toBe(2);
    expect(await sha256Of(first)).toBe(firstHash);
    expect((await listed()).size).toBe(2);
  });

  it("stop in the middle of a pack as well: the worker is ended and the folder holds no part of it", async () => {
    const controller = new AbortController();
    const running = service().batch(order, {
      signal: controller.signal,
      onProgress: ({ done }) => done === 0 && queueMicrotask(() => controller.abort()),
    });
    expect(await running).toEqual(err({ type: "cancelled" }));
    expect((await readdir(folder)).filter((name) => name.startsWith("Feedback"))).toEqual([]);
  });
});
