import { describe, expect, it } from "vitest";
import { nodeCrypto } from "../../../../../electron/main/vault/node-crypto";
import { handOverKinds, readPerson } from "../../../../../src/domain/candidates/hand-over/contents";
import { candidateIdSchema } from "../../../../../src/domain/ids";
import { anApplication, onDay } from "../../../../support/builders/application";
import { anId } from "../../../../support/builders/ids";

const { id, kitId, events } = anApplication();
const stamp = { at: onDay(3), by: "Ana" };

const reading = (more: { readonly event?: object; readonly act?: object }) => {
  const person = {
    candidate: {
      id: anId(candidateIdSchema, "zoe"),
      name: "Zoë Muñoz",
      contact: "",
      kitId: null,
      createdAt: onDay(2),
      sameness: more.act === undefined ? [] : [more.act],
    },
    applications: [{ id, kitId, events: more.event === undefined ? events : [...events, more.event] }],
  };
  return readPerson(
    { kind: handOverKinds.person, bytes: nodeCrypto.utf8(JSON.stringify(person)) },
    nodeCrypto,
  );
};
const refused = (type: string) => ({ ok: false, error: { type } });

describe("a person in a hand-over", () => {
  it("is read where everything that happened has a known kind", () => {
    expect(reading({ event: { ...stamp, kind: "held", reason: "On leave" } }).ok).toBe(true);
  });

  it("of a newer program is told as such, by an event or an act without a known kind", () => {
    expect(reading({ event: { ...stamp, kind: "teleported" } })).toEqual(refused("updateFirst"));
    expect(reading({ act: { ...stamp, kind: "cloned" } })).toEqual(refused("updateFirst"));
  });

  it("that is no such thing is refused as a bad file", () => {
    expect(reading({ event: { ...stamp, kind: "held" } })).toEqual(refused("contentsInvalid"));
    expect(reading({ act: { ...stamp, kind: 7 } })).toEqual(refused("contentsInvalid"));
  });
});
