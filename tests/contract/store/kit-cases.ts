import { z } from "zod";
import { hashSchema, kitIdSchema, kitItemIdSchema, questionIdSchema } from "../../../src/domain/ids";
import { copyQuestion } from "../../../src/domain/kit/copy-question";
import type { Kit } from "../../../src/domain/kit/kit";
import { kitToParts } from "../../../src/domain/kit/snapshot";
import { err, ok, unwrap } from "../../../src/domain/result";
import { aHash, anId } from "../../support/builders/ids";
import { aKit } from "../../support/builders/kit";
import { whenLive, whenReady } from "../../support/store/when-ready";
import { assertEqual, type ContractCase } from "./contract-case";

const kit = aKit();
const questionId = (id: string) => questionIdSchema.parse(id);
const aPublication = (version: number, root: string) => ({
  kitId: kit.id,
  version,
  kitRoot: aHash(hashSchema, root),
  note: `Version ${version}`,
  publishedAt: "2026-11-23T09:00:00.000Z",
});
const aRole = {
  id: kitItemIdSchema.parse("shift-lead"),
  name: "Shift lead",
  archetype: "In a hurry",
  playedBy: "Team lead",
  motivation: "Wants to go home.",
  constraints: [],
  tensions: [],
  guidance: [],
  doNot: [],
};

export const kitCases: readonly ContractCase[] = [
  {
    name: "a kit that was added is listed as version 1 and opens equal, also after a reopening",
    run: async (bench) => {
      unwrap(await (await bench.open()).kits.add(kit));
      const { kits } = await bench.open();
      const [head] = await whenReady(kits.list);
      assertEqual(
        { ...head, updatedAt: "", stamp: typeof head?.stamp },
        {
          id: kit.id,
          title: "Lab Technician",
          author: "Ines Moreau",
          version: 1,
          levels: ["Junior", "Senior"],
          questions: 3,
          // A text for a level, a second round for each of two competencies, two anchors.
          findings: 5,
          stamp: "string",
          published: "",
          updatedAt: "",
        },
      );
      assertEqual(await whenReady(kits.open(kit.id)), kit);
    },
  },
  {
    name: "a kit grows by a question, is listed with it, and opens so after a reopening; two additions at once both stay",
    run: async (bench) => {
      const { kits } = await bench.open();
      unwrap(await kits.add(kit));
      const [question] = kit.questions;
      if (question === undefined) throw new Error("the kit has questions");
      const grownBy = (id: string) => (to: Kit) =>
        ok(copyQuestion(kit, { ...question, id: questionId(id) }, to).kit);
      const both = await Promise.all([kits.edit(kit.id, grownBy("one")), kits.edit(kit.id, grownBy("two"))]);
      for (const grown of both) unwrap(grown);
      const again = (await bench.open()).kits;
      const ids = unwrap(await again.one(kit.id)).questions.map(({ id }) => id);
      assertEqual(ids.slice(kit.questions.length), [questionId("one"), questionId("two")]);
      const [head] = await whenReady(again.list);
      assertEqual(head?.questions, kit.questions.length + 2);
    },
  },
  {
    name: "an edit that throws keeps none after it from its turn",
    run: async (bench) => {
      const { kits } = await bench.open();
      unwrap(await kits.add(kit));
      const thrown = kits
        .edit(kit.id, () => {
          throw new Error("a mistake in the copying");
        })
        .then(
          () => "edited",
          () => "thrown",
        );
      const after = kits.edit(kit.id, (same) => ok(same));
      assertEqual(await thrown, "thrown");
      unwrap(await after);
    },
  },
  {
    name: "a kit is edited part by part, is listed with its new title, and is so after a reopening",
    run: async (bench) => {
      const { kits } = await bench.open();
      unwrap(await kits.add(kit));
      const without = kit.questions.slice(1);
      unwrap(await kits.edit(kit.id, (same) => ok({ ...same, title: "Lab Lead", questions: without })));
      const again = (await bench.open()).kits;
      assertEqual(unwrap(await again.one(kit.id)), { ...kit, title: "Lab Lead", questions: without });
      const [head] = await whenReady(again.list);
      assertEqual([head?.title, head?.questions], ["Lab Lead", without.length]);
    },
  },
  {
    name: "a question that was removed and comes back is in the kit again, which no look in between found unreadable",
    run: async (bench) => {
      const { kits } = await bench.open();
      unwrap(await kits.add(kit));
      const live = kits.open(kit.id);
      const seen: string[] = [];
      const undo = live.subscribe(() => seen.push(live.get().state));
      await whenReady(live);
      const without = { ...kit, questions: kit.questions.slice(1) };
      for (const next of [without, kit, without, kit]) {
        unwrap(await kits.edit(kit.id, () => ok(next)));
        await whenReady(live, ({ questions }) => questions.length === next.questions.length);
      }
      undo();
      assertEqual(seen.includes("failed"), false);
      assertEqual(unwrap(await (await bench.open()).kits.one(kit.id)), kit);
    },
  },
  {
    name: "an edit that refuses changes nothing, and of two at once the second gets the kit of the first",
    run: async (bench) => {
      const { kits } = await bench.open();
      unwrap(await kits.add(kit));
      const no = await kits.edit(kit.id, () => err({ type: "no" }));
      assertEqual(no, { ok: false, error: { type: "no" } });
      assertEqual(unwrap(await kits.one(kit.id)), kit);
      const retitled = kits.edit(kit.id, (same) => ok({ ...same, title: `${same.title} one` }));
      const again = kits.edit(kit.id, (same) => ok({ ...same, title: `${same.title} two` }));
      for (const edited of await Promise.all([retitled, again])) unwrap(edited);
      assertEqual(unwrap(await kits.one(kit.id)).title, "Lab Technician one two");
    },
  },
  {
    name: "a kit is listed with how much of it is worth another look, and without where a row is older than that count",
    run: async (bench) => {
      const { kits } = await bench.open();
      unwrap(await kits.add(kit));
      unwrap(await kits.edit(kit.id, (same) => ok({ ...same, exercises: [] })));
      assertEqual((await whenReady(kits.list))[0]?.findings, 3);
      await bench.withDatabase(async ({ collections }) => {
        const head = await collections.kits?.findOne(kit.id).exec();
        await head?.incrementalModify(({ findings: _uncounted, ...older }) => older);
      });
      const again = (await bench.open()).kits;
      assertEqual((await whenReady(again.list))[0]?.findings, null);
      unwrap(await again.edit(kit.id, (same) => ok({ ...same, title: "Lab Lead" })));
      assertEqual((await whenReady((await bench.open()).kits.list))[0]?.findings, 3);
    },
  },
  {
    name: "published versions are listed oldest first, the kit with the newest number, also after a lost head",
    run: async (bench) => {
      const { kits } = await bench.open();
      unwrap(await kits.add(kit));
      assertEqual(unwrap(await kits.publications(kit.id)), []);
      const first = aPublication(1, "root");
      const second = aPublication(2, "other");
      unwrap(await kits.publish(first));
      unwrap(await kits.publish(second));
      unwrap(await kits.edit(kit.id, (same) => ok({ ...same, title: "Lab Lead" })));
      assertEqual((await whenReady(kits.list))[0]?.version, 2);
      await bench.withDatabase(async ({ collections }) => {
        await collections.kits?.find().remove();
      });
      const again = (await bench.open()).kits;
      assertEqual((await whenReady(again.list))[0]?.version, 2);
      assertEqual(unwrap(await again.publications(kit.id)), [first, second]);
    },
  },
  {
    name: "a version a crash left uncounted is listed, so that the next one gets a number of its own",
    run: async (bench) => {
      const { kits } = await bench.open();
      unwrap(await kits.add(kit));
      const versions = [aPublication(1, "root"), aPublication(2, "other"), aPublication(3, "third")];
      for (const version of versions.slice(0, 2)) unwrap(await kits.publish(version));
      await bench.withDatabase(async ({ collections }) => {
        const head = await collections.kits?.findOne(kit.id).exec();
        await head?.incrementalPatch({ version: 1 });
      });
      const again = (await bench.open()).kits;
      assertEqual(unwrap(await again.publications(kit.id)), versions.slice(0, 2));
      for (const version of versions.slice(2)) unwrap(await again.publish(version));
      assertEqual(unwrap(await again.publications(kit.id)), versions);
    },
  },
  {
    name: "a version's number is given once: publishing the same again changes nothing, another is refused",
    run: async (bench) => {
      const { kits } = await bench.open();
      unwrap(await kits.add(kit));
      unwrap(await kits.publish(aPublication(1, "root")));
      unwrap(await kits.publish({ ...aPublication(1, "root"), note: "Again" }));
      assertEqual(await kits.publish(aPublication(1, "other")), {
        ok: false,
        error: { type: "alreadyThere", collection: "kitVersions", id: `${kit.id}.1` },
      });
      assertEqual(unwrap(await kits.publications(kit.id)), [aPublication(1, "root")]);
    },
  },
  {
    name: "a kit that is already there is refused and stays as it is",
    run: async (bench) => {
      const { kits } = await bench.open();
      unwrap(await kits.add(kit));
      assertEqual(await kits.add({ ...kit, title: "Another" }), {
        ok: false,
        error: { type: "alreadyThere", collection: "kits", id: kit.id },
      });
      assertEqual(unwrap(await kits.one(kit.id)).title, "Lab Technician");
    },
  },
  {
    name: "a kit is put in the place of another with all its parts, listed so, and no part of the old one stays",
    run: async (bench) => {
      const [first, ...others] = kit.questions;
      const [exercise] = kit.exercises;
      if (first === undefined || exercise === undefined) throw new Error("the kit has both");
      const before = { ...kit, exercises: [{ ...exercise, roles: [aRole] }] };
      const { kits } = await bench.open();
      unwrap(await kits.add(before));
      const added = { ...first, id: questionId("q-new"), positive: [], negative: [] };
      const after = { ...kit, title: "Lab Lead", questions: [added, ...others], rounds: [] };
      const whole = { ...after, questions: after.questions.map((each) => ({ ...each, roundId: null })) };
      unwrap(await kits.replace(whole));
      assertEqual(await whenReady(kits.open(kit.id)), whole);
      const again = (await bench.open()).kits;
      assertEqual(unwrap(await again.one(kit.id)), whole);
      assertEqual((await whenReady(again.list))[0]?.title, "Lab Lead");
      await bench.withDatabase(async ({ collections }) => {
        const held = (await collections.kitParts?.find().exec()) ?? [];
        assertEqual(held.length, kitToParts(whole).length);
      });
    },
  },
  {
    name: "a kit that is not in the library is put in nobody's place",
    run: async (bench) => {
      const { kits } = await bench.open();
      assertEqual(await kits.replace(kit), {
        ok: false,
        error: { type: "notFound", collection: "kits", id: kit.id },
      });
      assertEqual(await whenReady(kits.list), []);
    },
  },
  {
    name: "a kit that is not there fails as not found, and appears where it is listened to once it is added",
    run: async (bench) => {
      const { kits } = await bench.open();
      const live = kits.open(kit.id);
      const undo = live.subscribe(() => undefined);
      const missing = await whenLive(live, (value) => value.state === "failed");
      assertEqual(missing, {
        state: "failed",
        error: { type: "notFound", collection: "kits", id: kit.id },
      });
      unwrap(await kits.add(kit));
      assertEqual((await whenReady(live)).title, "Lab Technician");
      undo();
    },
  },
  {
    name: "a kit whose head a crash left unwritten is listed again at the next start",
    run: async (bench) => {
      unwrap(await (await bench.open()).kits.add(kit));
      await bench.withDatabase(async ({ collections }) => {
        await collections.kits?.find().remove();
      });
      const { kits } = await bench.open();
      assertEqual(
        (await whenReady(kits.list)).map(({ id, version }) => [id, version]),
        [[kit.id, 1]],
      );
    },
  },
  {
    name: "a kit with a damaged part is reported as unreadable, and so are its neighbours not",
    run: async (bench) => {
      const neighbour = aKit({ id: anId(kitIdSchema, "neighbour"), title: "Neighbour" });
      const before = await bench.open();
      unwrap(await before.kits.add(kit));
      unwrap(await before.kits.add(neighbour));
      await bench.withDatabase(async ({ collections }) => {
        const part = await collections.kitParts?.findOne(`${kit.id}/essay`).exec();
        await part?.patch({ text: "{" });
      });
      const { kits, unreadable } = await bench.open();
      const row = { collection: "kits", id: kit.id, reason: "malformedValue" };
      assertEqual(await kits.one(kit.id), { ok: false, error: { type: "unreadable", ...row } });
      assertEqual(unreadable.get(), [row]);
      assertEqual(unwrap(await kits.one(neighbour.id)).title, "Neighbour");
    },
  },
  {
    name: "a kit that lost a role guide is reported as unreadable, not shown with an empty one",
    run: async (bench) => {
      const [exercise] = kit.exercises;
      if (exercise === undefined) throw new Error("the kit has no exercise");
      const withRole = aKit({ exercises: [{ ...exercise, roles: [aRole] }] });
      unwrap(await (await bench.open()).kits.add(withRole));
      await bench.withDatabase(async ({ collections }) => {
        await collections.kitParts?.findOne(`${kit.id}/role/spill/shift-lead`).remove();
      });
      const { kits } = await bench.open();
      assertEqual((await kits.one(kit.id)).ok, false);
    },
  },
  {
    name: "a frozen snapshot is found by its root and does not change when it is frozen again",
    run: async (bench) => {
      const frozen = {
        kitRoot: aHash(hashSchema, "root"),
        kitId: kit.id,
        version: 1,
        parts: [...kitToParts(kit)],
      };
      const before = await bench.open();
      unwrap(await before.kits.freeze(frozen));
      unwrap(await before.kits.freeze({ ...frozen, version: 2 }));
      const { kits } = await bench.open();
      assertEqual(unwrap(await kits.frozen(frozen.kitRoot)), frozen);
      assertEqual(unwrap(await kits.frozen(aHash(hashSchema, "other"))), null);
    },
  },
  {
    name: "a snapshot that was frozen without guides gets them from a whole one, and loses none to one without",
    run: async (bench) => {
      const [exercise] = kit.exercises;
      if (exercise === undefined) throw new Error("the kit has no exercise");
      const parts = [...kitToParts(aKit({ exercises: [{ ...exercise, roles: [aRole] }] }))];
      const frozen = { kitRoot: aHash(hashSchema, "root"), kitId: kit.id, version: 1, parts };
      const open = { ...frozen, parts: parts.filter(({ audience }) => audience === "all") };
      const { kits } = await bench.open();
      const kept = async (from: typeof kits) => {
        const paths = unwrap(await from.frozen(frozen.kitRoot))?.parts.map(({ path }) => path) ?? [];
        return paths.toSorted();
      };
      unwrap(await kits.freeze(open));
      assertEqual((await kept(kits)).includes("role/spill/shift-lead"), false);
      unwrap(await kits.freeze(frozen));
      unwrap(await kits.freeze(open));
      assertEqual(await kept((await bench.open()).kits), parts.map(({ path }) => path).toSorted());
    },
  },
];

const language = { key: "language", schema: z.enum(["en", "de"]), fallback: "en" } as const;

export const settingCases: readonly ContractCase[] = [
  {
    name: "a setting is its fallback until it is put, and then what was put, also after a reopening",
    run: async (bench) => {
      const before = await bench.open();
      assertEqual(unwrap(await before.settings.get(language)), "en");
      unwrap(await before.settings.put(language, "de"));
      const { settings } = await bench.open();
      assertEqual(unwrap(await settings.get(language)), "de");
    },
  },
  {
    name: "a setting that is listened to follows what is put",
    run: async (bench) => {
      const { settings } = await bench.open();
      const live = settings.live(language);
      assertEqual(await whenReady(live), "en");
      unwrap(await settings.put(language, "de"));
      assertEqual(await whenReady(live, (value) => value === "de"), "de");
    },
  },
];
