import { describe, expect, it } from "vitest";
import { knownPeople } from "../../../../../src/domain/loop/meetings/known-people";
import type { Invitee } from "../../../../../src/domain/loop/meetings/meeting";
import type { Person } from "../../../../../src/domain/loop/roster";
import { aPerson, personId } from "../../../../support/builders/record";

const named = (id: string, name: string): Person => ({ ...aPerson(id), name });
const panel = [named("ana", "Ana Horvat"), named("ben", "Ben Ökafor")];
const invitee = (name: string, mail = "", comes = true): Invitee => ({ name, mail, comes });
const known = (...people: readonly Invitee[]) => knownPeople({ people: [...people] }, panel);

describe("the people of a meeting", () => {
  it.each([
    ["by their name", invitee("ana  HORVAT")],
    ["by their name turned round", invitee("Horvat, Ana")],
    ["by their address", invitee("", "ana.horvat@example.org")],
    ["by an address that stands where the name should", invitee("Ana_Horvat@example.org")],
  ])("are known %s", (_how, one) => {
    expect(known(one)).toEqual({ known: [personId("ana")], unknown: [], declined: [] });
  });

  it("are told apart where names do not meet, and listed by what the calendar calls them", () => {
    expect(known(invitee("Ana"), invitee("", "hr@example.org"))).toEqual({
      known: [],
      unknown: ["Ana", "hr@example.org"],
      declined: [],
    });
  });

  it("count once, and not as coming where they declined", () => {
    expect(
      known(invitee("Ana Horvat"), invitee("", "ana.horvat@x.org"), invitee("Ben Okafor", "", false)),
    ).toEqual({ known: [personId("ana")], unknown: [], declined: [personId("ben")] });
  });

  it("are nobody where a name fits two people", () => {
    const twins = [named("ana", "Ana Horvat"), named("noa", "Horvat Ana")];
    expect(knownPeople({ people: [invitee("Ana Horvat", "horvat.ana@x.org")] }, twins).known).toEqual([]);
  });
});
