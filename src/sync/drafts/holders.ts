import type { DeviceId, PersonId } from "../../domain/ids";

/** More laptops than this never hold a copy of one card in progress. */
const mostHolders = 3;

/** A laptop that could hold a copy. */
export interface PossibleHolder {
  readonly deviceId: DeviceId;
  readonly personId: PersonId;
}

/**
 * Who holds copies: laptops of other persons that are here, those that hold some already before others, one per person
 * before a second of anybody. `before` are all that ever got one: once there are three, no fourth is added, even where
 * some of them are away, since what they hold stays there.
 */
export const chooseHolders = (
  here: readonly PossibleHolder[],
  me: PersonId,
  before: ReadonlySet<DeviceId>,
): readonly DeviceId[] => {
  const others = here
    .filter(({ personId }) => personId !== me)
    .sort((one, other) => one.deviceId.localeCompare(other.deviceId));
  const known = others.filter(({ deviceId }) => before.has(deviceId));
  const persons = new Set(known.map(({ personId }) => personId));
  const fresh = others.filter(({ deviceId }) => !before.has(deviceId));
  const firstOfAPerson = fresh.filter(({ personId }) => !persons.has(personId) && persons.add(personId));
  const seconds = fresh.filter((holder) => !firstOfAPerson.includes(holder));
  const room = Math.max(0, mostHolders - before.size);
  return [...known, ...[...firstOfAPerson, ...seconds].slice(0, room)].map(({ deviceId }) => deviceId);
};
