import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kitLeaf, kitRoot, rootOfLeaves } from "../../../../src/domain/kit/kit-root";
import type { KitPart } from "../../../../src/domain/sealing/entries";
import { rootHasher } from "../../../support/root-hasher";

const aPart = (path: string, text: string): KitPart => ({ path, audience: "all", text });

const attitude = aPart("attitude/candour", '{"definition":"Says it early.","id":"candour","name":"Candour"}');
const head = aPart("head", '{"title":"Café manager"}');
const levels = aPart("levels", '[{"id":"junior","name":"Junior"}]');

const sha256 = (...pieces: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
};
const leaf = (part: KitPart): Buffer => sha256("panelbook/1/kit-part", "\0", part.path, "\0", part.text);
const node = (left: Buffer, right: Buffer): Buffer => sha256("panelbook/1/kit-node", "\0", left, right);

describe("the root of a snapshot", () => {
  it("of three parts is the node over the first two, joined with the third as it is", () => {
    const root = node(node(leaf(attitude), leaf(head)), leaf(levels)).toString("base64url");
    expect(kitRoot([attitude, head, levels], rootHasher)).toBe(root);
  });

  it("keeps the vector that Python's hashlib gave", () => {
    expect(kitLeaf(attitude, rootHasher).hash).toBe("rcQFJFGKuQjYdxgGkR8W1JuMR83-W6X4LdgLWgqyHCU");
    expect(kitLeaf(head, rootHasher).hash).toBe("vkkzOWe7incM7xXzxsUhqi_cfe39GNLkzk3bogNvkdg");
    expect(kitRoot([attitude, head], rootHasher)).toBe("uOPhwDGPwOJqtjfI-giINR7EX3Ja3HfZ14U3h39uhNU");
    expect(kitRoot([attitude, head, levels], rootHasher)).toBe("dMJZXAbpDz3JDRJL950CUA7r20JhdMikI4r2YoBp328");
  });

  it("of one part is its leaf, and of none is a bug", () => {
    expect(kitRoot([head], rootHasher)).toBe(leaf(head).toString("base64url"));
    expect(() => kitRoot([], rootHasher)).toThrow("without parts");
  });

  it("does not depend on the order in which the parts come", () => {
    const root = kitRoot([attitude, head, levels], rootHasher);
    expect(kitRoot([levels, attitude, head], rootHasher)).toBe(root);
    expect(kitRoot([head, levels, attitude], rootHasher)).toBe(root);
  });

  it("differs when the last part is there twice", () => {
    const twice = kitRoot([attitude, head, levels, levels], rootHasher);
    const pairedWithItself = node(node(leaf(attitude), leaf(head)), node(leaf(levels), leaf(levels)));
    expect(twice).toBe(pairedWithItself.toString("base64url"));
    expect(twice).not.toBe(kitRoot([attitude, head, levels], rootHasher));
  });

  it("differs when a text or a path differs, and when a character moves from one to the other", () => {
    const root = kitRoot([attitude, head], rootHasher);
    expect(kitRoot([attitude, { ...head, text: '{"title":"Cafe manager"}' }], rootHasher)).not.toBe(root);
    expect(kitRoot([attitude, { ...head, path: "heads" }], rootHasher)).not.toBe(root);
    expect(kitRoot([aPart("levels", "12")], rootHasher)).not.toBe(
      kitRoot([aPart("levels1", "2")], rootHasher),
    );
  });

  it("can be checked by somebody who holds only the leaf of a part", () => {
    const known = [kitLeaf(attitude, rootHasher), kitLeaf(levels, rootHasher)];
    const hidden = { path: "head", hash: kitLeaf(head, rootHasher).hash };
    expect(rootOfLeaves([...known, hidden], rootHasher)).toBe(kitRoot([attitude, head, levels], rootHasher));
  });

  it("is the same for any number of parts as pairing level by level by hand", () => {
    const byHand = (hashes: readonly Buffer[]): Buffer => {
      const [first, second] = hashes;
      if (first === undefined) throw new Error("nothing to pair");
      if (second === undefined) return first;
      const width = 2 ** Math.floor(Math.log2(hashes.length - 1));
      return node(byHand(hashes.slice(0, width)), byHand(hashes.slice(width)));
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), (count) => {
        const parts = Array.from({ length: count }, (_, index) =>
          aPart(`p${String(index).padStart(3, "0")}`, "{}"),
        );
        expect(kitRoot(parts, rootHasher)).toBe(byHand(parts.map(leaf)).toString("base64url"));
      }),
      { seed: 20261123 },
    );
  });
});
