import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Bridge } from "../../../electron/contract/bridge";
import { nodeCrypto } from "../../../electron/main/vault/node-crypto";
import { createApplicationService } from "../../../src/app/candidates/application-service";
import type { Candidate } from "../../../src/domain/candidate/candidate";
import { findTwins, headsOf, join as joinPeople } from "../../../src/domain/candidate/one-person";
import { added, archive, hold, removeRecording, resume } from "../../../src/domain/candidates/acts";
import type { Application } from "../../../src/domain/candidates/application";
import { standingOf } from "../../../src/domain/candidates/standing";
import type { CandidateId } from "../../../src/domain/ids";
import { err, unwrap } from "../../../src/domain/result";
import { takenEvent, twoAnswers } from "../../support/builders/video-review";
import { newStick, type Stick } from "../../support/bundle/bundle-desk";
import { type FairLaptop, fairLaptop, fairWords, fileOn } from "../../support/hand-over/fair";
import { keptBridge } from "../../support/hand-over/hand-over-desk";
import { seededRandom } from "../../support/seeded-random";
import { tickingClock } from "../../support/store/store-bench";

let stick: Stick;
let ana: FairLaptop;
let ben: FairLaptop;
let office: FairLaptop;
let now: ReturnType<typeof tickingClock>;

beforeEach(async () => {
  stick = await newStick();
  now = tickingClock();
  ana = await fairLaptop("ana", stick, now);
  ben = await fairLaptop("ben", stick, now);
  office = await fairLaptop("office", stick, now);
});
afterEach(async () => {
  for (const { store } of [ana, ben, office]) await store.close();
  await stick.remove();
});

const text = (words: string): Uint8Array => nodeCrypto.utf8(words);
const resumeOf = (name: string): Uint8Array => text(`${name}, a resume. `.repeat(9000));
const calm = () => ({ onProgress: () => undefined, signal: new AbortController().signal });

const filesOf = async (laptop: FairLaptop): Promise<number> => {
  const names = await readdir(join(stick.folder, laptop.name), { recursive: true }).catch(() => []);
  return names.filter((name) => /\.(pbf|part)$/.test(name)).length;
};

describe("applications taken on three laptops of a fair", () => {
  it("come together in one library, with resumes, and twice changes nothing", async () => {
    const mira = await ana.applies("Mira Adeyemi", "mira@example.org", resumeOf("Mira"));
    const zoe = await ben.applies("Zoë Muñoz", "zoe@example.org", resumeOf("Zoë"));
    const li = await office.applies("Li Wei", "", resumeOf("Li"));
    await ana.gives("ana.pbhand");
    await ben.gives("ben.pbhand");
    await office.takes("ana.pbhand");
    await office.takes("ben.pbhand");
    const first = await office.knows();
    expect(first).toMatchObject({ candidates: { length: 3 }, applications: { length: 3 } });
    for (const [{ candidateId }, name] of [
      [mira, "Mira"],
      [zoe, "Zoë"],
      [li, "Li"],
    ] as const)
      expect(await fileOn(office, candidateId, resumeOf(name)), name).toBe(true);
    const files = await filesOf(office);
    expect(unwrap(await office.opens("ana.pbhand")).rows.map(({ state }) => state)).toEqual(["known"]);
    await office.takes("ana.pbhand");
    await office.takes("ben.pbhand");
    expect(await office.knows()).toEqual(first);
    expect(await filesOf(office)).toBe(files);
  });

  it("end the same on all three in whatever order the files go round", async () => {
    for (const [laptop, name] of [
      [ana, "Mira"],
      [ben, "Zoë"],
      [office, "Li"],
    ] as const)
      await laptop.applies(name, `${laptop.name}@example.org`, resumeOf(name));
    const random = seededRandom(7);
    const laptops = [ana, ben, office];
    const pick = () => laptops[Math.floor(random.next() * 3)] ?? ana;
    for (let round = 0; round < 6; round += 1) {
      const giver = pick();
      await giver.gives("round.pbhand");
      await pick().takes("round.pbhand");
    }
    for (const giver of laptops) {
      await giver.gives("last.pbhand");
      for (const taker of laptops) await taker.takes("last.pbhand");
    }
    const known = await office.knows();
    expect(known).toMatchObject({ candidates: { length: 3 } });
    expect(await ana.knows()).toEqual(known);
    expect(await ben.knows()).toEqual(known);
  });

  it("join what happened to one application on two of them, each thing once", async () => {
    const { id } = await ana.applies("Mira Adeyemi", "", resumeOf("Mira"));
    await ana.gives("start.pbhand");
    await office.takes("start.pbhand");
    const act = (laptop: FairLaptop, what: Parameters<typeof ana.store.applications.edit>[1]) =>
      laptop.store.applications.edit(id, what);
    unwrap(await act(ana, (one) => hold(one, { at: now(), by: "Ana" }, "On leave")));
    unwrap(await act(office, (one) => archive(one, { at: now(), by: "Ines" }, "positionFilled", "Filled")));
    unwrap(await act(ana, (one) => resume(one, { at: now(), by: "Ana" }, "Back")));
    await ana.gives("more.pbhand");
    const offer = unwrap(await office.opens("more.pbhand"));
    expect(offer.rows).toMatchObject([{ state: "more", lookalike: null }]);
    await office.takes("more.pbhand");
    await office.takes("start.pbhand");
    await office.gives("back.pbhand");
    await ana.takes("back.pbhand");
    const [here] = unwrap(
      await office.store.applications.ofCandidate(offer.rows[0]?.candidateId ?? missing()),
    );
    expect(here?.events.map(({ kind }) => kind)).toEqual([
      "applied",
      "documentKept",
      "held",
      "archived",
      "resumed",
    ]);
    expect(standingOf(here ?? missing()).state).toBe("applied");
    expect(await ana.knows()).toEqual(await office.knows());
  });

  it("propose who may be the same person, and merge nobody", async () => {
    await office.applies("Zoë Muñoz", "", resumeOf("one"));
    await ana.applies("MUÑOZ Zoe", "", resumeOf("two"));
    await ana.gives("ana.pbhand");
    const offer = unwrap(await office.opens("ana.pbhand"));
    expect(offer.rows).toMatchObject([{ name: "MUÑOZ Zoe", state: "new", lookalike: "Zoë Muñoz" }]);
    unwrap(await offer.take(calm()));
    expect(await office.knows()).toMatchObject({ candidates: { length: 2 } });
    const everybody = unwrap(await office.store.candidates.all());
    const [twins] = findTwins(everybody);
    const { earlier, later } = twins ?? missing();
    expect([earlier.name, later.name]).toEqual(["Zoë Muñoz", "MUÑOZ Zoe"]);
    const act = (one: typeof later) =>
      joinPeople(one, earlier.id, { at: now(), by: "Ines" }, "Same telephone number", everybody);
    unwrap(await office.store.candidates.edit(later.id, act));
    await office.gives("merged.pbhand");
    await ana.takes("merged.pbhand");
    expect(await ana.knows()).toEqual(await office.knows());
    expect(headsOf(unwrap(await ana.store.candidates.all())).get(later.id)).toBe(earlier.id);
  });
});

const missing = (): never => {
  throw new Error("it is not there");
};

describe("what was deleted with a reason", () => {
  const clip = text("A recording. ".repeat(9000));
  const recorded = async (laptop: FairLaptop) => {
    const { id, candidateId } = await laptop.applies("Zoë Muñoz", "", resumeOf("Zoë"));
    const { hash } = unwrap(await laptop.desk.files.put(candidateId, [clip]));
    const responses = twoAnswers.map((one) =>
      one.kind === "video" ? { ...one, clip: { ...one.clip, hash } } : one,
    );
    const said = (application: Application) => added(application, takenEvent(application, responses));
    unwrap(await laptop.store.applications.edit(id, said));
    return { id, candidateId, hash };
  };
  const deletes = async (laptop: FairLaptop, { id, hash }: Awaited<ReturnType<typeof recorded>>) => {
    const service = createApplicationService(
      { applications: laptop.store.applications, loops: laptop.store.loops },
      keptBridge(laptop.desk),
      now,
    );
    unwrap(
      await service.removeRecording(id, hash, (one, at) =>
        removeRecording(one, { at, by: "Ines" }, hash, "She asked for it"),
      ),
    );
  };

  it("stays away when an older file is taken in again, also with news in it", async () => {
    const zoe = await recorded(ana);
    await ana.gives("fair.pbhand");
    await office.takes("fair.pbhand");
    expect(await fileOn(office, zoe.candidateId, clip)).toBe(true);
    await deletes(office, zoe);
    expect(await fileOn(office, zoe.candidateId, clip)).toBe(false);
    await office.takes("fair.pbhand");
    const held = (one: Application) => hold(one, { at: now(), by: "Ana" }, "On leave");
    unwrap(await ana.store.applications.edit(zoe.id, held));
    await ana.gives("news.pbhand");
    await office.takes("news.pbhand");
    expect(await fileOn(office, zoe.candidateId, clip)).toBe(false);
    expect(await fileOn(office, zoe.candidateId, resumeOf("Zoë"))).toBe(true);
  });

  it("goes from each laptop that learns of it, is handed on by none, and is not said to be missing", async () => {
    const zoe = await recorded(ana);
    await ana.gives("fair.pbhand");
    await office.takes("fair.pbhand");
    await deletes(office, zoe);
    await office.gives("office.pbhand");
    await ana.takes("office.pbhand");
    expect(await fileOn(ana, zoe.candidateId, clip)).toBe(false);
    await ana.gives("on.pbhand");
    await ben.takes("on.pbhand");
    expect(await fileOn(ben, zoe.candidateId, clip)).toBe(false);
    expect(await fileOn(ben, zoe.candidateId, resumeOf("Zoë"))).toBe(true);
    const written = unwrap(await ana.service.write([zoe.candidateId], fairWords, calm()));
    expect(written).toMatchObject({ files: 1, leftOut: [] });
  });

  it("stays where it was, and is said by nobody, while the disk does not let it go", async () => {
    const zoe = await recorded(ana);
    let isBroken = true;
    const bridge = keptBridge(ana.desk);
    const kept: Bridge["kept"] = {
      ...bridge,
      remove: async (input) => (isBroken ? err({ type: "notWritable" }) : bridge.remove(input)),
    };
    const service = createApplicationService(
      { applications: ana.store.applications, loops: ana.store.loops },
      kept,
      now,
    );
    const remove = (reason: string) =>
      service.removeRecording(zoe.id, zoe.hash, (one, at) =>
        removeRecording(one, { at, by: "Ines" }, zoe.hash, reason),
      );
    const removed = async () => {
      const [one] = unwrap(await ana.store.applications.ofCandidate(zoe.candidateId));
      return standingOf(one ?? missing()).removedClips[zoe.hash];
    };
    expect(await remove("She asked")).toMatchObject({ error: { type: "notWritable" } });
    expect(await removed()).toBeUndefined();
    isBroken = false;
    expect(await remove(" ")).toMatchObject({ error: { type: "reasonMissing" } });
    expect(await fileOn(ana, zoe.candidateId, clip)).toBe(true);
    expect((await remove("She asked")).ok).toBe(true);
    expect([await removed(), await fileOn(ana, zoe.candidateId, clip)]).toEqual(["She asked", false]);
  });
});

describe("a hand-over that is not taken in", () => {
  it("for its words, its damage or its kind leaves the laptop as it was", async () => {
    await ana.applies("Mira Adeyemi", "", resumeOf("Mira"));
    await ana.gives("ana.pbhand");
    const before = await office.knows();
    const refusal = async (words = fairWords) => {
      const opened = await office.opens("ana.pbhand", words);
      return opened.ok ? null : opened.error.type;
    };
    expect(await refusal("zoo zoo zoo zoo zoo zoo")).toBe("wrongWords");
    const whole = await stick.bytes("ana.pbhand");
    const damaged = whole.slice();
    damaged[5000] = (damaged[5000] ?? 0) ^ 1;
    await stick.put("ana.pbhand", damaged);
    expect(await refusal()).toBe("damaged");
    await stick.put("ana.pbhand", whole.subarray(0, whole.length - 9));
    expect(await refusal()).toBe("truncated");
    await stick.put("ana.pbhand", text("name;mail"));
    expect(await refusal()).toBe("notAHandOver");
    expect(await office.knows()).toEqual(before);
    expect(await filesOf(office)).toBe(0);
  });

  it("because somebody stops it in the middle leaves no person and no file", async () => {
    await ana.applies("Mira Adeyemi", "", text("resume ".repeat(800_000)));
    await ana.gives("ana.pbhand");
    const offer = unwrap(await office.opens("ana.pbhand"));
    const stopping = new AbortController();
    const onProgress = () => stopping.abort();
    expect(await offer.take({ onProgress, signal: stopping.signal })).toMatchObject({
      error: { type: "cancelled" },
    });
    expect(await office.knows()).toMatchObject({ candidates: { length: 0 } });
    expect(await filesOf(office)).toBe(0);
    await office.takes("ana.pbhand");
    expect(await office.knows()).toMatchObject({ candidates: { length: 1 } });
  });

  it("leaves out who was deleted on this laptop, and takes the others", async () => {
    const mira = await ana.applies("Mira Adeyemi", "", resumeOf("Mira"));
    await ana.applies("Li Wei", "", resumeOf("Li"));
    await ana.gives("ana.pbhand");
    office.keys.refuse(mira.candidateId, "destroyed");
    const offer = unwrap(await office.opens("ana.pbhand"));
    expect(new Map(offer.rows.map(({ name, state }) => [name, state]))).toEqual(
      new Map([
        ["Mira Adeyemi", "deleted"],
        ["Li Wei", "new"],
      ]),
    );
    expect(unwrap(await offer.take(calm()))).toEqual({ added: 1, extended: 0, deleted: 1 });
    expect(await office.knows()).toMatchObject({ candidates: [{ name: "Li Wei" }] });
  });

  it("leaves out who was deleted on this laptop under every id that the file says is the same person", async () => {
    const first = await ana.applies("Zoë Muñoz", "", resumeOf("one"));
    const second = await ana.applies("MUÑOZ Zoe", "", resumeOf("two"));
    const everybody = unwrap(await ana.store.candidates.all());
    const act = (one: Candidate) =>
      joinPeople(one, first.candidateId, { at: now(), by: "Ines" }, "Same telephone number", everybody);
    unwrap(await ana.store.candidates.edit(second.candidateId, act));
    office.keys.refuse(first.candidateId, "destroyed");
    const taken = async (chosen: readonly CandidateId[]) => {
      await ana.gives("ana.pbhand", chosen);
      const offer = unwrap(await office.opens("ana.pbhand"));
      expect(new Set(offer.rows.map(({ state }) => state))).toEqual(new Set(["deleted"]));
      return unwrap(await offer.take(calm()));
    };
    const both = [first.candidateId, second.candidateId];
    expect(await taken(both)).toEqual({ added: 0, extended: 0, deleted: 2 });
    expect(await taken([second.candidateId])).toEqual({ added: 0, extended: 0, deleted: 1 });
    expect(await office.knows()).toMatchObject({ candidates: [], applications: [] });
    expect(await filesOf(office)).toBe(0);
  });
});

describe("handing over", () => {
  it("leaves out a file that is not whole here, says whose, and carries everything else", async () => {
    const mira = await ana.applies("Mira Adeyemi", "", resumeOf("Mira"));
    const li = await ana.applies("Li Wei", "", resumeOf("Li"));
    unwrap(await ana.desk.files.removeAll(mira.candidateId));
    await ana.gives("ana.pbhand");
    await office.takes("ana.pbhand");
    expect(await office.knows()).toMatchObject({ candidates: { length: 2 } });
    expect(await fileOn(office, li.candidateId, resumeOf("Li"))).toBe(true);
    const written = unwrap(await ana.service.write([mira.candidateId], fairWords, calm()));
    expect(written).toMatchObject({ people: 1, files: 0, leftOut: [mira.candidateId] });
  });

  it("that is stopped leaves no file, and nobody is no choice", async () => {
    const mira = await ana.applies("Mira Adeyemi", "", resumeOf("Mira"));
    await ana.gives("good.pbhand");
    const before = await stick.names();
    const stopping = new AbortController();
    const options = {
      onProgress: (done: number) => (done > 0.3 ? stopping.abort() : undefined),
      signal: stopping.signal,
    };
    expect(await ana.service.write([mira.candidateId], fairWords, options)).toMatchObject({
      error: { type: "cancelled" },
    });
    expect(await stick.names()).toEqual(before);
    expect(await ana.service.write([], fairWords, calm())).toEqual({
      ok: false,
      error: { type: "nobodyChosen" },
    });
  });
});
