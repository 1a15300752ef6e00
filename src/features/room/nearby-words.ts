import type { NearbyLoop } from "../../bindings/services";

const versions: Readonly<Record<NearbyLoop["version"], string>> = {
  same: "",
  newer: ", speaks a newer version: update Panelbook on this laptop first",
  older: ", speaks an older version: the facilitator has to update Panelbook",
};

/** The texts of the list of open loops nearby. */
export const nearbyWords = {
  title: "Open on this network",
  note: (count: number): string => (count === 0 ? "looking" : `${count} found`),
  where: ({ address, version }: NearbyLoop): string => `at ${address}${versions[version]}`,
  choose: "Choose the one whose four letters stand on the facilitator’s screen. Then six words are compared.",
  none: "No open loop found so far. One appears here as soon as its facilitator opens the room. Some networks keep laptops from seeing each other: then use the invite or the code.",
  deaf: "The system does not let Panelbook look around on this network. Use the invite or the code.",
} as const;
