import { expect, it } from "vitest";
import * as Y from "yjs";
import { changesBeyond } from "../../../src/sync/state-digest";

it("counts each letter, mark and entry that is missing, of every writer, and nothing that only the other lacks", () => {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  const vectors = () => [Y.encodeStateVector(one), Y.encodeStateVector(other)] as const;
  expect(changesBeyond(...vectors())).toBe(0);
  other.getText("discussion:care").insert(0, "eleven more");
  other.getMap("coverage").set("a", "asked");
  expect(changesBeyond(...vectors())).toBe(12);
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  expect(changesBeyond(...vectors())).toBe(0);
  one.getMap("entries").set("mine", Uint8Array.of(1));
  expect(changesBeyond(...vectors())).toBe(0);
  const [mine, theirs] = vectors();
  expect(changesBeyond(theirs, mine)).toBe(1);
});
