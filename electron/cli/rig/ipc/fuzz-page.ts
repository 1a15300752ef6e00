/** What a page saw of its calls. */
export interface FuzzTally {
  readonly calls: number;
  /** Answers by what they were: "refusedPayload", "refusedSender", "ok", a channel's own failure, or "not cloned". */
  readonly answers: Readonly<Record<string, number>>;
  /** Calls that ended otherwise than as an answer or a refusal to copy the input, with their channel. */
  readonly odd: readonly string[];
}

export interface FuzzOrder {
  readonly seed: number;
  readonly calls: number;
  /** Calls under way at once. */
  readonly abreast: number;
}

/**
 * Calls every member of the page's bridge with seeded rubbish, again and again. Runs inside a page, so it brings along
 * everything it needs; input is never left out, since some channels are asked with nothing and would do what they do.
 */
export const fuzzBridge = async ({ seed, calls, abreast }: FuzzOrder): Promise<FuzzTally> => {
  type Member = (input: unknown) => Promise<unknown>;
  const bridge = Reflect.get(globalThis, "panelbook") as Record<string, Record<string, Member>>;
  const members = Object.entries(bridge).flatMap(([head, actions]) =>
    Object.entries(actions)
      .filter(([tail]) => !/^on[A-Z]/.test(tail))
      .map(([tail, member]) => ({ name: `${head}.${tail}`, member })),
  );
  let state = seed >>> 0;
  // The generator of electron/cli/seeded-random, which a page cannot import.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const words = [
    "loopId",
    "subjectId",
    "bytes",
    "name",
    "text",
    "id",
    "kind",
    "type",
    "__proto__",
    "constructor",
  ];
  const word = (): string => words[below(words.length)] ?? "id";
  const letters = (): string =>
    String.fromCharCode(...Array.from({ length: below(40) }, () => below(0xffff)));
  const circular = (): unknown => {
    const one: Record<string, unknown> = {};
    one.self = one;
    return one;
  };
  const leaves: readonly (() => unknown)[] = [
    () => null,
    () => Number.NaN,
    () => -0,
    () => below(2 ** 31) - 2 ** 30,
    () => 2 ** 60,
    () => true,
    letters,
    () => "../".repeat(below(20)) + word(),
    () => "x".repeat(below(4) === 0 ? 200_000 : 20),
    () => new Uint8Array(below(64)).fill(below(256)),
    () => new ArrayBuffer(below(1000)),
    () => new Date(Number.NaN),
    () => 12n,
    () => new Map([[word(), below(9)]]),
    circular,
    () => () => word(),
    () => Symbol.iterator,
  ];
  const leaf = (): unknown => (leaves[below(leaves.length)] ?? letters)();
  const rubbish = (depth: number): unknown => {
    const kind = below(4);
    if (depth > 3 || kind === 0) return leaf();
    if (kind === 1) return Array.from({ length: below(6) }, () => rubbish(depth + 1));
    const made: Record<string, unknown> = {};
    for (let count = below(5); count > 0; count -= 1)
      Object.defineProperty(made, word(), {
        value: rubbish(depth + 1),
        enumerable: true,
        configurable: true,
      });
    return made;
  };
  const answers: Record<string, number> = {};
  const odd: string[] = [];
  const count = (answer: string): void => {
    answers[answer] = (answers[answer] ?? 0) + 1;
  };
  const kindOf = (answer: unknown): string | null => {
    if (typeof answer !== "object" || answer === null || !("ok" in answer)) return null;
    if (answer.ok === true) return "ok";
    const error: unknown = Reflect.get(answer, "error");
    return typeof error === "object" && error !== null ? String(Reflect.get(error, "type")) : null;
  };
  const callOnce = async (): Promise<void> => {
    const one = members[below(members.length)];
    if (one === undefined) throw new Error("this page has no bridge");
    const input = rubbish(0);
    try {
      const kind = kindOf(await one.member(input));
      if (kind === null || kind === "bug") odd.push(`${one.name} answered ${kind ?? "something else"}`);
      else count(kind);
    } catch (error) {
      // The bridge itself refuses what cannot be copied between worlds.
      if (/cloned|circular/i.test(String(error))) count("not cloned");
      else odd.push(`${one.name} threw ${String(error).slice(0, 120)}`);
    }
  };
  let left = calls;
  const worker = async (): Promise<void> => {
    for (; left > 0; ) {
      left -= 1;
      await callOnce();
    }
  };
  await Promise.all(Array.from({ length: abreast }, worker));
  return { calls, answers, odd };
};
