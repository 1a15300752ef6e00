import { unwrap } from "../../../src/domain/result";
import type { Store } from "../../../src/store/open-store";
import { aCard, aSlot, loopId } from "../../support/builders/record";
import { whenReady } from "../../support/store/when-ready";
import { assertEqual, type ContractCase } from "./contract-case";

const slot = aSlot("bench", ["ana"]);
const other = aSlot("desk", ["ana"]);
const draft = (takeaway: string, at = slot) => aCard(at, "ana", { "q-samples": 3 }, { takeaway });
const key = draft("");

const openLoop = async (opening: Promise<Store>): Promise<Store> => {
  const store = await opening;
  unwrap(await store.openSubject(loopId, "create"));
  return store;
};

export const draftCases: readonly ContractCase[] = [
  {
    name: "there is no draft before the first save",
    run: async (bench) => {
      const { drafts } = await openLoop(bench.open());
      assertEqual(await whenReady(drafts.live(key)), null);
    },
  },
  {
    name: "a save that resolved is there after a reopening, whole",
    run: async (bench) => {
      const before = await openLoop(bench.open());
      unwrap(await before.drafts.save(draft("Careful.")));
      const after = await bench.open();
      assertEqual(unwrap(await after.drafts.stored(key))?.card, draft("Careful."));
      const shown = await whenReady(after.drafts.live(key), (state) => state !== null);
      assertEqual(shown?.save, "saved");
    },
  },
  {
    name: "of many saves in a row the last one is shown and stored, and every one of them resolves",
    run: async (bench) => {
      const before = await openLoop(bench.open());
      const typed = "She labelled every rack twice.";
      const saves = [...typed].map((_, length) => before.drafts.save(draft(typed.slice(0, length + 1))));
      assertEqual(
        (await Promise.all(saves)).map(({ ok }) => ok),
        saves.map(() => true),
      );
      assertEqual((await whenReady(before.drafts.live(key)))?.card.takeaway, typed);
      const after = await bench.open();
      assertEqual(unwrap(await after.drafts.stored(key))?.card.takeaway, typed);
    },
  },
  {
    name: "a card is shown at once as saving and turns saved when its write is done",
    run: async (bench) => {
      const { drafts } = await openLoop(bench.open());
      const states: string[] = [];
      const live = drafts.live(key);
      await whenReady(live);
      const undo = live.subscribe(() => {
        const state = live.get();
        if (state.state === "ready" && state.value !== null) states.push(state.value.save);
      });
      unwrap(await drafts.save(draft("Careful.")));
      undo();
      assertEqual(states, ["saving", "saved"]);
    },
  },
  {
    name: "a card from elsewhere takes the place of the one it was to replace, says that it did, and of no other",
    run: async (bench) => {
      const { drafts } = await openLoop(bench.open());
      assertEqual(unwrap(await drafts.bringBack(draft("First."), null)), true);
      const live = drafts.live(key);
      assertEqual((await whenReady(live))?.replaced, 1);
      assertEqual(unwrap(await drafts.bringBack(draft("Second."), draft("First."))), true);
      assertEqual((await whenReady(live))?.replaced, 2);
      const typed = drafts.save(draft("Typed."));
      assertEqual(unwrap(await drafts.bringBack(draft("Third."), draft("Second."))), false);
      assertEqual(unwrap(await drafts.bringBack(draft("Third."), null)), false);
      unwrap(await typed);
      assertEqual(unwrap(await drafts.stored(key))?.card.takeaway, "Typed.");
      assertEqual((await whenReady(live))?.replaced, 2);
    },
  },
  {
    name: "drafts of two slots do not touch each other and are listed together",
    run: async (bench) => {
      const { drafts } = await openLoop(bench.open());
      unwrap(await drafts.save(draft("At the bench.")));
      unwrap(await drafts.save(draft("At the desk.", other)));
      const { rows } = unwrap(await drafts.ofLoop(loopId));
      assertEqual(rows.map(({ value }) => value.card.takeaway).sort(), ["At the bench.", "At the desk."]);
    },
  },
  {
    name: "the same card saved from another opening of the store is still one row",
    run: async (bench) => {
      unwrap(await (await openLoop(bench.open())).drafts.save(draft("First.")));
      unwrap(await (await bench.open()).drafts.save(draft("Second.")));
      assertEqual((await bench.rawRows("drafts")).length, 1);
    },
  },
  {
    name: "a discarded draft is gone, and can be begun again",
    run: async (bench) => {
      const before = await openLoop(bench.open());
      unwrap(await before.drafts.save(draft("First.")));
      unwrap(await before.drafts.discard(key));
      assertEqual(await whenReady(before.drafts.live(key)), null);
      assertEqual(unwrap(await before.drafts.stored(key)), null);
      unwrap(await before.drafts.save(draft("Again.")));
      const after = await bench.open();
      assertEqual(unwrap(await after.drafts.stored(key))?.card.takeaway, "Again.");
    },
  },
  {
    name: "closing the store waits for saves nobody waited for",
    run: async (bench) => {
      const before = await openLoop(bench.open());
      const unawaited = before.drafts.save(draft("Typed while the window closed."));
      const after = await bench.open();
      assertEqual(unwrap(await after.drafts.stored(key))?.card.takeaway, "Typed while the window closed.");
      unwrap(await unawaited);
    },
  },
];
