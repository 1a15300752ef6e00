import { archive, hold } from "../../../src/domain/candidates/acts";
import { standingOf } from "../../../src/domain/candidates/standing";
import { type ApplicationId, applicationIdSchema, type CandidateId } from "../../../src/domain/ids";
import { ok, unwrap } from "../../../src/domain/result";
import type { Store } from "../../../src/store/open-store";
import { anApplication, onDay } from "../../support/builders/application";
import { anId } from "../../support/builders/ids";
import { whenReady } from "../../support/store/when-ready";
import { assertEqual, type ContractCase } from "./contract-case";

const { kitId } = anApplication();
const first = { kind: "applied", at: onDay(2), by: null, source: "hand" } as const;

const applied = async (
  store: Store,
): Promise<{ readonly id: ApplicationId; readonly candidateId: CandidateId }> => {
  const candidateId = unwrap(await store.candidates.add({ name: "Maren Okafor", contact: "", kitId }));
  return { candidateId, id: unwrap(await store.applications.add({ candidateId, kitId, first })) };
};

const heldBy = (by: string) => (application: ReturnType<typeof anApplication>) =>
  hold(application, { at: onDay(3), by }, `Asked by ${by}`);

export const applicationCases: readonly ContractCase[] = [
  {
    name: "an application that was added and acted on is there after a reopening, with all that happened",
    run: async (bench) => {
      const before = await bench.open();
      const { id, candidateId } = await applied(before);
      unwrap(await before.applications.edit(id, heldBy("Ana")));
      const after = await bench.open();
      const [stored] = await whenReady(after.applications.list);
      assertEqual(
        stored?.events.map(({ kind }) => kind),
        ["applied", "held"],
      );
      assertEqual(unwrap(await after.applications.ofCandidate(candidateId)).length, 1);
    },
  },
  {
    name: "whoever applies twice at once for a role has one application, and a new one after the first is over",
    run: async (bench) => {
      const { applications, ...store } = await bench.open();
      const { id, candidateId } = await applied({ ...store, applications });
      const twice = [1, 2].map(() => applications.add({ candidateId, kitId, first }));
      for (const added of await Promise.all(twice)) assertEqual(unwrap(added), id);
      unwrap(
        await applications.edit(id, (one) =>
          archive(one, { at: onDay(3), by: "Ana" }, "withdrew", "Took another offer"),
        ),
      );
      const again = unwrap(await applications.add({ candidateId, kitId, first: { ...first, at: onDay(4) } }));
      assertEqual(again === id, false);
      assertEqual(unwrap(await applications.add({ candidateId, kitId, first })), again);
    },
  },
  {
    name: "a refused act writes nothing, and two acts at once lose neither",
    run: async (bench) => {
      const { applications, ...store } = await bench.open();
      const { id } = await applied({ ...store, applications });
      const drafts = ["Ana", "Ben"].map((reviewer) =>
        applications.edit(id, (one) => ok({ ...one, drafts: [...one.drafts, { reviewer, marks: [] }] })),
      );
      await Promise.all(drafts);
      assertEqual(await applications.edit(id, heldBy(" ")), { ok: false, error: { type: "nameMissing" } });
      const [stored] = await whenReady(applications.list);
      if (stored === undefined) throw new Error("the list is empty");
      assertEqual(
        stored.drafts.map(({ reviewer }) => reviewer),
        ["Ana", "Ben"],
      );
      assertEqual(standingOf(stored).state, "applied");
    },
  },
  {
    name: "an act on an application that is not there is refused",
    run: async (bench) => {
      const { applications } = await bench.open();
      const id = anId(applicationIdSchema, "nobody");
      assertEqual(await applications.edit(id, heldBy("Ana")), {
        ok: false,
        error: { type: "notFound", collection: "applications", id },
      });
    },
  },
  {
    name: "applications go with their candidate",
    run: async (bench) => {
      const store = await bench.open();
      const { candidateId } = await applied(store);
      unwrap(await store.forgetSubject(candidateId));
      assertEqual(await whenReady(store.applications.list), []);
    },
  },
];
