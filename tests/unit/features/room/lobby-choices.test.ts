import { describe, expect, it } from "vitest";
import { joinTrouble } from "../../../../src/features/room/join-troubles";
import { lobbyChoices } from "../../../../src/features/room/lobby-choices";
import { roomTrouble } from "../../../../src/features/room/room-troubles";
import { aDevice } from "../../../support/builders/loop-view";
import { aPerson } from "../../../support/builders/record";

const persons = ["ana", "tomas", "ines"].map((name) => aPerson(name));
const choices = (name: string) => lobbyChoices({ persons, devices: [aDevice("ana")] }, name);

describe("as whom a laptop at the door is let in", () => {
  it("is the person without a laptop who has the name that was given, however it is written", () => {
    for (const name of [" INES ", "inés", "ＩＮＥＳ"]) expect(choices(name).likely?.name).toBe("ines");
  });

  it("is nobody until the facilitator chooses, where no such name is in the plan", () => {
    expect(choices("stranger").likely).toBeNull();
  });

  it("is nobody until the facilitator chooses, where that person has a laptop already", () => {
    expect(choices("ana").likely).toBeNull();
  });

  it("may be anybody of the plan, those without a laptop apart from a second laptop", () => {
    expect(choices("ines").free.map(({ name }) => name)).toEqual(["tomas", "ines"]);
    expect(choices("ines").taken.map(({ name }) => name)).toEqual(["ana"]);
  });
});

describe("a failure on the way into a room", () => {
  it.each([
    "empty",
    "notAnInvite",
    "damaged",
    "badTypedCode",
    "badName",
    "expired",
    "inviteExpired",
    "noNetwork",
    "unreachable",
    "notPanelbook",
    "notTheHost",
    "thisLaptop",
    "noSuchLoop",
    "denied",
    "tooMany",
    "timedOut",
    "replaced",
    "updateFirst",
    "hostMustUpdate",
    "hostStopped",
    "hostGone",
    "badAnswer",
    "badMessage",
    "wrapDoesNotOpen",
    "otherSecret",
    "notStored",
  ])("is told without its code: %s", (type) => {
    const { what, safe, todo } = joinTrouble({ type });
    expect(`${what} ${safe} ${todo}`).not.toContain(`(${type})`);
  });

  it.each(["portTaken", "noNetwork", "listenFailed", "labelTaken", "noSuchRequest", "left", "notConfirmed"])(
    "is told to the host without its code: %s",
    (type) => {
      expect(roomTrouble({ type }).what).not.toContain(`(${type})`);
    },
  );

  it("that nobody has words for is told with its code, so that it can be reported", () => {
    expect(joinTrouble({ type: "neverSeen" }).what).toContain("(neverSeen)");
    expect(roomTrouble({ type: "neverSeen" }).what).toContain("(neverSeen)");
  });
});
