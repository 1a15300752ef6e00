import { createKitFinder } from "../../src/app/library/kit-finder";
import { createKitService } from "../../src/app/library/kit-service";
import { memoryDisk } from "../../src/app/library/search/index-disk";
import { createKeptIndex } from "../../src/app/library/search/kept-index";
import { createOpenedFiles } from "../../src/app/services/opened-files";
import type { LockService, LockState } from "../../src/bindings/lock";
import type { KitSummary, LoopSummary, Services } from "../../src/bindings/services";
import type { Candidate } from "../../src/domain/candidate/candidate";
import { candidateSchema } from "../../src/domain/candidate/candidate";
import type { Application } from "../../src/domain/candidates/application";
import { nobodyDeparted } from "../../src/domain/candidates/departed";
import { plainTemplate } from "../../src/domain/company/company-template";
import { type CandidateId, candidateIdSchema, type KitId } from "../../src/domain/ids";
import type { Kit } from "../../src/domain/kit/kit";
import { lintKit } from "../../src/domain/kit/lint/lint-kit";
import { type Live, type Loadable, liveCell } from "../../src/domain/live";
import { err, ok } from "../../src/domain/result";
import { plainRetention } from "../../src/domain/retention/regimes";
import { type FakeDesktop, fakeDesktop } from "../../src/shell/fake-shell";
import type { FrozenKit, Publication } from "../../src/store/repositories/kit-format";
import type { KitRepository } from "../../src/store/repositories/kit-repository";
import { fakeApplications } from "./fake-applications";
import { fakeHandOvers } from "./fake-hand-overs";

/** What a fake laptop holds at the start; lists that are not given are empty. */
export interface FakeLaptop {
  readonly kits?: readonly Kit[];
  readonly candidates?: readonly Candidate[];
  readonly applications?: readonly Application[];
  /** What is kept about candidates, to be found by its hash. */
  readonly files?: readonly Uint8Array<ArrayBuffer>[];
  readonly loops?: readonly LoopSummary[];
  /** The time of every new thing; default 23 November 2026, 09:30 UTC. */
  readonly now?: string;
  /** Replaces whole services, for screens whose service this fake does not play. */
  readonly replace?: Partial<Services>;
}

const ready = <Value>(value: Value): Loadable<Value> => ({ state: "ready", value });

const fixed = <Value>(value: Value): Live<Value> => ({ get: () => value, subscribe: () => () => undefined });

/** Counts up: "fake-id-00000000000001", 22 characters as ids have. */
const idCounter = () => {
  let last = 0;
  return () => {
    last += 1;
    return `fake-id-${String(last).padStart(14, "0")}`;
  };
};

const summaryOf = (kit: Kit, updatedAt: string): KitSummary => ({
  id: kit.id,
  title: kit.title,
  author: kit.author,
  version: 1,
  levels: kit.levels.map((level) => level.name),
  questions: kit.questions.length,
  findings: lintKit(kit).length,
  updatedAt,
});

/** Its words are the ones BIP-39 gives sixteen zero bytes. */
const fakeRecovery = (now: string): Services["recovery"] => {
  let state = { madeAt: null as string | null, canOpen: false };
  const words = `${"abandon ".repeat(11)}about`;
  return {
    state: async () => ok(state),
    make: async () => {
      state = { madeAt: now, canOpen: false };
      return ok({ words });
    },
    use: async (typed) => {
      if (typed.trim() !== words) return err({ type: "wordsDoNotFit" });
      state = { madeAt: now, canOpen: true };
      return ok(state);
    },
  };
};

/** Locked by nothing until a passphrase is set; its words are the ones BIP-39 gives sixteen zero bytes. */
const fakeLock = (): LockService => {
  let state: LockState = {
    isLocked: false,
    protection: "softwareKey",
    hasWords: false,
    isOpenedByWords: false,
    lockAfterMinutes: null,
    waitSeconds: 0,
  };
  let kept: string | null = null;
  const words = `${"abandon ".repeat(11)}about`;
  const knows = (typed: string | null) => kept === null || typed === kept;
  const wrong = err({ type: "wrongPassphrase", waitSeconds: 0 } as const);
  return {
    state: async () => ok(state),
    setPassphrase: async (passphrase, before) => {
      if (!knows(before)) return wrong;
      kept = passphrase;
      const shown = state.hasWords ? null : words;
      state = { ...state, protection: "passphrase", hasWords: true };
      return ok({ words: shown });
    },
    removePassphrase: async (passphrase) => {
      if (!knows(passphrase)) return wrong;
      kept = null;
      state = { ...state, protection: "softwareKey", lockAfterMinutes: null };
      return ok(undefined);
    },
    makeWords: async () => {
      state = { ...state, hasWords: true };
      return ok({ words });
    },
    setAfter: async (minutes) => {
      state = { ...state, lockAfterMinutes: minutes };
      return ok(undefined);
    },
    lockNow: async () => (kept === null ? err({ type: "noPassphrase" }) : ok(undefined)),
  };
};

/** Kits in memory behind the interface of the store, so that the screens get the program's own library. */
const memoryKits = (held: readonly Kit[], now: string): KitRepository => {
  const kits = liveCell<readonly Kit[]>(held);
  const frozen = new Map<string, FrozenKit>();
  const published = liveCell<readonly Publication[]>([]);
  const versionOf = (id: KitId) =>
    Math.max(1, ...published.get().flatMap(({ kitId, version }) => (kitId === id ? [version] : [])));
  const list = liveCell<Loadable<readonly KitSummary[]>>(ready([]));
  const relist = () =>
    list.set(ready(kits.get().map((kit) => ({ ...summaryOf(kit, now), version: versionOf(kit.id) }))));
  relist();
  kits.subscribe(relist);
  published.subscribe(relist);
  const notFound = (id: KitId) => err({ type: "notFound", collection: "kits", id } as const);
  const opened = new Map<KitId, Live<Loadable<Kit>>>();
  const openNew = (id: KitId): Live<Loadable<Kit>> => {
    const look = (): Loadable<Kit> => {
      const kit = kits.get().find((known) => known.id === id);
      return kit === undefined ? { state: "failed", error: { type: "notFound" } } : ready(kit);
    };
    const cell = liveCell(look());
    kits.subscribe(() => cell.set(look()));
    return cell;
  };
  const put = (kit: Kit) => kits.set(kits.get().map((known) => (known.id === kit.id ? kit : known)));
  const one: KitRepository["one"] = async (id) => {
    const kit = kits.get().find((known) => known.id === id);
    return kit === undefined ? notFound(id) : ok(kit);
  };
  const edit: KitRepository["edit"] = async (id, act) => {
    const kit = kits.get().find((known) => known.id === id);
    if (kit === undefined) return notFound(id);
    const edited = act(kit);
    if (edited.ok) put(edited.value);
    return edited;
  };
  return {
    list: list as KitRepository["list"],
    open: (id) => {
      const live = opened.get(id) ?? openNew(id);
      opened.set(id, live);
      return live;
    },
    one,
    edit,
    add: async (kit) => {
      if (kits.get().some(({ id }) => id === kit.id))
        return err({ type: "alreadyThere", collection: "kits", id: kit.id });
      kits.set([...kits.get(), kit]);
      return ok(kit.id);
    },
    replace: async (kit) => {
      const known = await one(kit.id);
      if (!known.ok) return known;
      put(kit);
      return ok(kit.id);
    },
    publications: async (id) => ok(published.get().filter(({ kitId }) => kitId === id)),
    draftMarks: async () =>
      ok({
        drafts: [],
        unsaid: published.get().filter(({ kitId, version }) => version === versionOf(kitId)),
      }),
    lastNumber: async (id) => ok(published.get().filter(({ kitId }) => kitId === id).length),
    publish: async (publication) => {
      published.set([...published.get(), publication]);
      return ok(undefined);
    },
    freeze: async (kit) => {
      if (!frozen.has(kit.kitRoot)) frozen.set(kit.kitRoot, kit);
      return ok(undefined);
    },
    thaw: async () => ok(undefined),
    frozen: async (root) => ok(frozen.get(root) ?? null),
    repair: async () => ok(undefined),
  };
};

const fakeKits = (held: readonly Kit[], now: string): Services["kits"] =>
  createKitService(memoryKits(held, now), () => now);

/** The finder of the program over the fake's kits. */
const fakeFinder = ({ list, open }: Services["kits"]): Services["finder"] =>
  createKitFinder({
    list,
    one: async (id) => {
      const kit = open(id).get();
      return kit.state === "ready" ? ok(kit.value) : err({ type: "notFound" });
    },
    openIndex: async () => createKeptIndex(memoryDisk()),
  });

const fakeCandidates = (
  held: readonly Candidate[],
  newId: () => string,
  now: string,
): Services["candidates"] => {
  const list = liveCell(ready(held));
  const known = () => {
    const state = list.get();
    return state.state === "ready" ? state.value : [];
  };
  const add: Services["candidates"]["add"] = async (fields) => {
    const id: CandidateId = candidateIdSchema.parse(newId());
    list.set(ready([...known(), candidateSchema.parse({ ...fields, id, createdAt: now })]));
    return ok(id);
  };
  const edit: Services["candidates"]["edit"] = async (id, act) => {
    const found = known().find((one) => one.id === id);
    if (found === undefined) return err({ type: "notFound" });
    const acted = act(found);
    if (acted.ok) list.set(ready(known().map((one) => (one.id === id ? acted.value : one))));
    return acted;
  };
  const remove: Services["candidates"]["remove"] = async (ids) => {
    list.set(ready(known().filter((one) => !ids.includes(one.id))));
    return ok(undefined);
  };
  return { list, add, edit, remove, departed: fixed(ready(nobodyDeparted)) };
};

const notPlayed = async () => err({ type: "notPlayedByThisFake" });
const notSaved = async () => err({ type: "cancelled" } as const);

const fakeLoops = (held: readonly LoopSummary[]): Services["loops"] => ({
  list: fixed(ready(held)),
  create: notPlayed,
  open: async () => err({ type: "unknownLoop" }),
  nearby: fixed({ loops: [], listening: true }),
  join: () => ({
    ...fixed({
      step: "failed" as const,
      words: [],
      compareWords: false,
      loopId: null,
      problem: { type: "unreachable" },
    }),
    confirmWords: () => undefined,
    refuseWords: () => undefined,
    cancel: () => undefined,
  }),
});

/** Services over plain memory: what a screen does to them can be read back from their lists. */
export const fakeServices = (
  laptop: FakeLaptop = {},
): { readonly services: Services; readonly desktop: FakeDesktop } => {
  const now = laptop.now ?? "2026-11-23T09:30:00.000Z";
  const newId = idCounter();
  const desktop = fakeDesktop();
  const kits = fakeKits(laptop.kits ?? [], now);
  const services: Services = {
    kits,
    finder: fakeFinder(kits),
    candidates: fakeCandidates(laptop.candidates ?? [], newId, now),
    applications: fakeApplications(laptop.applications ?? [], newId, now, laptop.files),
    loops: fakeLoops(laptop.loops ?? []),
    roleLoops: { ofRole: async () => ok({ records: [], gaps: [] }), decided: async () => ok([]) },
    bundles: { write: notPlayed, choose: notPlayed, compare: notPlayed },
    exports: {
      pack: notSaved,
      batch: notSaved,
      verify: async () => ({ kind: "neither" }),
      recordFile: notSaved,
      comparison: notSaved,
      funnel: notSaved,
      candidateBrief: notSaved,
      prepCard: notSaved,
      kitFile: notSaved,
      questionBank: notSaved,
      kitDocument: notSaved,
    },
    storage: { restored: fixed(null), dismissRestored: () => undefined, copyTrouble: fixed(null) },
    ids: { newId, now: () => now },
    shell: desktop.shell,
    opened: createOpenedFiles(desktop.shell),
    lock: fakeLock(),
    recovery: fakeRecovery(now),
    desk: {
      pinIsSet: async () => false,
      setPin: async () => ok(undefined),
      begin: async () => ok(undefined),
      applications: fixed(ready([])),
      clipAddress: () => "",
    },
    handOvers: fakeHandOvers(),
    retention: {
      table: fixed(ready(plainRetention)),
      set: async () => ok(undefined),
      records: fixed(ready([])),
      today: () => now.slice(0, 10),
    },
    company: { template: fixed(ready(plainTemplate)), set: async () => ok(undefined) },
    ...laptop.replace,
  };
  return { services, desktop };
};
