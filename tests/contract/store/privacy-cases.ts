import type { SubjectId } from "../../../src/domain/ids";
import { candidateIdSchema } from "../../../src/domain/ids";
import { unwrap } from "../../../src/domain/result";
import type { EncryptedRow } from "../../../src/store/rows/row";
import { encryptedRowSchema } from "../../../src/store/rows/row";
import type { StoreBench } from "../../support/store/store-bench";
import { whenReady } from "../../support/store/when-ready";
import { assertEqual, type ContractCase } from "./contract-case";

const maren = { name: "Maren Okafor", contact: "maren@example.org", kitId: null };

/** Stores one candidate, lets `change` make another row of hers, puts that on the disk and opens the store again. */
const afterTampering = async (bench: StoreBench, change: (row: EncryptedRow) => Partial<EncryptedRow>) => {
  const id = unwrap(await (await bench.open()).candidates.add(maren));
  const [stored] = await bench.rawRows("candidates");
  const row = pickRow(stored);
  const changed = { ...row, ...change(row) };
  await bench.putRawRow("candidates", changed);
  return { id, changed, store: await bench.open() };
};

const pickRow = (stored: object | undefined): EncryptedRow => {
  const { id, kind, subjectId, day, v, keyVersion, nonce, ct } = stored as EncryptedRow;
  return encryptedRowSchema.parse({ id, kind, subjectId, day, v, keyVersion, nonce, ct });
};

const refused = (
  name: string,
  reason: string,
  change: (row: EncryptedRow) => Partial<EncryptedRow>,
): ContractCase => ({
  name: `${name} is listed as unreadable (${reason}) and is not dropped`,
  run: async (bench) => {
    const { changed, store } = await afterTampering(bench, change);
    await whenReady(store.candidates.list);
    assertEqual(store.unreadable.get(), [{ collection: "candidates", id: changed.id, reason }]);
    assertEqual(await store.candidates.one(candidateIdSchema.parse(changed.id)), {
      ok: false,
      error: { type: "unreadable", collection: "candidates", id: changed.id, reason },
    });
    assertEqual(
      (await bench.rawRows("candidates")).some((row) => pickRow(row).ct === changed.ct),
      true,
    );
  },
});

const flipFirst = (text: string): string => `${text.startsWith("A") ? "B" : "A"}${text.slice(1)}`;

export const privacyCases: readonly ContractCase[] = [
  {
    name: "a row about a person has the eight fields and nothing else",
    run: async (bench) => {
      unwrap(await (await bench.open()).candidates.add(maren));
      const [row] = await bench.rawRows("candidates");
      assertEqual(
        Object.keys(row ?? {})
          .filter((field) => !field.startsWith("_"))
          .sort(),
        ["ct", "day", "id", "keyVersion", "kind", "nonce", "subjectId", "v"],
      );
      assertEqual(Reflect.get(row ?? {}, "day"), "2026-11-23");
    },
  },
  {
    name: "the same value written twice gives another nonce and another ciphertext",
    run: async (bench) => {
      const before = await bench.open();
      const id = unwrap(await before.candidates.add(maren));
      const candidate = unwrap(await before.candidates.one(id));
      const first = pickRow((await bench.rawRows("candidates"))[0]);
      if (candidate === null) throw new Error("the candidate is gone");
      unwrap(await (await bench.open()).candidates.put(candidate));
      const second = pickRow((await bench.rawRows("candidates"))[0]);
      assertEqual([first.nonce === second.nonce, first.ct === second.ct], [false, false]);
    },
  },
  refused("a row with one changed bit", "notAuthentic", (row) => ({ ct: pickCt(flipFirst(row.ct)) })),
  refused("a row with another day", "notAuthentic", () => ({ day: "2020-01-01" })),
  refused("a row of a later version", "notAuthentic", () => ({ v: 3 })),
  refused("a row under another version of the key", "otherKeyVersion", () => ({ keyVersion: 2 })),
  refused("a row of another kind", "malformedRow", () => ({ kind: "stranger" })),
  {
    name: "a row moved to another id does not open there, and the one it came from still does",
    run: async (bench) => {
      const other = candidateIdSchema.parse("somebody-else_________");
      const { id, store } = await afterTampering(bench, () => ({ id: other }));
      assertEqual(
        (await whenReady(store.candidates.list)).map((candidate) => candidate.id),
        [id],
      );
      assertEqual(store.unreadable.get(), [{ collection: "candidates", id: other, reason: "notAuthentic" }]);
    },
  },
  {
    name: "a row moved to another collection does not open there",
    run: async (bench) => {
      const id = unwrap(await (await bench.open()).candidates.add(maren));
      const row = pickRow((await bench.rawRows("candidates"))[0]);
      await bench.putRawRow("loops", { ...row, kind: "loop" });
      const store = await bench.open();
      assertEqual(await whenReady(store.loops.list), []);
      assertEqual(store.unreadable.get(), [{ collection: "loops", id, reason: "notAuthentic" }]);
    },
  },
  {
    name: "a row under another key is listed as unreadable, and opens again when the right key is back",
    run: async (bench) => {
      const id = unwrap(await (await bench.open()).candidates.add(maren));
      const rightKey = unwrap(await bench.subjectKeys.lend(id));
      await bench.subjectKeys.replace(id);
      const store = await bench.open();
      assertEqual(await whenReady(store.candidates.list), []);
      assertEqual(store.unreadable.get(), [{ collection: "candidates", id, reason: "notAuthentic" }]);
      const healed = await bench.open({
        subjectKeys: { ...bench.subjectKeys, lend: async () => ({ ok: true, value: rightKey }) },
      });
      assertEqual((await whenReady(healed.candidates.list)).length, 1);
      assertEqual(healed.unreadable.get(), []);
    },
  },
  {
    name: "a row whose key is refused is listed as unreadable, and writing about its subject says so",
    run: async (bench) => {
      const id: SubjectId = unwrap(await (await bench.open()).candidates.add(maren));
      bench.subjectKeys.refuse(id, "locked");
      const store = await bench.open();
      assertEqual(await whenReady(store.candidates.list), []);
      assertEqual(store.unreadable.get(), [{ collection: "candidates", id, reason: "noKey" }]);
      assertEqual(await store.openSubject(id), {
        ok: false,
        error: { type: "keyUnavailable", subjectId: id, reason: "locked" },
      });
    },
  },
  {
    name: "a closed subject's key is borrowed again at its next use, and not before",
    run: async (bench) => {
      const store = await bench.open();
      const id = unwrap(await store.candidates.add(maren));
      const before = bench.subjectKeys.asked();
      unwrap(await store.candidates.one(id));
      assertEqual(bench.subjectKeys.asked(), before);
      store.closeSubject(id);
      unwrap(await store.candidates.one(id));
      assertEqual(bench.subjectKeys.asked(), before + 1);
    },
  },
];

const pickCt = (text: string): EncryptedRow["ct"] => encryptedRowSchema.shape.ct.parse(text);
