import { describe, expect, it } from "vitest";
import type { Application, ApplicationEvent } from "../../../../../src/domain/candidates/application";
import { applicationIdSchema, kitIdSchema } from "../../../../../src/domain/ids";
import { nextInQueue, reviewQueue } from "../../../../../src/features/candidates/screen/queue";
import {
  anApplication,
  bothMarked,
  later,
  onDay,
  twoCriteria,
} from "../../../../support/builders/application";
import { anId } from "../../../../support/builders/ids";

const { kitId } = anApplication();
const applied = (name: string, day: number): Application =>
  anApplication({
    id: anId(applicationIdSchema, name),
    events: [{ kind: "applied", at: onDay(day), by: null, source: "hand" }],
  });
const begun: ApplicationEvent = {
  by: "Ana",
  at: onDay(9),
  kind: "screenBegun",
  criteria: [...twoCriteria],
  wanted: 2,
};
const reviewed = (by: string): ApplicationEvent => ({
  by,
  at: onDay(10),
  kind: "reviewed",
  review: { reviewer: by, at: onDay(10), independent: true, marks: [...bothMarked("met", "met")] },
});
const ids = (queue: readonly Application[]) => queue.map(({ id }) => id);

describe("the queue of a reviewer", () => {
  const [first, second, third] = [applied("first", 2), applied("second", 3), applied("third", 4)];

  it("begins with who applied first, for the role that is read", () => {
    const elsewhere = anApplication({ kitId: anId(kitIdSchema, "elsewhere") });
    expect(ids(reviewQueue([third, first, elsewhere, second], kitId, "Ana"))).toEqual(
      ids([first, second, third]),
    );
  });

  it("leaves out what the reviewer read, what is complete, and what is over", () => {
    const read = later(second, begun, reviewed("Ana"));
    const complete = later(third, begun, reviewed("Ben"), reviewed("Cem"));
    const archived = later(first, {
      by: "Eva",
      at: onDay(5),
      kind: "archived",
      cause: "withdrew",
      reason: "x",
    });
    expect(ids(reviewQueue([archived, read, complete], kitId, "ana"))).toEqual([]);
    expect(ids(reviewQueue([read], kitId, "Ben"))).toEqual(ids([second]));
  });

  it("goes on after the one that was read, and begins again at its end", () => {
    const queue = [first, second, third];
    expect(nextInQueue(queue, first)).toBe(second.id);
    expect(nextInQueue([second, third], first)).toBe(second.id);
    expect(nextInQueue(queue, third)).toBe(first.id);
    expect(nextInQueue([third], third)).toBeNull();
  });
});
