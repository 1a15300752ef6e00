import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { updateReason } from "../../../../src/sync/gate/update-check";

const made = (write: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc();
  write(doc);
  return Y.encodeStateAsUpdate(doc);
};
const reasonFor = (write: (doc: Y.Doc) => void): string | null => updateReason(made(write), 1000);

describe("an update of a loop's document", () => {
  it("may write plain values, bytes and text under the names of a loop, and delete them", () => {
    const reason = reasonFor((doc) => {
      doc.getMap("entries").set("hash", Uint8Array.from([1, 2]));
      doc.getMap("kitParts").set("path", "{}");
      doc.getMap("coverage").set("a/b/c", "asked");
      doc.getMap("progress").set("a/b", { answered: 1, of: 2 });
      doc.getMap("handOffs").set("id", { from: "a", to: null, text: "t", at: "now" });
      doc.getMap("coverage").set("a/b/c", "notAsked");
      doc.getMap("coverage").delete("a/b/c");
      doc.getText("discussion:sample-handling").insert(0, "We differ.");
      doc.getText("discussion:sample-handling").delete(0, 3);
    });
    expect(reason).toBeNull();
  });

  it("may be a difference between two states", () => {
    const doc = new Y.Doc();
    doc.getText("discussion:x").insert(0, "one");
    const before = Y.encodeStateVector(doc);
    doc.getText("discussion:x").insert(1, "two");
    doc.getText("discussion:x").delete(0, 1);
    expect(updateReason(Y.encodeStateAsUpdate(doc, before), 10)).toBeNull();
    expect(updateReason(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc)), 10)).toBeNull();
  });

  it.each<[string, (doc: Y.Doc) => void]>([
    ["another map", (doc) => doc.getMap("drafts").set("k", 1)],
    ["a name that only begins like a note's", (doc) => doc.getText("discussion:").insert(0, "x")],
    ["a name of an object's insides", (doc) => doc.getMap("__proto__").set("k", 1)],
    ["a key without end", (doc) => doc.getMap("coverage").set("k".repeat(301), "asked")],
  ])("may not touch %s", (_, write) => {
    expect(reasonFor(write)).toBe("foreignName");
  });

  it.each<[string, (doc: Y.Doc) => void]>([
    ["a nested map", (doc) => doc.getMap("coverage").set("k", new Y.Map())],
    ["a nested text", (doc) => doc.getMap("handOffs").set("k", new Y.Text("x"))],
    ["a document in the document", (doc) => doc.getMap("entries").set("k", new Y.Doc())],
    ["formatted text", (doc) => doc.getText("discussion:x").insert(0, "x", { bold: true })],
    ["an embedded object", (doc) => doc.getText("discussion:x").insertEmbed(0, { image: "x" })],
    ["a value nested without end", (doc) => doc.getMap("coverage").set("k", [[[[[1]]]]])],
  ])("may not hold %s", (_, write) => {
    expect(["foreignContent", "foreignName"]).toContain(reasonFor(write));
  });

  it("may hold as many structs as the limit and not one more", () => {
    const update = made((doc) => {
      for (let index = 0; index < 50; index += 1) doc.getMap("coverage").set(`k${index}`, "asked");
    });
    expect(updateReason(update, 50)).toBeNull();
    expect(updateReason(update, 49)).toBe("tooManyStructs");
  });

  it("that claims 33.5 million structs in seven bytes is refused without reserving room for them", () => {
    const claim = Uint8Array.from([1, 0xff, 0xff, 0xff, 0x0f, 1, 0]);
    const before = process.memoryUsage().rss;
    for (let round = 0; round < 20; round += 1) expect(updateReason(claim, 1_000_000)).toBe("notAnUpdate");
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  it("that claims a run of deleted content without end is refused", () => {
    // One client, one struct, client 1 at clock 0: garbage (info 0) of length 2^40.
    const endless = Uint8Array.from([1, 1, 1, 0, 0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20, 0]);
    expect(updateReason(endless, 10)).toBe("notAnUpdate");
    const short = Uint8Array.from([1, 1, 1, 0, 0, 5, 0]);
    expect(updateReason(short, 10)).toBeNull();
    const empty = Uint8Array.from([1, 1, 1, 0, 0, 0, 0]);
    expect(updateReason(empty, 10)).toBe("notAnUpdate");
  });

  it("cut off anywhere, or with bytes behind it, is none", () => {
    const update = made((doc) => {
      doc.getMap("coverage").set("a/b/c", "asked");
      doc.getMap("coverage").set("a/b/c", "notAsked");
    });
    for (let length = 0; length < update.length; length += 1) {
      expect(updateReason(update.slice(0, length), 10), `${length} bytes`).toBe("notAnUpdate");
    }
    expect(updateReason(Uint8Array.from([...update, 0]), 10)).toBe("notAnUpdate");
  });

  it("in the second encoding is not taken for one in the first", () => {
    const doc = new Y.Doc();
    doc.getMap("coverage").set("a/b/c", "asked");
    expect(updateReason(Y.encodeStateAsUpdateV2(doc), 10)).toBe("notAnUpdate");
  });
});
