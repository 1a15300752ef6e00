import { createExportService } from "../../../src/app/exports/export-service";
import { plainTemplate } from "../../../src/domain/company/company-template";
import type { LoopRecord } from "../../../src/domain/record/record";
import { ok } from "../../../src/domain/result";
import { plainRetention } from "../../../src/domain/retention/regimes";
import { aLoopView } from "../../support/builders/loop-view";
import { fakeLoopSession } from "../../support/fake-loop-session";
import { fakeServices } from "../../support/fake-services";
import { dayRoom } from "../../support/gallery/loop-day";

const now = "2026-11-23T12:00:00.000Z";

/** A revealed loop's session, which gives this record. */
const sessionOf = (record: LoopRecord) => {
  const { persons, plan, kit, loopId, reveal } = record;
  const view = aLoopView(persons, { loopId, plan, kit, reveal, facilitator: record.facilitator });
  const session = fakeLoopSession({ view, room: dayRoom([]), now: () => now });
  return { ...session, record: async () => ok({ record, hash: "k".repeat(43) }) };
};

/** A laptop in memory on which this record's loop is revealed; it exports packs as the program does, into memory. */
export const laptopOf = (record: LoopRecord) => {
  const { services, desktop } = fakeServices({ now, kits: [record.kit] });
  desktop.choose("/packs");
  const session = sessionOf(record);
  return {
    ...services,
    loops: { ...services.loops, open: async () => ok(session) },
    exports: createExportService({
      shell: desktop.shell,
      now: () => now,
      candidateNames: async () => ok([]),
      template: async () => plainTemplate,
      retention: async () => plainRetention,
      closedRecords: async () => ok({ records: [], lacking: 0 }),
    }),
  };
};
