import { createServer } from "node:http";
import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashSchema, timestampSchema } from "../../src/domain/ids";
import { type FullInvite, inviteText, parseWayIn } from "../../src/domain/loop/invite";
import { defaultLanPort } from "../../src/domain/loop/lan-address";
import { unwrap } from "../../src/domain/result";
import { addBundledKit, knock, openRoom, planLoop } from "../support/e2e/acts";
import { type TestLaptop, testDesk } from "../support/e2e/desk";
import { closedPort, takePorts } from "../support/e2e/ports";

const desk = testDesk();
const candidate = "Noor Haddad";
let host: TestLaptop;
let guest: TestLaptop;
let invite: string;

beforeAll(async () => {
  [host, guest] = await Promise.all([desk.open("Mara Lindqvist"), desk.open("Tomas Okafor")]);
  await addBundledKit(host);
  await planLoop(host, candidate, [guest.person]);
});
afterAll(() => desk.clear());

const read = (): FullInvite => {
  const way = unwrap(parseWayIn(invite, { now: null }));
  if (way.kind !== "invite") throw new Error("the room shows no full invite");
  return way.invite;
};

/** The invite on the screen with some of it changed, under a checksum that fits. */
const changed = (change: Partial<FullInvite>): string => inviteText({ ...read(), ...change });

const refused = async (wayIn: string, what: string, todo: string): Promise<void> => {
  await knock(guest, wayIn);
  const alert = guest.page.getByRole("alert");
  await alert.filter({ hasText: what }).filter({ hasText: todo }).waitFor();
};

describe("opening the room", () => {
  it("says so where other programs have every port, and works when they are gone", async () => {
    const free = await takePorts(Array.from({ length: 10 }, (_, index) => defaultLanPort + index));
    try {
      await host.click("Open the room");
      await host.sees("every port it tried is taken");
      await host.sees("Close other programs that share on the network, then open the room again.");
    } finally {
      await free();
    }
    invite = await openRoom(host);
    expect(await host.page.getByRole("alert").count()).toBe(0);
  });
});

describe("a way in that leads nowhere is answered in words with what to do:", () => {
  it("a text that is no invite", async () => {
    await refused("see you at nine", "This is not an invite.", "Copy it again from the facilitator’s room");
  });

  it("an invite that was not copied whole", async () => {
    const cut = invite.slice(0, -5);
    await refused(cut, "Letters of this invite are missing or changed.", "Copy all of it again");
  });

  const isAlone = !Object.values(networkInterfaces()).some((all) => all?.some(({ internal }) => !internal));
  it.skipIf(isAlone)(
    "an invite to an address where nothing listens (this machine needs a network)",
    async () => {
      const addresses = [{ host: "127.0.0.1", port: await closedPort() }];
      const way = changed({ addresses });
      await refused(
        way,
        "does not answer at the address in the invite",
        "both laptops are on the same network",
      );
    },
  );

  it("an invite to an address where another program answers", async () => {
    const other = createServer((_request, response) => response.end("hello"));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    try {
      const address = other.address();
      if (address === null || typeof address !== "object") throw new Error("no address");
      const way = changed({ addresses: [{ host: "127.0.0.1", port: address.port }] });
      await refused(way, "it is not Panelbook", "Compare the address with the facilitator’s screen.");
    } finally {
      other.close();
    }
  });

  it("an invite that was made by another laptop than the one that answers", async () => {
    const way = changed({ facilitatorKey: hashSchema.parse("A".repeat(43)) });
    await refused(way, "its key is not the one in the invite", "tell them that somebody else answers");
  });

  it("an invite whose time is over", async () => {
    const way = changed({ expiresAt: timestampSchema.parse("2020-01-01T00:00:00.000Z") });
    await refused(way, "no longer the current one", "Ask the facilitator for the one");
  });

  it("a typed code with letters of no open loop", async () => {
    const code = (await host.page.getByTestId("typed-code").textContent()) ?? "";
    const [address, label] = code.split("/");
    const other = label === "BBBB" ? "CCCC" : "BBBB";
    await refused(`${address}/${other}`, "no open loop with these four letters", "Check the four letters");
  });

  it("a typed code that cannot be one", async () => {
    const code = (await host.page.getByTestId("typed-code").textContent()) ?? "";
    await refused(
      `${code.split("/")[0]}/AEIO`,
      "This code cannot be right.",
      "an address, a stroke, four letters",
    );
  });

  it("the invite of a room that was closed and opened again", async () => {
    const before = invite;
    await host.click("Close the room");
    invite = await openRoom(host);
    expect(invite).not.toBe(before);
    await refused(before, "no longer the current one", "Ask the facilitator for the one that is shown");
  });

  it("and nobody waits at the door, and no loop is on the other laptop", async () => {
    expect(await host.page.getByText("wants to come in").count()).toBe(0);
    await guest.follow("Loops");
    await guest.sees("No loop on this laptop yet");
  });
});
