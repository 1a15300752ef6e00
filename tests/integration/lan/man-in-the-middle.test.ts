import { afterEach, describe, expect, it } from "vitest";
import type { JoinProgress, WaitingRequest } from "../../../electron/contract/lan";
import { joinLobby } from "../../../electron/main/lan/lobby-client";
import { createLobbyHost, type LobbyHost } from "../../../electron/main/lan/lobby-host";
import { loopIdSchema, personIdSchema } from "../../../src/domain/ids";
import { inviteText, parseWayIn, ticketOf, typedCodeText } from "../../../src/domain/loop/invite";
import { unwrap } from "../../../src/domain/result";
import { anId } from "../../support/builders/ids";
import { joinToken } from "../../support/lan/handshake";
import { aLaptop, charterHash, hostLoop, type Laptop } from "../../support/lan/laptop";
import { aServer } from "../../support/lan/signaling";
import { testVault } from "../../support/lan/test-vault";
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

/**
 * An attacker that has the joiner's traffic: it answers as the host with keys of its own and, as a laptop with keys
 * of its own, asks the real host.
 */
const attacker = async (realTypedCode: string) => {
  const [asHost, asJoiner] = [testVault(), testVault()];
  const way = unwrap(parseWayIn(realTypedCode, { now: null }));
  const ticket = ticketOf(way);
  let requests: readonly WaitingRequest[] = [];
  const lobby: LobbyHost = createLobbyHost({
    vault: asHost,
    onChange: (now) => {
      requests = now;
    },
    report: (error) => {
      throw error;
    },
  });
  const loopId = anId(loopIdSchema, "attackers-loop");
  lobby.open({ loopId, charterHash, label: ticket.label, protocol: 1, joinToken });
  const { server } = await aServer({}, { onLobby: lobby.serve });
  cleanUps.push(server.stop);
  const steps: JoinProgress[] = [];
  const asking = joinLobby({
    input: { ticket, protocol: 1, personName: "Ana", deviceLabel: "Ana's laptop" },
    vault: asJoiner,
    hasNetwork: () => true,
    onProgress: (progress) => steps.push(progress),
    report: () => undefined,
  });
  cleanUps.push(asking.cancel);
  asHost.secrets.set(loopId, new Uint8Array(32));
  return { port: server.port, ticket, lobby, steps, requests: () => requests };
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
    const code = { address: { host: "127.0.0.1", port: middle.port }, label: middle.ticket.label };
    const joinId = joiner.join(typedCodeText(code));
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
    const code = { address: { host: "127.0.0.1", port: middle.port }, label: middle.ticket.label };
    const joinId = joiner.join(typedCodeText(code));
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
