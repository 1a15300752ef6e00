import { describe, expect, it } from "vitest";
import { type Candidate, candidateSchema } from "../../../../src/domain/candidate/candidate";
import {
  areJoinedBothWays,
  findTwins,
  headsOf,
  join,
  joinedBy,
  keepApart,
  mayPart,
  part,
  samePerson,
} from "../../../../src/domain/candidate/one-person";
import { mergedSameness } from "../../../../src/domain/candidate/sameness";
import { candidateIdSchema } from "../../../../src/domain/ids";
import { unwrap } from "../../../../src/domain/result";
import { anApplication, later, onDay } from "../../../support/builders/application";
import { anId } from "../../../support/builders/ids";

const someone = (name: string, day: number, contact = ""): Candidate =>
  candidateSchema.parse({
    id: anId(candidateIdSchema, name),
    name,
    contact,
    kitId: null,
    createdAt: onDay(day),
  });
const ana = (day: number) => ({ at: onDay(day), by: "Ana" });
const refused = (type: string) => ({ ok: false, error: { type } });

const zoe = someone("Zoë Muñoz", 2, "zoe@example.org");
const munoz = someone("MUÑOZ Zoe", 3);
const li = someone("Li Wei", 4, "wei@example.org");

const joined = (one: Candidate, into: Candidate, day = 5): Candidate =>
  unwrap(join(one, into.id, ana(day), "Same passport", [one, into]));

describe("two candidates who may be one person", () => {
  it("are proposed by e-mail address or by name, the earlier one first, and never joined by it", () => {
    const mailed = someone("Zoe M.", 6, "ZOE@example.org");
    expect(
      findTwins([li, mailed, munoz, zoe]).map(({ earlier, later: second, likeness }) => [
        earlier.name,
        second.name,
        likeness,
      ]),
    ).toEqual([
      ["Zoë Muñoz", "Zoe M.", "sameMail"],
      ["Zoë Muñoz", "MUÑOZ Zoe", "sameName"],
    ]);
    expect(findTwins([zoe, li])).toEqual([]);
  });

  it("are not proposed again once somebody said that they are two, whichever of them it was said of", () => {
    const apart = unwrap(keepApart(munoz, zoe.id, ana(5)));
    expect(findTwins([zoe, apart])).toEqual([]);
    expect(findTwins([unwrap(keepApart(zoe, munoz.id, ana(5))), munoz])).toEqual([]);
    expect(keepApart(munoz, zoe.id, { at: onDay(5), by: " " })).toEqual(refused("nameMissing"));
  });

  it("are not proposed once they are joined", () => {
    expect(findTwins([zoe, joined(munoz, zoe)])).toEqual([]);
  });
});

describe("joining two candidates", () => {
  it("lists one under the other and keeps both names", () => {
    const both = [zoe, joined(munoz, zoe)];
    expect(headsOf(both).get(munoz.id)).toBe(zoe.id);
    expect(headsOf(both).get(zoe.id)).toBe(zoe.id);
    expect(both.map(({ name }) => name)).toEqual(["Zoë Muñoz", "MUÑOZ Zoe"]);
    expect(joinedBy(both[1] ?? zoe)).toMatchObject({ by: "Ana", reason: "Same passport" });
  });

  it("needs a name, a reason and two who are not one yet", () => {
    const both = [zoe, munoz];
    expect(join(munoz, zoe.id, ana(5), "  ", both)).toEqual(refused("reasonMissing"));
    expect(join(munoz, zoe.id, { at: onDay(5), by: "" }, "Same", both)).toEqual(refused("nameMissing"));
    expect(join(zoe, zoe.id, ana(5), "Same", both)).toEqual(refused("alreadyJoined"));
    const once = joined(munoz, zoe);
    expect(join(once, li.id, ana(6), "Same", [zoe, once, li])).toEqual(refused("alreadyJoined"));
    expect(join(zoe, once.id, ana(6), "Same", [zoe, once])).toEqual(refused("alreadyJoined"));
  });

  it("is possible anew for one who was joined to somebody who is not here", () => {
    const alone = joined(munoz, zoe);
    const anew = unwrap(join(alone, li.id, ana(6), "Same passport", [alone, li]));
    expect(headsOf([anew, li]).get(munoz.id)).toBe(li.id);
    expect(findTwins([anew, li])).toEqual([]);
    expect(samePerson([zoe, anew, li], munoz.id)).toEqual([munoz.id, li.id]);
    expect(samePerson([zoe, anew, li], zoe.id)).toEqual([zoe.id]);
  });

  it("and taking it back keep their order where the clock was set back in between", () => {
    const back = unwrap(part(joined(munoz, zoe, 5), ana(4), "Two passports", []));
    const merged = mergedSameness(back.sameness, unwrap(keepApart(munoz, li.id, ana(3))).sameness);
    expect(merged.map(({ kind }) => kind)).toEqual(["different", "joined", "parted"]);
  });

  it("the opposite way round on two laptops is taken back of both, or they stay one", () => {
    const [one, other] = [joined(munoz, zoe, 5), joined(zoe, munoz, 5)];
    expect(areJoinedBothWays(one, other)).toBe(true);
    const back = (candidate: Candidate) => unwrap(part(candidate, ana(6), "Two passports", []));
    expect(areJoinedBothWays(back(one), other)).toBe(false);
    expect(new Set(headsOf([back(one), other]).values()).size).toBe(1);
    expect(new Set(headsOf([back(one), back(other)]).values()).size).toBe(2);
  });

  it("is taken back with a reason as long as nothing happened to either since", () => {
    const one = joined(munoz, zoe);
    const before = anApplication({ candidateId: zoe.id });
    expect(mayPart(one, [before])).toBe(true);
    const back = unwrap(part(one, ana(6), "Two passports", [before]));
    expect(joinedBy(back)).toBeNull();
    expect(headsOf([zoe, back]).get(munoz.id)).toBe(munoz.id);
    expect(back.sameness.map(({ kind }) => kind)).toEqual(["joined", "parted"]);
    expect(part(one, ana(6), " ", [before])).toEqual(refused("reasonMissing"));
    expect(part(munoz, ana(6), "Two", [before])).toEqual(refused("notJoined"));
    const held = later(before, { kind: "held", at: onDay(6), by: "Ben", reason: "On leave" });
    expect(mayPart(one, [held])).toBe(false);
    expect(part(one, ana(7), "Two", [held])).toEqual(refused("somethingNew"));
  });

  it("made the opposite way round on two laptops ends with one of them for both", () => {
    const round = [joined(zoe, munoz), joined(munoz, zoe)];
    const heads = headsOf(round);
    expect(heads.get(zoe.id)).toBe(heads.get(munoz.id));
    expect(headsOf(round.toReversed())).toEqual(heads);
  });

  it("to somebody who is gone leaves the candidate standing alone", () => {
    expect(headsOf([joined(munoz, zoe)]).get(munoz.id)).toBe(munoz.id);
  });
});

describe("what two laptops say about one candidate", () => {
  it("is each act once, by time, and the very same where nothing is new", () => {
    const here = joined(munoz, zoe).sameness;
    const there = unwrap(part(joined(munoz, zoe), ana(6), "Two", [])).sameness;
    expect(mergedSameness(here, there)).toEqual(there);
    expect(mergedSameness(there, here)).toBe(there);
  });
});

describe("a candidate of version 1", () => {
  it("is read as one about whom nobody said anything", () => {
    const { sameness: _, ...older } = zoe;
    expect(candidateSchema.parse(older)).toEqual(zoe);
  });
});
