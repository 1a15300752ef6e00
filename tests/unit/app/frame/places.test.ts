import { describe, expect, it } from "vitest";
import { findPlaces, fixedPlaces, type Place, placesOf } from "../../../../src/app/frame/places";

const place = (label: string, note = ""): Place => ({ path: `/${label}`, label, note, group: "" });
const labels = (places: readonly Place[]): string[] => places.map(({ label }) => label);

describe("the search that goes anywhere", () => {
  it("shows every place in its order for an empty query", () => {
    expect(findPlaces(fixedPlaces, "  ")).toEqual(fixedPlaces);
  });

  it("puts a label that begins with the query first, then words in it, then inside a word, then notes", () => {
    const places = [
      place("Nothing", "a manager"),
      place("Comanager"),
      place("Partner Manager"),
      place("Manager"),
    ];
    expect(labels(findPlaces(places, "manager"))).toEqual([
      "Manager",
      "Partner Manager",
      "Comanager",
      "Nothing",
    ]);
  });

  it("needs every word of the query", () => {
    const places = [place("Partner Manager", "Mahoney"), place("Partner")];
    expect(labels(findPlaces(places, "partner mahoney"))).toEqual(["Partner Manager"]);
    expect(findPlaces(places, "partner nobody")).toEqual([]);
  });

  it("does not mind case or accents", () => {
    expect(labels(findPlaces([place("Zoë Muñoz")], "zoe MUNOZ"))).toEqual(["Zoë Muñoz"]);
  });

  it("treats signs in a query as text", () => {
    expect(findPlaces([place("Manager")], ".*")).toEqual([]);
    expect(labels(findPlaces([place("C++ lead")], "c++"))).toEqual(["C++ lead"]);
  });

  it("has nothing more than the fixed places on an empty laptop", () => {
    expect(placesOf({ kits: [], candidates: [], loops: [] })).toEqual([]);
  });
});
