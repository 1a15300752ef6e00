import type { KitSummary } from "../../bindings/services";

/** Which state of a kit was read. Rows of an earlier program have no stamp, and their clock may have stood still. */
export const stateOf = ({ stamp, updatedAt, version, questions }: KitSummary): string =>
  stamp ?? `${updatedAt} ${version} ${questions}`;
