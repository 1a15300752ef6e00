import type { BundleOffer, BundleService } from "../../../src/bindings/bundles";
import type { ExportService } from "../../../src/bindings/exports";
import type { LoopId } from "../../../src/domain/ids";
import { err, ok } from "../../../src/domain/result";

const offer = (loopId: LoopId): BundleOffer => ({
  loopId,
  name: "Panelbook loop 2026-11-23 11.52 mine.pbloop",
  part: "own",
  at: "2026-11-23T10:52:00.000Z",
  personName: "Tomas Kowalski",
  deviceLabel: "ThinkPad",
  signedOnly: false,
  brings: { cards: 2, entries: 3, notes: 1, marks: 0 },
  take: async () => ok(undefined),
});

/** A stick with one good file on it; where nothing is asked of one loop, the file is of somebody else's. */
export const loopFiles = (loopId: LoopId): BundleService => ({
  write: async () => ok({ path: "/media/stick/Panelbook loop 2026-11-23 12.10.pbloop" }),
  choose: async (wanted) => (wanted === null ? err({ type: "notInThisLoop" }) : ok(offer(loopId))),
  compare: async () =>
    ok({
      name: "Panelbook loop 2026-11-23 11.52.pbloop",
      part: "whole",
      at: "2026-11-23T10:52:00.000Z",
      personName: "Tomas Kowalski",
      deviceLabel: "ThinkPad",
      relation: "older",
      lacking: [
        { kind: "release", count: 2 },
        { kind: "decision", count: 1 },
      ],
      bringing: [],
      notes: 1,
    }),
});

export const loopExports: Partial<ExportService> = {
  pack: async () => ok({ path: "/home/ana/Documents/HR file Mira Adeyemi.docx" }),
  // For the public it stays at the seventh record, handouts meet a full disk.
  batch: ({ audience }, { onProgress, signal }) =>
    new Promise((resolve) => {
      const path = "/home/ana/Documents/Packs of November";
      if (audience === "handout")
        return resolve(err({ type: "diskFull", path: `${path}/Handout Omar Diaz.docx` }));
      if (audience !== "publicRecords") return resolve(ok({ path, packs: 23, leftAlone: 0, lacking: 1 }));
      onProgress({ done: 7, of: 24 });
      signal.addEventListener("abort", () => resolve(err({ type: "cancelled" })));
    }),
  verify: async () => ({ kind: "same", what: "pack" }),
  comparison: async () =>
    ok({ path: "/home/ana/Documents/Comparison of finalists Alliance Manager, HR file.docx" }),
  recordFile: async () => ok({ path: "/home/ana/Documents/Record Mira Adeyemi.json" }),
};
