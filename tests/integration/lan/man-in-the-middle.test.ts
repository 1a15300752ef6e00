import { afterEach, describe, expect, it } from "vitest";
import { personIdSchema } from "../../../src/domain/ids";
import { inviteText, parseWayIn } from "../../../src/domain/loop/invite";
import { unwrap } from "../../../src/domain/result";
import { anId } from "../../support/builders/ids";
import { aLaptop, hostLoop, type Laptop } from "../../support/lan/laptop";
import { manInTheMiddle } from "../../support/lan/man-in-the-middle";
import { wireClient } from "../../support/lan/wire-client";

const cleanUps: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const laptop = (): Laptop => {
  const made = aLaptop();
  cleanUps.push(made.lan.stop);
  return made;
};

const attacker = async (realTypedCode: string) => {
  const middle = await manInTheMiddle(realTypedCode);
  cleanUps.push(middle.stop);
  return middle;
};

describe("a man in the middle with keys of its own", () => {
  it("is refused by a joiner whose invite names the host's key, before the joiner says who it is", async () => {
    const host = laptop();
    const hosting = await hostLoop(host);
    const middle = await attacker(hosting.typedCode);
    const way = unwrap(parseWayIn(hosting.invite, { now: null }));
    if (way.kind !== "invite") throw new Error("a full invite");
    const address = { host: "127.0.0.1", port: middle.port };
    const joiner = laptop();
    const joinId = joiner.join(inviteText({ ...way.invite, addresses: [address] }));
    const failed = await joiner.until(joinId, "failed");
    expect(failed.problem).toEqual({ type: "notTheHost", address: `127.0.0.1:${middle.port}` });
    expect(middle.requests()).toEqual([]);
  });

  it("makes the facilitator and the person who typed the code see different words", async () => {
    const host = laptop();
    const hosting = await hostLoop(host);
    const middle = await attacker(hosting.typedCode);
    const joiner = laptop();
    const joinId = joiner.join(middle.typedCode);
    const waiting = await joiner.until(joinId, "waiting");
    const [request] = await host.untilRequests((requests) => requests.length === 1);
    expect(waiting.compareWords).toBe(true);
    expect(request).toMatchObject({ name: "Ana", invited: false });
    expect(request?.words).not.toEqual(waiting.words);
  });

  it("cannot bring the joiner into a loop of its own while the words are not confirmed", async () => {
    const host = laptop();
    const middle = await attacker((await hostLoop(host)).typedCode);
    const joiner = laptop();
    const joinId = joiner.join(middle.typedCode);
    await joiner.until(joinId, "waiting");
    const [request] = middle.requests();
    const admitted = middle.lobby.admit(request?.requestId ?? "", anId(personIdSchema, "ana"));
    await wireClient(`ws://127.0.0.1:${middle.port}/lobby`, null);
    expect(joiner.steps(joinId).at(-1)?.step).toBe("waiting");
    joiner.lan.handlers["lan.cancelJoin"]({ joinId });
    expect(await admitted).toEqual({ ok: false, error: { type: "left" } });
    expect(joiner.vault.accepted).toEqual([]);
  });
});
