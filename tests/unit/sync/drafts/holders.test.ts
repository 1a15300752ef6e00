import { describe, expect, it } from "vitest";
import { deviceIdSchema } from "../../../../src/domain/ids";
import { chooseHolders } from "../../../../src/sync/drafts/holders";
import { aHash } from "../../../support/builders/ids";
import { personId } from "../../../support/builders/record";

const device = (name: string) => aHash(deviceIdSchema, name);
const laptop = (person: string, name = person) => ({ deviceId: device(name), personId: personId(person) });
const me = personId("ana");
const chosen = (here: readonly ReturnType<typeof laptop>[], before: readonly string[] = []) =>
  chooseHolders(here, me, new Set(before.map(device)));

describe("who holds a card in progress", () => {
  it("is at most three laptops, and never one of its author's", () => {
    const here = ["ana", "ben", "cleo", "dora", "emil"].map((name) => laptop(name));
    expect(chosen(here)).toEqual(["ben", "cleo", "dora"].map(device));
  });

  it("is a laptop of another person before a second one of the same", () => {
    const here = [laptop("ben", "ben-1"), laptop("ben", "ben-2"), laptop("cleo", "later")];
    expect(chosen(here)).toEqual([device("ben-1"), device("later"), device("ben-2")]);
  });

  it("stays who it was; a fourth is not added because one of three is away", () => {
    const here = [laptop("ben"), laptop("cleo"), laptop("emil")];
    expect(chosen(here, ["cleo", "dora", "ben"])).toEqual([device("ben"), device("cleo")]);
    expect(chosen(here, ["dora"])).toEqual([device("ben"), device("cleo")]);
  });

  it("is nobody in an empty room", () => {
    expect(chosen([laptop("ana", "ana-at-home")])).toEqual([]);
  });
});
