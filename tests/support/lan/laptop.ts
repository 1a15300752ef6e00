import type { networkInterfaces } from "node:os";
import type { JoinProgress, LanNotices, WaitingRequest } from "../../../electron/contract/lan";
import { type Lan, type LanOptions, setupLan } from "../../../electron/main/lan";
import { hashSchema, type LoopId, loopIdSchema } from "../../../src/domain/ids";
import { unwrap } from "../../../src/domain/result";
import { anId } from "../builders/ids";
import { nodeCrypto } from "./node-crypto";
import { type TestVault, testVault } from "./test-vault";
import { appOrigin } from "./wire-client";

type Step = JoinProgress["step"];
type At<Name extends Step> = Extract<JoinProgress, { step: Name }>;

/** One laptop with a vault of its own, reachable on the loopback interface. */
export interface Laptop {
  readonly vault: TestVault;
  readonly lan: Lan;
  readonly bugs: readonly unknown[];
  readonly requests: () => readonly WaitingRequest[];
  /** The list of requests once it fits, now or later. */
  readonly untilRequests: (
    fits: (requests: readonly WaitingRequest[]) => boolean,
  ) => Promise<readonly WaitingRequest[]>;
  /** Starts to join and answers the attempt's id. */
  readonly join: (invite: string, name?: string) => string;
  readonly steps: (joinId: string) => readonly JoinProgress[];
  /** The attempt's progress once it is at this step; rejects where it ended otherwise. */
  readonly until: <Name extends Step>(joinId: string, step: Name) => Promise<At<Name>>;
}

const onlyLoopback = (): ReturnType<typeof networkInterfaces> => ({
  lo: [
    {
      address: "127.0.0.1",
      family: "IPv4",
      internal: true,
      netmask: "255.0.0.0",
      mac: "00:00:00:00:00:00",
      cidr: "127.0.0.1/8",
    },
  ],
});

const ended = (progress: JoinProgress): boolean => ["admitted", "refused", "failed"].includes(progress.step);

export const aLaptop = (over: Partial<LanOptions> = {}): Laptop => {
  const vault = testVault();
  const bugs: unknown[] = [];
  const waiting = new Set<() => void>();
  const attempts = new Map<string, JoinProgress[]>();
  let requests: readonly WaitingRequest[] = [];
  const notify = <Name extends keyof LanNotices>(name: Name, payload: LanNotices[Name]) => {
    if ("requests" in payload) requests = payload.requests;
    else if ("joinId" in payload)
      attempts.set(payload.joinId, [...(attempts.get(payload.joinId) ?? []), payload.progress]);
    for (const check of [...waiting]) check();
    return name;
  };
  const lan = setupLan({
    vault,
    notify,
    report: (error) => bugs.push(error),
    origins: [appOrigin],
    server: { port: 0, ports: 1, hosts: ["127.0.0.1"] },
    interfaces: onlyLoopback,
    ...over,
  });
  const until = <Value>(look: () => Value | Error | undefined): Promise<Value> =>
    new Promise((resolve, reject) => {
      const check = () => {
        const found = look();
        if (found === undefined) return;
        waiting.delete(check);
        if (found instanceof Error) reject(found);
        else resolve(found);
      };
      waiting.add(check);
      check();
    });
  const at = <Name extends Step>(joinId: string, step: Name): At<Name> | Error | undefined => {
    const steps = attempts.get(joinId) ?? [];
    const found = steps.find((progress): progress is At<Name> => progress.step === step);
    const end = steps.find(ended);
    return found ?? (end === undefined ? undefined : new Error(`ended with ${JSON.stringify(end)}`));
  };
  return {
    vault,
    lan,
    bugs,
    requests: () => requests,
    untilRequests: (fits) => until(() => (fits(requests) ? requests : undefined)),
    join: (invite, name = "Ana") => {
      const joinId = nodeCrypto.toBase64Url(nodeCrypto.randomBytes(16));
      const input = { joinId, invite, name, deviceLabel: `${name}'s laptop` };
      unwrap(lan.handlers["lan.join"](input) as never);
      return joinId;
    },
    steps: (joinId) => attempts.get(joinId) ?? [],
    until: (joinId, step) => until(() => at(joinId, step)),
  };
};

export const charterHash = hashSchema.parse("c".repeat(43));

/** Hosts a loop with a secret of its own and answers what the facilitator shows. */
export const hostLoop = async (host: Laptop, name = "loop") => {
  const loopId: LoopId = anId(loopIdSchema, name);
  if (!host.vault.secrets.has(loopId)) host.vault.secrets.set(loopId, nodeCrypto.randomBytes(32));
  return unwrap(await host.lan.handlers["lan.host"]({ loopId, charterHash, protocol: 1 }));
};
