import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HiddenName, redactorOf } from "../../../../src/domain/record/redaction";

const ben: HiddenName = { name: "Ben Sato", instead: "[Panelist 1]", why: "panelist" };
const lina: HiddenName = { name: "Lina Haddad", instead: "[Panelist 2]", why: "panelist" };
const other: HiddenName = { name: "Zoë Muñoz", instead: "[another candidate]", why: "otherCandidate" };

describe("taking names out of a text", () => {
  const redact = redactorOf([ben, lina, other], "Noor Haddad");

  it.each([
    ["Ben Sato asked twice.", "[Panelist 1] asked twice."],
    ["I asked Ben’s question.", "I asked [Panelist 1]’s question."],
    ["“Sato!” she said", "“[Panelist 1]!” she said"],
    ["Ben  Sato", "[Panelist 1]"],
    ["as good as Zoë Muñoz", "as good as [another candidate]"],
    // The same name, its accents written as marks of their own.
    ["as good as Zoe\u0308 Mun\u0303oz", "as good as [another candidate]"],
    ["write to b.sato@lab.example now", "write to [address removed] now"],
  ])("%s", (given, left) => {
    expect(redact(given).text).toBe(left);
  });

  it.each(["the bench was clean", "Benefits of saving", "benign", "Sat on it"])(
    "leaves words that only look like a name: %s",
    (text) => {
      expect(redact(text)).toEqual({ text, reasons: [] });
    },
  );

  it("leaves a family name that is the subject’s own, and takes the whole name of who shares it", () => {
    expect(redact("Haddad answered Lina Haddad").text).toBe("Haddad answered [Panelist 2]");
  });

  it("says nothing about which of two people with one name it was", () => {
    const twice = redactorOf([ben, { ...lina, name: "Ben Lund" }], "Noor Haddad");
    expect(twice("Ben asked").text).toBe("[a panelist] asked");
  });

  it("counts every place by its reason", () => {
    expect(redact("Ben, Ben and Zoë at z@x.org").reasons).toEqual([
      "contact",
      "panelist",
      "panelist",
      "otherCandidate",
    ]);
  });

  it("takes a name with marks of patterns in it as it is", () => {
    const odd = redactorOf([{ ...ben, name: "A. (Bo) D*Angelo-[x]" }], "Noor Haddad");
    expect(odd("then A. (Bo) D*Angelo-[x] left").text).toBe("then [Panelist 1] left");
  });

  it("leaves no whole name in any text, wherever it stands", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (before, after) => {
        const { text } = redact(`${before} Ben Sato ${after}`);
        expect(text).not.toContain("Ben Sato");
      }),
    );
  });
});
