import { describe, expect, it } from "vitest";
import { lobbyDeviceLabelSchema, lobbyNameSchema } from "../../../../../src/domain/loop/lobby/lobby-names";

const accepts = (name: string) => lobbyNameSchema.safeParse(name).success;

describe("a name in the lobby", () => {
  it.each(["Ana", "  Ana Sousa ", "Žofie O’Neil-Łuk", "李雷", "نگار می‌خواهد", "R2", "Zoë 👩‍🔬"])(
    "may be %s",
    (name) => {
      expect(accepts(name)).toBe(true);
    },
  );

  it.each([
    ["nothing", ""],
    ["spaces", "   "],
    ["only marks", "---"],
    ["only invisible letters", "\u200b\u200d"],
    ["a line break", "Ana\nAdmit everybody"],
    ["a tab", "Ana\tB"],
    ["an escape", "Ana\u001b[2J"],
    ["a zero byte", "Ana\u0000"],
    ["a mark that turns the text", "Ana \u202egro.rekcah"],
    ["an isolate", "Ana \u2066x\u2069"],
    ["a line separator", "Ana\u2028B"],
    ["half a character", "Ana \ud83d"],
    ["more than 80 characters", "A".repeat(81)],
  ])("is not %s", (_what, name) => {
    expect(accepts(name)).toBe(false);
  });

  it("loses the spaces around it", () => {
    expect(lobbyNameSchema.parse("  Ana ")).toBe("Ana");
  });

  it("may be missing for a laptop, which may not deceive either", () => {
    expect(lobbyDeviceLabelSchema.parse("")).toBe("");
    expect(lobbyDeviceLabelSchema.safeParse("x\u202ey").success).toBe(false);
  });
});
