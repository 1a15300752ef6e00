import { describe, expect, it } from "vitest";
import type { Bridge } from "../../../electron/contract/bridge";
import type { WallFailure } from "../../../electron/contract/envelope";
import { bridgeShell } from "../../../src/shell/bridge-shell";

const unasked = () => {
  throw new Error("nobody asks this here");
};

const bridgeAnswering = (error: WallFailure | { readonly type: "cancelled" }): Bridge => {
  const answer = async () => ({ ok: false as const, error });
  const wall = async () => ({ ok: false as const, error: error as WallFailure });
  const bridge: Pick<Bridge, "app" | "files"> = {
    app: { info: wall, copyText: wall, onResumed: unasked },
    files: { save: answer, savePage: answer, openText: answer },
  };
  return bridge as Bridge;
};

const file = { kind: "text", suggestedName: "a.txt", bytes: new Uint8Array() } as const;

describe("the shell over the bridge", () => {
  it("hands on a failure a person can do something about", async () => {
    const shell = bridgeShell(bridgeAnswering({ type: "cancelled" }));
    expect(await shell.saveFile(file)).toEqual({ ok: false, error: { type: "cancelled" } });
  });

  it("throws a bug of the desktop side with its reference", async () => {
    const shell = bridgeShell(bridgeAnswering({ type: "bug", reference: "0f0f0f0f" }));
    await expect(shell.saveFile(file)).rejects.toMatchObject({ name: "ShellBug", reference: "0f0f0f0f" });
    await expect(shell.appInfo()).rejects.toMatchObject({ name: "ShellBug", kind: "bug" });
  });

  it("throws a refused payload with the places at fault", async () => {
    const issues = ["bytes: custom", "kind: invalid_value"];
    const shell = bridgeShell(bridgeAnswering({ type: "refusedPayload", channel: "files.save", issues }));
    await expect(shell.saveFile(file)).rejects.toMatchObject({
      reference: "bytes: custom; kind: invalid_value",
    });
  });

  it("throws a refused sender", async () => {
    const shell = bridgeShell(bridgeAnswering({ type: "refusedSender" }));
    await expect(shell.openTextFile({ kind: "text" })).rejects.toMatchObject({ kind: "refusedSender" });
  });
});
