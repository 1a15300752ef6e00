import { expect, it } from "vitest";
import { type Locks, oneAtATime } from "../../../../src/store/database/one-at-a-time";

/** An act that ends when it is told to, and notes when it began. */
const anAct = (name: string, began: string[]) => {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const act = async (): Promise<string> => {
    began.push(name);
    await ended;
    return name;
  };
  return { act, end: () => end() };
};

it("queues of one name run one act at a time, also after one that threw; another name does not wait", async () => {
  const began: string[] = [];
  const [one, two, three] = [oneAtATime("q"), oneAtATime("q"), oneAtATime("other")];
  const first = anAct("first", began);
  const held = one(first.act);
  const failing = two(() => Promise.reject(new Error("no")));
  const second = two(async () => began.push("second"));
  expect(await three(async () => "free")).toBe("free");
  expect(began).toEqual(["first"]);
  first.end();
  expect(await held).toBe("first");
  await expect(failing).rejects.toThrow("no");
  await second;
  expect(began).toEqual(["first", "second"]);
});

it("a browser's lock manager is asked for the lock of that name, and the act runs while it is held", async () => {
  const said: string[] = [];
  const locks: Locks = {
    request: async (name, held) => {
      said.push(`lock ${name}`);
      await held();
      said.push("free");
    },
  };
  expect(
    await oneAtATime(
      "kits of a laptop",
      locks,
    )(async () => {
      said.push("act");
      return 7;
    }),
  ).toBe(7);
  expect(said).toEqual(["lock kits of a laptop", "act", "free"]);
});
