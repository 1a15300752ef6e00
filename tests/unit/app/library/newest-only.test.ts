import { expect, it } from "vitest";
import { newestOnly } from "../../../../src/app/library/newest-only";

it("asks one question at a time, and of those that came meanwhile the newest alone", async () => {
  const asked: string[] = [];
  const answers: ((answer: string) => void)[] = [];
  const ask = newestOnly((question: string) => {
    asked.push(question);
    return new Promise<string>((resolve) => answers.push(resolve));
  });
  const given = ["n", "ne", "neg"].map(ask);
  answers[0]?.("late");
  expect(await given[0]).toBeNull();
  expect(await given[1]).toBeNull();
  answers[1]?.("found");
  expect(await given[2]).toBe("found");
  expect(asked).toEqual(["n", "neg"]);
});

it("goes on after a question that failed", async () => {
  let fails = true;
  const ask = newestOnly(async (question: string) => {
    if (fails) throw new Error("no");
    return question;
  });
  await expect(ask("one")).rejects.toThrow("no");
  fails = false;
  expect(await ask("two")).toBe("two");
});
