import { expect, it, vi } from "vitest";
import { createKitFinder } from "../../../../src/app/library/kit-finder";
import type { IndexDisk } from "../../../../src/app/library/search/index-disk";
import { memoryDisk } from "../../../../src/app/library/search/index-disk";
import { createKeptIndex, type IndexPort } from "../../../../src/app/library/search/kept-index";
import type { Asked } from "../../../../src/bindings/kit-finder";
import type { KitSummary } from "../../../../src/bindings/services";
import { kitIdSchema } from "../../../../src/domain/ids";
import type { Kit } from "../../../../src/domain/kit/kit";
import { type Loadable, liveCell } from "../../../../src/domain/live";
import { err, ok } from "../../../../src/domain/result";
import { anId } from "../../../support/builders/ids";
import { aKit } from "../../../support/builders/kit";
import { aDisk } from "../../../support/index-disk";

/** However slow the machine is. */
const soon = (check: () => unknown) => vi.waitFor(check, { timeout: 20_000 });

const asked = (text: string): Asked => ({ text, kind: "kit", level: null, discipline: null, round: null });

const summary = ({ id, title }: Kit, updatedAt: string): KitSummary => ({
  id,
  title,
  author: "",
  version: 1,
  levels: [],
  questions: 3,
  findings: 0,
  updatedAt,
});

/** A library whose kits the test sets, and which kits were read from it. */
const aLibrary = (
  disk: IndexDisk = memoryDisk(),
  openIndex: () => Promise<IndexPort> = async () => createKeptIndex(disk),
) => {
  const held = new Map<string, Kit>();
  const list = liveCell<Loadable<readonly KitSummary[]>>({ state: "loading" });
  const read: string[] = [];
  const finder = createKitFinder({
    list,
    openIndex,
    one: async (id) => {
      const kit = held.get(id);
      read.push(kit?.title ?? "missing");
      return kit === undefined ? err({ type: "unreadable" }) : ok(kit);
    },
  });
  const hold = (kit: Kit): void => void held.set(kit.id, kit);
  const show = (...rows: readonly KitSummary[]): void => list.set({ state: "ready", value: rows });
  const titles = async (text: string) =>
    (await finder.find(asked(text)))?.shown.map(({ entry }) => entry.title);
  return { finder, hold, show, read, titles };
};

const lab = aKit({ title: "Lab Technician" });
const other = aKit({ id: anId(kitIdSchema, "other"), title: "Partner Manager" });
const nobody = () => undefined;

/** Ends after another finder read its whole library, which takes more turns than a first reading that should not be. */
const othersRead = async (): Promise<void> => {
  const { finder, hold, show } = aLibrary();
  hold(lab);
  hold(other);
  show(summary(lab, "1"), summary(other, "1"));
  const undo = finder.state.subscribe(nobody);
  await soon(() => expect(finder.state.get().state).toBe("ready"));
  undo();
};

it("reads nothing before somebody listens", async () => {
  const { finder, hold, show, read } = aLibrary();
  hold(lab);
  show(summary(lab, "1"));
  await othersRead();
  expect(read).toEqual([]);
  expect(await finder.find(asked("lab"))).toEqual({ shown: [], count: 0 });
});

it("stays fresh: a kit that changed is read again, one that did not is not, one that is gone is forgotten", async () => {
  const { finder, hold, show, read, titles } = aLibrary();
  hold(lab);
  hold(other);
  show(summary(lab, "1"), summary(other, "1"));
  const undo = finder.state.subscribe(nobody);
  await soon(() => expect(finder.state.get()).toMatchObject({ state: "ready", kits: 2 }));
  expect(await titles("partner")).toEqual(["Partner Manager"]);
  expect(finder.state.get().choices.levels).toEqual(["Junior", "Senior"]);

  hold({ ...other, title: "Alliance Lead" });
  show(summary(lab, "1"), summary({ ...other, title: "Alliance Lead" }, "2"));
  await soon(async () => expect(await titles("alliance")).toEqual(["Alliance Lead"]));
  expect(await titles("partner")).toEqual([]);
  expect(read).toEqual(["Lab Technician", "Partner Manager", "Alliance Lead"]);

  show(summary(lab, "1"));
  await soon(() => expect(finder.state.get().kits).toBe(1));
  expect(await titles("alliance")).toEqual([]);
  undo();
});

it("hears of nothing once the last listener is gone", async () => {
  const { finder, hold, show, read } = aLibrary();
  hold(lab);
  show(summary(lab, "1"));
  const undo = finder.state.subscribe(nobody);
  await soon(() => expect(finder.state.get().state).toBe("ready"));
  undo();
  show(summary(lab, "2"));
  await othersRead();
  expect(read).toEqual(["Lab Technician"]);
});

it("says how many kits could not be read and searches the others", async () => {
  const { finder, hold, show, titles } = aLibrary();
  hold(lab);
  show(summary(other, "1"), summary(lab, "1"));
  const undo = finder.state.subscribe(nobody);
  await soon(() => expect(finder.state.get()).toMatchObject({ state: "ready", unread: 1 }));
  expect(await titles("lab")).toEqual(["Lab Technician"]);
  undo();
});

it("reads at the next start only what changed since it was kept", async () => {
  const disk = aDisk();
  const many = Array.from({ length: 30 }, (_, at) =>
    aKit({ id: anId(kitIdSchema, `many-${at}`), title: `Role ${at}` }),
  );
  const first = aLibrary(disk);
  for (const kit of many) first.hold(kit);
  first.show(...many.map((kit) => summary(kit, "1")));
  const leave = first.finder.state.subscribe(nobody);
  await soon(() => expect(first.finder.state.get().state).toBe("ready"));
  await soon(() => expect(disk.kept()).toBe(1));
  leave();

  const again = aLibrary(disk);
  for (const kit of many) again.hold(kit);
  again.show(...many.map((kit, at) => summary(kit, at === 7 ? "2" : "1")));
  const undo = again.finder.state.subscribe(nobody);
  await soon(() => expect(again.finder.state.get()).toMatchObject({ state: "ready", kits: 30 }));
  expect(again.read).toEqual(["Role 7"]);
  expect(await again.titles("12")).toEqual(["Role 12"]);
  undo();
});

it("stops reading when it is told to, finds what was read, and reads the others when it is told to go on", async () => {
  const { finder, hold, show, read, titles } = aLibrary();
  hold(lab);
  hold(other);
  show(summary(lab, "1"), summary(other, "1"));
  finder.stop();
  const undo = finder.state.subscribe(nobody);
  await othersRead();
  expect(finder.state.get().state).toBe("stopped");
  expect(read).toEqual([]);
  finder.readOn();
  await soon(() => expect(finder.state.get()).toMatchObject({ state: "ready", read: 2 }));
  expect(await titles("partner")).toEqual(["Partner Manager"]);
  undo();
});

it("reads everything anew where what was kept turns out damaged", async () => {
  const disk = aDisk();
  const { finder, hold, show, read, titles } = aLibrary(disk);
  hold(lab);
  show(summary(lab, "1"));
  const undo = finder.state.subscribe(nobody);
  await soon(() => expect(finder.state.get().state).toBe("ready"));
  disk.damageTexts();
  expect(await titles("lab")).toEqual([]);
  await soon(async () => expect(await titles("lab")).toEqual(["Lab Technician"]));
  expect(read).toEqual(["Lab Technician", "Lab Technician"]);
  undo();
});

it("says that it failed where the index cannot be opened, and opens it anew with the next list", async () => {
  let attempts = 0;
  const { finder, hold, show, titles } = aLibrary(memoryDisk(), async () => {
    attempts += 1;
    if (attempts === 1) throw new Error("the worker did not start");
    return createKeptIndex(memoryDisk());
  });
  hold(lab);
  show(summary(lab, "1"));
  const undo = finder.state.subscribe(nobody);
  await soon(() => expect(finder.state.get().state).toBe("failed"));
  expect(await titles("lab")).toEqual([]);
  show(summary(lab, "1"));
  await soon(() => expect(finder.state.get().state).toBe("ready"));
  expect(await titles("lab")).toEqual(["Lab Technician"]);
  undo();
});

it("says that it failed where a kit cannot be taken in or looked for, and finds what was taken in", async () => {
  const kept = createKeptIndex(memoryDisk());
  let isFull = false;
  const { finder, hold, show, titles } = aLibrary(memoryDisk(), async () => ({
    ...kept,
    put: async (...kit) => {
      if (isFull) throw new Error("the disk is full");
      await kept.put(...kit);
    },
    find: async (what) => {
      if (what.text === "gone") throw new Error("the worker is gone");
      return kept.find(what);
    },
  }));
  hold(lab);
  hold(other);
  show(summary(lab, "1"));
  const undo = finder.state.subscribe(nobody);
  await soon(() => expect(finder.state.get().state).toBe("ready"));
  isFull = true;
  show(summary(lab, "1"), summary(other, "1"));
  await soon(() => expect(finder.state.get().state).toBe("failed"));
  expect(await titles("lab")).toEqual(["Lab Technician"]);

  isFull = false;
  show(summary(lab, "1"), summary(other, "1"));
  await soon(() => expect(finder.state.get().state).toBe("ready"));
  expect(await titles("gone")).toEqual([]);
  expect(finder.state.get().state).toBe("failed");
  const told = finder.state.get().revision;
  expect(await titles("gone")).toEqual([]);
  expect(finder.state.get().revision).toBe(told);
  undo();
});

it("finds what was read where it cannot be kept", async () => {
  const kept = createKeptIndex(memoryDisk());
  let refused = 0;
  const { finder, hold, show, titles } = aLibrary(memoryDisk(), async () => ({
    ...kept,
    keep: async () => {
      refused += 1;
      throw new Error("the disk is full");
    },
  }));
  const many = Array.from({ length: 25 }, (_, at) =>
    aKit({ id: anId(kitIdSchema, `many-${at}`), title: `Role ${at}` }),
  );
  for (const kit of many) hold(kit);
  show(...many.map((kit) => summary(kit, "1")));
  const undo = finder.state.subscribe(nobody);
  await soon(() => expect(refused).toBe(1));
  await othersRead();
  expect(finder.state.get()).toMatchObject({ state: "ready", read: 25 });
  expect(await titles("17")).toEqual(["Role 17"]);
  undo();
});
