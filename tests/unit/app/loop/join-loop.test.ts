import { describe, expect, it } from "vitest";
import type { Bridge } from "../../../../electron/contract/bridge";
import type { JoinProgress } from "../../../../electron/contract/lan";
import { type Admission, joinLoop } from "../../../../src/app/loop/join-loop";
import type { Failure } from "../../../../src/bindings/services";
import { hashSchema } from "../../../../src/domain/ids";
import { err, ok, type Result } from "../../../../src/domain/result";
import { aHash } from "../../../support/builders/ids";
import { loopId, personId } from "../../../support/builders/record";
import { aDevice, keysOf } from "../../../support/sealing/devices";
import { whenLive } from "../../../support/store/when-ready";

type Asked = Awaited<ReturnType<Bridge["lan"]["join"]>>;

const words = ["amber", "birch", "cedar", "dune", "ember", "fjord"];
const waiting: JoinProgress = { step: "waiting", words, compareWords: true, wordsConfirmed: false };
const admitted: JoinProgress = {
  step: "admitted",
  loopId,
  generation: 1,
  charterHash: aHash(hashSchema, "charter"),
  personId: personId("ben"),
  host: keysOf(aDevice("ana")),
  signalingUrls: ["ws://192.168.10.4:47111"],
};

const aJoin = (
  keep: (admission: Admission) => Promise<Failure | null> = async () => null,
  answer: Asked = ok(undefined),
) => {
  const listeners = new Set<Parameters<Bridge["lan"]["onJoin"]>[0]>();
  const canceled: string[] = [];
  const confirmed: string[] = [];
  const lan: Pick<Bridge["lan"], "join" | "onJoin" | "confirmWords" | "cancelJoin"> = {
    join: async () => answer,
    onJoin: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    confirmWords: async ({ joinId }) => ok(void confirmed.push(joinId)),
    cancelJoin: async ({ joinId }) => ok(void canceled.push(joinId)),
  };
  const input = { invite: "PB1.x", name: "Ben", deviceLabel: "" };
  const joining = joinLoop(lan as Bridge["lan"], "mine", input, keep);
  const tell = (progress: JoinProgress, joinId = "mine"): void => {
    for (const listener of [...listeners]) listener({ joinId, progress });
  };
  const atStep = (step: string) => whenLive(joining, (state): state is typeof state => state.step === step);
  return { joining, tell, atStep, listeners, canceled, confirmed };
};

describe("joining a loop", () => {
  it("shows the words while they wait to be compared, and keeps them in view afterwards", async () => {
    const { joining, tell, confirmed } = aJoin();
    expect(joining.get().step).toBe("connecting");
    tell(waiting);
    expect(joining.get()).toMatchObject({ step: "waiting", words, compareWords: true });
    joining.confirmWords();
    expect(confirmed).toEqual(["mine"]);
    tell({ ...waiting, wordsConfirmed: true });
    expect(joining.get()).toMatchObject({ step: "waiting", words, compareWords: false });
  });

  it("leaves the door at once where the words differ, says so, and no later notice changes that", async () => {
    const { joining, tell, canceled, listeners } = aJoin();
    tell(waiting);
    joining.refuseWords();
    expect(canceled).toEqual(["mine"]);
    expect(listeners.size).toBe(0);
    expect(joining.get()).toMatchObject({ step: "failed", problem: { type: "wordsDiffer" } });
    joining.refuseWords();
    expect(canceled).toEqual(["mine"]);
  });

  it("cannot refuse words that are not on the screen", () => {
    const { joining, canceled } = aJoin();
    joining.refuseWords();
    expect(joining.get().step).toBe("connecting");
    expect(canceled).toEqual([]);
  });

  it("says admitted only when the loop is kept, and hears no more then", async () => {
    let kept = (_problem: Failure | null): void => undefined;
    const { joining, tell, atStep, listeners } = aJoin(
      () =>
        new Promise((resolve) => {
          kept = resolve;
        }),
    );
    tell(admitted);
    expect(joining.get().step).toBe("connecting");
    expect(listeners.size).toBe(0);
    kept(null);
    expect(await atStep("admitted")).toMatchObject({ loopId, problem: null });
  });

  it("fails where the loop cannot be kept on this laptop", async () => {
    const { tell, atStep } = aJoin(async () => ({ type: "diskFull" }));
    tell(admitted);
    expect((await atStep("failed")).problem).toEqual({ type: "diskFull" });
  });

  it("fails at once for what is no invite, and hears no more", async () => {
    const refused = err({ type: "notAnInvite" }) as Result<never, { readonly type: "notAnInvite" }> as Asked;
    const { atStep, listeners } = aJoin(undefined, refused);
    expect((await atStep("failed")).problem).toEqual({ type: "notAnInvite" });
    expect(listeners.size).toBe(0);
  });

  it("says why it was not let in", async () => {
    const { tell, atStep, listeners } = aJoin();
    tell({ step: "refused", problem: { type: "denied" } });
    expect((await atStep("refused")).problem).toEqual({ type: "denied" });
    expect(listeners.size).toBe(0);
  });

  it("hears only of its own attempt", () => {
    const { joining, tell } = aJoin();
    tell(waiting, "another");
    expect(joining.get().step).toBe("connecting");
  });

  it("canceled leaves the door, also twice; admitted there is no door to leave", async () => {
    const { joining, tell, listeners, canceled } = aJoin();
    tell(waiting);
    joining.cancel();
    joining.cancel();
    expect(canceled).toEqual(["mine", "mine"]);
    expect(listeners.size).toBe(0);
    const inside = aJoin();
    inside.tell(admitted);
    await inside.atStep("admitted");
    inside.joining.cancel();
    expect(inside.canceled).toEqual([]);
  });
});
