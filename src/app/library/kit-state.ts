import type { KitSummary } from "../../bindings/services";

/** Which state of a kit was read: the clock alone may stand still between two additions. */
export const stateOf = ({ updatedAt, version, questions }: KitSummary): string =>
  `${updatedAt} ${version} ${questions}`;
