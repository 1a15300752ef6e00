import { candidateIdSchema, hashSchema, loopIdSchema } from "../../../src/domain/ids";
import { unwrap } from "../../../src/domain/result";
import type { StoredLoop } from "../../../src/store/repositories/loop-repository";
import { aHash, anId } from "../../support/builders/ids";
import { loopId, noon, personId } from "../../support/builders/record";
import { whenReady } from "../../support/store/when-ready";
import { assertEqual, type ContractCase } from "./contract-case";

const maren = { name: "Maren Okafor", contact: "maren@example.org", kitId: null };
const tomas = { name: "Tomás Ruiz", contact: "", kitId: null };

export const aStoredLoop = (overrides: Partial<StoredLoop> = {}): StoredLoop => ({
  loopId,
  role: "facilitator",
  me: personId("ana"),
  charterHash: aHash(hashSchema, "charter"),
  candidateId: null,
  candidateName: "Maren Okafor",
  kitTitle: "Lab Technician",
  levelName: "Junior",
  phase: "planned",
  day: "2026-11-24",
  createdAt: noon,
  ...overrides,
});

export const candidateCases: readonly ContractCase[] = [
  {
    name: "a candidate that was added is in the list, newest first, also after the store was reopened",
    run: async (bench) => {
      const before = await bench.open();
      const first = unwrap(await before.candidates.add(maren));
      unwrap(await before.candidates.add(tomas));
      const after = await bench.open();
      const list = await whenReady(after.candidates.list);
      assertEqual(
        list.map(({ name }) => name),
        ["Tomás Ruiz", "Maren Okafor"],
      );
      assertEqual(unwrap(await after.candidates.one(first))?.contact, "maren@example.org");
    },
  },
  {
    name: "a list that is listened to hears of an addition and of a change, and of nothing once it is undone",
    run: async (bench) => {
      const { candidates } = await bench.open();
      let heard = 0;
      const undo = candidates.list.subscribe(() => {
        heard += 1;
      });
      const id = unwrap(await candidates.add(maren));
      const [added] = await whenReady(candidates.list, (list) => list.length === 1);
      if (added === undefined) throw new Error("the list is empty");
      unwrap(await candidates.put({ ...added, name: "Maren Vogt" }));
      await whenReady(candidates.list, (list) => list[0]?.name === "Maren Vogt");
      undo();
      const before = heard;
      unwrap(await candidates.put({ ...added, name: "Maren Lind" }));
      assertEqual(unwrap(await candidates.one(id))?.name, "Maren Lind");
      assertEqual(heard, before);
    },
  },
  {
    name: "a candidate without a name is refused and the list stays as it was",
    run: async (bench) => {
      const { candidates } = await bench.open();
      assertEqual(await candidates.add({ ...maren, name: "  " }), {
        ok: false,
        error: { type: "invalidValue", collection: "candidates", issues: ["name: too_small"] },
      });
      assertEqual(await whenReady(candidates.list), []);
    },
  },
  {
    name: "a candidate who is not there is null, not a failure",
    run: async (bench) => {
      const { candidates } = await bench.open();
      assertEqual(unwrap(await candidates.one(anId(candidateIdSchema, "nobody"))), null);
    },
  },
];

export const loopCases: readonly ContractCase[] = [
  {
    name: "a loop that was added and then changed is listed as changed after a reopening",
    run: async (bench) => {
      const before = await bench.open();
      unwrap(await before.loops.add(aStoredLoop()));
      unwrap(await before.loops.put(aStoredLoop({ phase: "revealed" })));
      const after = await bench.open();
      assertEqual(await whenReady(after.loops.list), [aStoredLoop({ phase: "revealed" })]);
      assertEqual(unwrap(await after.loops.one(loopId)), aStoredLoop({ phase: "revealed" }));
    },
  },
  {
    name: "adding a loop twice leaves one",
    run: async (bench) => {
      const { loops } = await bench.open();
      unwrap(await loops.add(aStoredLoop()));
      unwrap(await loops.add(aStoredLoop()));
      assertEqual((await whenReady(loops.list)).length, 1);
    },
  },
  {
    name: "a change to a loop whose key does not exist is refused, because only adding makes a key",
    run: async (bench) => {
      const { loops } = await bench.open();
      const stranger = anId(loopIdSchema, "stranger");
      assertEqual(await loops.put(aStoredLoop({ loopId: stranger })), {
        ok: false,
        error: { type: "keyUnavailable", subjectId: stranger, reason: "noKey" },
      });
    },
  },
];
