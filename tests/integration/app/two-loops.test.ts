import { afterEach, expect, it } from "vitest";
import type { LoopSession } from "../../../src/bindings/services";
import { unwrap } from "../../../src/domain/result";
import { memoryNetwork } from "../../../src/sync/transport/in-memory";
import { type Laptop, newLaptop, surroundings } from "../../support/app/laptop";
import { filledCard, founding, morning, panelDraft, panelKit } from "../../support/app/panel";
import { seededRandom } from "../../support/seeded-random";

let laptop: Laptop;
afterEach(() => laptop.stop());

const sealedIn = (session: LoopSession) =>
  session.view.get().cards.flatMap(({ sealed }) => sealed.map(({ revision }) => revision));

it("two loops are open on one laptop at once, each with its own plan and cards", async () => {
  laptop = newLaptop("ana", surroundings(memoryNetwork({ random: seededRandom(7).next })));
  const { store, loops } = await laptop.start(founding);
  unwrap(await store.kits.add(panelKit));
  const open = async (name: string): Promise<LoopSession> => {
    const candidateId = unwrap(await store.candidates.add({ name, contact: "", kitId: panelKit.id }));
    return unwrap(await loops.open(unwrap(await loops.create(panelDraft(candidateId)))));
  };
  const first = await open("Noor Haddad");
  const second = await open("Omar Diallo");
  unwrap(await second.seal(filledCard(second, morning)));
  expect([sealedIn(first), sealedIn(second)]).toEqual([[], [1]]);
  unwrap(await first.seal(filledCard(first, morning)));
  expect([sealedIn(first), sealedIn(second)]).toEqual([[1], [1]]);
  const names = [first, second].map((session) => session.view.get().plan?.candidate.name);
  expect(names).toEqual(["Noor Haddad", "Omar Diallo"]);
  await first.close();
  expect(sealedIn(second)).toEqual([1]);
  await second.close();
});
