import { BlockList, isIPv6 } from "node:net";
import { isLinkLocalV6, type Place } from "./places";

const familyOf = (address: string): "ipv4" | "ipv6" => (isIPv6(address) ? "ipv6" : "ipv4");

/**
 * Asks whether an address belongs to a network this place is on. An announcement of another address is not
 * believed (RFC 6762, section 11), so nobody can point the laptops in the room at a machine elsewhere.
 */
export const onLink = (place: Pick<Place, "networks">): ((address: string) => boolean) => {
  const networks = new BlockList();
  for (const network of place.networks) {
    const [address = "", bits = ""] = network.split("/");
    networks.addSubnet(address, Number(bits), familyOf(address));
  }
  return (address) => {
    const bare = address.split("%", 1)[0] ?? "";
    return isLinkLocalV6(bare) || networks.check(bare, familyOf(bare));
  };
};
