import { signedForm } from "../loop/plan-versions";
import type { EntryBody, EntryKind } from "./entries";

/** A body as it is signed. The schema adds what a newer version of a format brought; what was signed does not have it. */
export const asSigned = (kind: EntryKind, body: EntryBody<EntryKind>): unknown => {
  if (kind !== "plan") return body;
  const { plan, ...rest } = body as EntryBody<"plan">;
  return { ...rest, plan: signedForm(plan) };
};
