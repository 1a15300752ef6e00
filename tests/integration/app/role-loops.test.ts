import { afterEach, expect, it } from "vitest";
import { createRoleLoops } from "../../../src/app/loop/role-loops";
import type { LoopSession } from "../../../src/bindings/services";
import { finalistsOf } from "../../../src/domain/debrief/finalists/finalists";
import { otherNames, questionByQuestion } from "../../../src/domain/debrief/finalists/question-by-question";
import { unwrap } from "../../../src/domain/result";
import { memoryNetwork } from "../../../src/sync/transport/in-memory";
import { type Laptop, newLaptop, type Running, surroundings } from "../../support/app/laptop";
import { filledCard, founding, morning, panelDraft, panelKit } from "../../support/app/panel";
import { aHire } from "../../support/builders/record";
import { seededRandom } from "../../support/seeded-random";
import { whenReady } from "../../support/store/when-ready";

let laptop: Laptop;
afterEach(() => laptop.stop());

const early = { reason: "The others are ill." };

/** A loop of this candidate in which ana has sealed her card, which says what she was told. */
const aSealedLoop = async ({ store, loops }: Running, name: string, words: string): Promise<LoopSession> => {
  const candidateId = unwrap(await store.candidates.add({ name, contact: "", kitId: panelKit.id }));
  const session = unwrap(await loops.open(unwrap(await loops.create(panelDraft(candidateId)))));
  unwrap(await session.seal(filledCard(session, morning, { words })));
  return session;
};

/** Once the list of loops says how far each of them is. */
const whenPhases = ({ store }: Running, phases: readonly string[]): Promise<unknown> =>
  whenReady(
    store.loops.list,
    (loops) =>
      loops
        .map(({ phase }) => phase)
        .toSorted()
        .join() === phases.join(),
  );

it("a decided loop that nobody looked at yet is told as unread, and not closed by looking at another one", async () => {
  laptop = newLaptop("ana", surroundings(memoryNetwork({ random: seededRandom(12).next })));
  const running = await laptop.start(founding);
  unwrap(await running.store.kits.add(panelKit));
  const noor = await aSealedLoop(running, "Noor Haddad", "of one");
  const omar = await aSealedLoop(running, "Omar Diallo", "of another");
  unwrap(await noor.reveal(early));
  unwrap(await omar.reveal(early));
  unwrap(await omar.decide(aHire()));
  await whenPhases(running, ["decided", "revealed"]);
  const roleLoops = createRoleLoops({ store: running.store, open: running.loops.open });
  const ofRole = async () => unwrap(await roleLoops.ofRole(noor.view.get().loopId));

  expect((await ofRole()).gaps.map(({ why }) => why)).toEqual(["unread"]);
  expect(unwrap(await running.store.records.ofLoop(omar.view.get().loopId)).rows).toEqual([]);
  unwrap(await omar.record());
  expect((await ofRole()).records.map(({ plan }) => plan.candidate.name)).toEqual(["Omar Diallo"]);
});

it("a revealed loop is read beside the decided ones of its role, also after a restart, and nothing of a sealed one", async () => {
  laptop = newLaptop("ana", surroundings(memoryNetwork({ random: seededRandom(11).next })));
  const before = await laptop.start(founding);
  unwrap(await before.store.kits.add(panelKit));
  const noor = await aSealedLoop(before, "Noor Haddad", "of one, better than Omar");
  const omar = await aSealedLoop(before, "Omar Diallo", "of another");
  await aSealedLoop(before, "Lena Vogt", "still-sealed-words");
  const { loopId } = noor.view.get();
  unwrap(await noor.reveal(early));
  unwrap(await omar.reveal(early));
  unwrap(await omar.decide(aHire()));
  unwrap(await omar.record());
  await whenPhases(before, ["decided", "live", "revealed"]);

  const { store, loops } = await laptop.start(founding);
  const roleLoops = createRoleLoops({ store, open: loops.open });
  const { records, gaps } = unwrap(await roleLoops.ofRole(loopId));
  expect(gaps).toEqual([expect.objectContaining({ candidateName: "Lena Vogt", why: "notRevealed" })]);
  const decided = unwrap(await roleLoops.decided(loopId));
  expect(decided.map(({ plan }) => plan.candidate.name)).toEqual(["Omar Diallo"]);

  const own = unwrap(await unwrap(await loops.open(loopId)).record()).record;
  const { compared, apart } = finalistsOf(own, records);
  expect(apart).toEqual([]);
  expect(compared.map(({ mark }) => mark)).toEqual(["A", "B"]);
  const told = JSON.stringify(questionByQuestion(own.kit, compared, otherNames([], apart)));
  expect(told).toContain("noted of one, better than [a candidate]");
  expect(told).toContain("noted of another");
  expect(told).not.toContain("still-sealed-words");
  for (const name of ["Noor", "Omar", "Lena"]) expect(told).not.toContain(name);
});
