import { describe, expect, it } from "vitest";
import { bucketPerAddress, tokenBucket } from "../../../../../electron/main/lan/token-bucket";

const clock = () => {
  let at = 1000;
  return { now: () => at, pass: (ms: number) => (at += ms) };
};

describe("a rate", () => {
  it("lets its burst pass at once and then as much as time allows", () => {
    const { now, pass } = clock();
    const bucket = tokenBucket({ burst: 3, perSecond: 2 }, now);
    expect([1, 2, 3, 4].map(() => bucket.take())).toEqual([true, true, true, false]);
    pass(499);
    expect(bucket.take()).toBe(false);
    pass(1);
    expect([1, 2].map(() => bucket.take())).toEqual([true, false]);
  });

  it("saves up no more than its burst", () => {
    const { now, pass } = clock();
    const bucket = tokenBucket({ burst: 2, perSecond: 1 }, now);
    pass(3_600_000);
    expect([1, 2, 3].map(() => bucket.take())).toEqual([true, true, false]);
  });
});

describe("a rate per address", () => {
  it("counts each address for itself", () => {
    const mayAsk = bucketPerAddress({ burst: 1, perSecond: 0.001 }, clock().now);
    expect([mayAsk("a"), mayAsk("a"), mayAsk("b")]).toEqual([true, false, true]);
  });

  it("forgets quiet addresses instead of growing, and refuses newcomers while none is quiet", () => {
    const { now, pass } = clock();
    const mayAsk = bucketPerAddress({ burst: 1, perSecond: 1 }, now);
    for (let at = 0; at < 1000; at += 1) expect(mayAsk(`address ${at}`)).toBe(true);
    expect(mayAsk("one more")).toBe(false);
    pass(1000);
    expect(mayAsk("one more")).toBe(true);
  });
});
