import { expect, it, vi } from "vitest";
import { createKitFinder } from "../../../../src/app/library/kit-finder";
import type { Asked } from "../../../../src/bindings/kit-finder";
import type { KitSummary } from "../../../../src/bindings/services";
import { kitIdSchema } from "../../../../src/domain/ids";
import type { Kit } from "../../../../src/domain/kit/kit";
import { type Loadable, liveCell } from "../../../../src/domain/live";
import { err, ok } from "../../../../src/domain/result";
import { anId } from "../../../support/builders/ids";
import { aKit } from "../../../support/builders/kit";

const asked = (text: string): Asked => ({ text, kind: "kit", level: null, discipline: null, round: null });

const summary = ({ id, title }: Kit, updatedAt: string): KitSummary => ({
  id,
  title,
  author: "",
  version: 1,
  levels: [],
  questions: 3,
  updatedAt,
});

/** A library whose kits the test sets, and which kits were read from it. */
const aLibrary = () => {
  const held = new Map<string, Kit>();
  const list = liveCell<Loadable<readonly KitSummary[]>>({ state: "loading" });
  const read: string[] = [];
  const finder = createKitFinder({
    list,
    one: async (id) => {
      const kit = held.get(id);
      read.push(kit?.title ?? "missing");
      return kit === undefined ? err({ type: "unreadable" }) : ok(kit);
    },
  });
  const hold = (kit: Kit): void => void held.set(kit.id, kit);
  const show = (...rows: readonly KitSummary[]): void => list.set({ state: "ready", value: rows });
  const titles = (text: string) => finder.find(asked(text)).shown.map(({ entry }) => entry.title);
  return { finder, hold, show, read, titles };
};

const lab = aKit({ title: "Lab Technician" });
const other = aKit({ id: anId(kitIdSchema, "other"), title: "Partner Manager" });
const nobody = () => undefined;

it("reads nothing before somebody listens", () => {
  const { finder, hold, show, read } = aLibrary();
  hold(lab);
  show(summary(lab, "1"));
  expect(read).toEqual([]);
  expect(finder.find(asked("lab"))).toEqual({ shown: [], count: 0 });
});

it("stays fresh: a kit that changed is read again, one that did not is not, one that is gone is forgotten", async () => {
  const { finder, hold, show, read, titles } = aLibrary();
  hold(lab);
  hold(other);
  show(summary(lab, "1"), summary(other, "1"));
  const undo = finder.state.subscribe(nobody);
  await vi.waitFor(() => expect(finder.state.get()).toMatchObject({ state: "ready", kits: 2 }));
  expect(titles("partner")).toEqual(["Partner Manager"]);
  expect(finder.state.get().choices.levels).toEqual(["Junior", "Senior"]);

  hold({ ...other, title: "Alliance Lead" });
  show(summary(lab, "1"), summary({ ...other, title: "Alliance Lead" }, "2"));
  await vi.waitFor(() => expect(titles("alliance")).toEqual(["Alliance Lead"]));
  expect(titles("partner")).toEqual([]);
  expect(read).toEqual(["Lab Technician", "Partner Manager", "Alliance Lead"]);

  show(summary(lab, "1"));
  await vi.waitFor(() => expect(finder.state.get().kits).toBe(1));
  expect(titles("alliance")).toEqual([]);
  undo();
});

it("hears of nothing once the last listener is gone", async () => {
  const { finder, hold, show, read } = aLibrary();
  hold(lab);
  show(summary(lab, "1"));
  const undo = finder.state.subscribe(nobody);
  await vi.waitFor(() => expect(finder.state.get().state).toBe("ready"));
  undo();
  show(summary(lab, "2"));
  expect(read).toEqual(["Lab Technician"]);
});

it("says how many kits could not be read and searches the others", async () => {
  const { finder, hold, show, titles } = aLibrary();
  hold(lab);
  show(summary(other, "1"), summary(lab, "1"));
  const undo = finder.state.subscribe(nobody);
  await vi.waitFor(() => expect(finder.state.get()).toMatchObject({ state: "ready", unread: 1 }));
  expect(titles("lab")).toEqual(["Lab Technician"]);
  undo();
});
