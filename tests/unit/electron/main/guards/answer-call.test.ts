import { describe, expect, it } from "vitest";
import { z } from "zod";
import { answerCall, type CallRules } from "../../../../../electron/main/guards/answer-call";
import { bugText } from "../../../../../electron/main/guards/bug-text";
import { ok } from "../../../../../src/domain/result";

const schema = z.strictObject({ name: z.string(), pages: z.number() });
const call = { channel: "files.save", trusted: true, input: { name: "pack", pages: 3 } };

const rulesWith = (handler: CallRules["handler"]): CallRules => ({ schema, handler, logBug: () => "ref-1" });
const unreachable: CallRules = rulesWith(() => {
  throw new Error("the handler must not be asked");
});

describe("a call over the wall", () => {
  it("reaches its handler with the parsed input", async () => {
    const answer = await answerCall(
      call,
      rulesWith((input) => ok(input)),
    );
    expect(answer).toEqual({ ok: true, value: { name: "pack", pages: 3 } });
  });

  it("is refused from an untrusted sender before its payload is looked at", async () => {
    const answer = await answerCall({ ...call, trusted: false, input: "nonsense" }, unreachable);
    expect(answer).toEqual({ ok: false, error: { type: "refusedSender" } });
  });

  it.each([
    [{ name: "pack" }, ["pages: invalid_type"]],
    [{ name: 1, pages: "Ana Brandt" }, ["name: invalid_type", "pages: invalid_type"]],
    [{ name: "pack", pages: 3, extra: "Ana Brandt" }, ["(input): unrecognized_keys"]],
    [undefined, ["(input): invalid_type"]],
  ])("is refused with %j, naming places and rules but no values", async (input, issues) => {
    const answer = await answerCall({ ...call, input }, unreachable);
    expect(answer).toEqual({ ok: false, error: { type: "refusedPayload", channel: "files.save", issues } });
  });

  it.each([
    [
      "throws",
      () => {
        throw new Error("about Ana Brandt");
      },
    ],
    ["rejects", () => Promise.reject(new Error("about Ana Brandt"))],
  ])("becomes a bug with a reference when its handler %s", async (_how, handler) => {
    const answer = await answerCall(call, rulesWith(handler));
    expect(answer).toEqual({ ok: false, error: { type: "bug", reference: "ref-1" } });
  });
});

describe("the text of a bug", () => {
  it("names the kind, the system's code and the place, never the message or a folder", () => {
    const error = Object.assign(new TypeError("cannot open /home/ana.brandt/notes.txt"), { code: "ENOENT" });
    error.stack = `TypeError: cannot open /home/ana.brandt/notes.txt
    at openNotes (/home/ana.brandt/app/out/main/index.cjs:12:3)
    at file:///home/ana.brandt/app/out/main/index.cjs:40:7`;
    expect(bugText(error)).toBe("TypeError ENOENT | at openNotes (index.cjs:12:3) | at (index.cjs:40:7");
  });

  it("names only the type of what is no error", () => {
    expect(bugText("Ana Brandt")).toBe("string");
  });
});
