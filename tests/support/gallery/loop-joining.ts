import type { Joining, JoinState, NearbyLoop } from "../../../src/bindings/services";
import type { Live } from "../../../src/domain/live";

const fixed = <Value>(value: Value): Live<Value> => ({ get: () => value, subscribe: () => () => undefined });

const joining = (state: JoinState): Joining => ({
  ...fixed(state),
  confirmWords: () => undefined,
  refuseWords: () => undefined,
  cancel: () => undefined,
});

const atTheDoor: JoinState = {
  step: "waiting",
  words: ["candle", "orbit", "velvet", "harbor", "lemon", "sketch"],
  compareWords: false,
  loopId: null,
  problem: null,
};

export const nearby: readonly NearbyLoop[] = [
  { label: "K7QX", address: "192.168.10.4:47111", typedCode: "192.168.10.4:47111/K7QX", version: "same" },
  { label: "PW3D", address: "192.168.10.23:47111", typedCode: "192.168.10.23:47111/PW3D", version: "same" },
  { label: "ZN8H", address: "192.168.10.40:47112", typedCode: "192.168.10.40:47112/ZN8H", version: "newer" },
];

/** What happens at the door depends on the invite, so that a picture can choose. */
export const joinWith = (invite: string): Joining => {
  if (invite.startsWith("panelbook-invite")) return joining(atTheDoor);
  if (invite.includes("/")) return joining({ ...atTheDoor, compareWords: true });
  return joining({ ...atTheDoor, step: "failed", words: [], problem: { type: "unreachable" } });
};
