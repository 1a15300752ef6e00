import { expect } from "vitest";
import type { Trouble } from "../../../src/ui/error-card";

/** A failure that a person can read: what happened, what is safe, what to do, and no code of the program. */
export const expectWorded = (type: string, trouble: Trouble): void => {
  const said = [trouble.what, trouble.safe, trouble.todo];
  for (const sentence of said) expect(sentence, type).toMatch(/^[A-Z“].*[.?]$/su);
  expect(said.join(" "), type).not.toContain(`(${type})`);
};
