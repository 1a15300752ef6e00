import type { KitService } from "../../../src/bindings/kit-service";
import { type Candidate, candidateSchema } from "../../../src/domain/candidate/candidate";
import { candidateIdSchema, kitIdSchema, loopIdSchema } from "../../../src/domain/ids";
import { err } from "../../../src/domain/result";
import { restoreReportSchema } from "../../../src/store/journal/restore-report";
import { anId } from "../builders/ids";
import { aKit } from "../builders/kit";
import { fakeServices } from "../fake-services";
import { candidateLaptops } from "./candidate-laptops";
import { aFullKit } from "./full-kit";
import { dayCalendar } from "./loop-calendar";
import { loopLaptops } from "./loop-laptops";
import { oddLaptops } from "./loop-odd-laptops";
import { retentionOfThree } from "./retention";

const candidate = (name: string, contact: string, createdAt: string, kitId: string | null): Candidate =>
  candidateSchema.parse({ id: anId(candidateIdSchema, name), name, contact, createdAt, kitId });

const fixed = <Value>(value: Value) => ({ get: () => value, subscribe: () => () => undefined });
const failing = { get: () => failed, subscribe: () => () => undefined };
const failed = { state: "failed" as const, error: { type: "openFailed" } };

const trades = [
  "Lab Technician",
  "Shift Lead",
  "Partner Manager",
  "Payroll Clerk",
  "Field Engineer",
] as const;

const anotherKit = () => aKit({ id: anId(kitIdSchema, "other"), title: "Shift Lead" });

/** The laptops the gallery can show, by name. */
export const laptops: Readonly<Record<string, () => ReturnType<typeof fakeServices>>> = {
  ...candidateLaptops,
  ...loopLaptops,
  ...oddLaptops,
  "loop-calendar": () => {
    const laptop = loopLaptops["loop-planned"]();
    laptop.desktop.put("/home/ana/day.ics", new TextEncoder().encode(dayCalendar));
    laptop.desktop.choose("/home/ana/day.ics");
    return laptop;
  },
  empty: () => fakeServices(),
  retention: () => fakeServices({ replace: { retention: retentionOfThree() } }),
  full: () => {
    const kit = aFullKit();
    return fakeServices({
      kits: [kit],
      candidates: [
        candidate("Mira Adeyemi", "mira@example.org", "2026-11-20T08:00:00.000Z", kit.id),
        candidate("Zoë Muñoz", "", "2026-11-21T14:12:00.000Z", kit.id),
        candidate("Jonas Lindqvist", "+46 70 000 00 00", "2026-11-22T10:40:00.000Z", null),
      ],
    });
  },
  /** As many kits as a company has after years. */
  manyKits: () =>
    fakeServices({
      kits: Array.from({ length: 1000 }, (_, at) => ({
        ...aFullKit(),
        id: anId(kitIdSchema, `kit ${at}`),
        title: `${trades[at % trades.length]} ${1 + Math.floor(at / trades.length)}`,
      })),
      loops: [
        {
          loopId: anId(loopIdSchema, "a loop"),
          candidateName: "Mira Adeyemi",
          kitTitle: "Lab Technician 1",
          kitId: anId(kitIdSchema, "kit 0"),
          levelName: "Mid",
          phase: "decided",
          day: "2026-11-20",
        },
      ],
    }),
  twoKits: () => fakeServices({ kits: [aFullKit(), anotherKit()] }),
  importAgain: () => {
    const kit = aKit();
    const laptop = fakeServices({ kits: [kit] });
    const [first, second, ...others] = kit.questions;
    if (first === undefined || second === undefined) throw new Error("the builder's kit has questions");
    const prompt = "Tell us about a sample that you had to throw away.";
    const changed = {
      ...kit,
      questions: [{ ...first, prompt, positive: first.positive.slice(1) }, ...others],
    };
    laptop.desktop.put("/home/ana/kit.pbkit", new TextEncoder().encode(JSON.stringify(changed)));
    laptop.desktop.choose("/home/ana/kit.pbkit");
    return laptop;
  },
  restored: () => {
    const report = {
      at: "2026-11-23T09:30:00.000Z",
      wasLost: true,
      restored: { kits: 1, kitParts: 66, candidates: 2, loops: 1, loopUpdates: 40, drafts: 3, envelopes: 1 },
      keyless: 2,
      damaged: 1,
      journalFailed: false,
      fromColleagues: 1,
    };
    return fakeServices({
      kits: [aFullKit()],
      replace: {
        storage: {
          restored: fixed(restoreReportSchema.parse(report)),
          dismissRestored: () => undefined,
          copyTrouble: fixed({ type: "journalFailed", code: "ENOSPC" }),
        },
      },
    });
  },
  /** Whatever is changed of a kit is not saved. */
  unsaving: () => {
    const { services, desktop } = fakeServices({ kits: [aFullKit()] });
    const edit: KitService["edit"] = async () => err({ type: "diskFull" });
    return { services: { ...services, kits: { ...services.kits, edit } }, desktop };
  },
  broken: () => {
    const { services, desktop } = fakeServices();
    return {
      services: {
        ...services,
        kits: { ...services.kits, list: failing },
        candidates: { ...services.candidates, list: failing },
      },
      desktop,
    };
  },
};
