import { lookup } from "node:dns/promises";
import { type LanAddress, type LanName, lanAddressSchema } from "../../../src/domain/loop/lan-address";

/** Asks the system which addresses a laptop's name has. */
export type LookUp = (name: string) => Promise<readonly string[]>;

const systemLookUp: LookUp = async (name) => {
  const found = await lookup(name, { all: true });
  return found.map(({ address }) => address);
};

/** A name may have an address for each card and family; more than these would only be waited for. */
const most = 4;

const orNothing = async (found: Promise<readonly string[]>): Promise<readonly string[]> => {
  try {
    return await found;
  } catch (thrown) {
    // No such name, or nobody to ask.
    if (thrown instanceof Error && "code" in thrown) return [];
    throw thrown;
  }
};

/** The addresses of a laptop by its name; none where nobody knows it within the time. IPv4 comes first. */
export const addressesOfName = async (
  { name, port }: LanName,
  withinMs: number,
  lookUp: LookUp = systemLookUp,
): Promise<readonly LanAddress[]> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<readonly string[]>((resolve) => {
    timer = setTimeout(() => resolve([]), withinMs);
  });
  const found = await Promise.race([orNothing(lookUp(name)), late]);
  clearTimeout(timer);
  const addresses = [...new Set(found)].flatMap((host) => {
    const address = lanAddressSchema.safeParse({ host, port });
    return address.success ? [address.data] : [];
  });
  const isV6 = ({ host }: LanAddress) => Number(host.includes(":"));
  return addresses.sort((one, other) => isV6(one) - isV6(other)).slice(0, most);
};
