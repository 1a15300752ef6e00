import { type Bench, benchRow, percentile } from "./bench";
import { openRooms, type Rooms } from "./signaling/rooms";

const rooms = 500;
const members = 5;
/** Of all rooms together; in the one room each member stays below the rate a member is allowed. */
const perSecond = 400;
const turnMs = 2_000;
const turns = 6;

const p99 = async (talking: Rooms): Promise<number> =>
  percentile(await talking.talk(perSecond, turnMs), 0.99);

const measure = async (many: Rooms, one: Rooms) => {
  const [ofMany, ofOne]: [number[], number[]] = [[], []];
  await p99(many);
  await p99(one);
  for (let turn = 0; turn < turns; turn += 1) {
    ofMany.push(await p99(many));
    ofOne.push(await p99(one));
  }
  return { many: percentile(ofMany, 0.5), one: percentile(ofOne, 0.5) };
};

/**
 * 500 rooms of five on one signaling server against one room of five on another, with the same number of messages a
 * second, in turns. Time runs from the sender's call to the receiver's event; the median of the turns' 99th percentiles.
 */
export const signalingRoomsBench: Bench = {
  name: "signaling-500-rooms",
  run: async () => {
    const one = await openRooms(1, members);
    const many = await openRooms(rooms, members);
    try {
      const values = await measure(many, one);
      return benchRow({
        name: "signaling-500-rooms",
        value: values.many,
        against: `p99 relay time of one room of ${members} at the same ${perSecond} messages a second`,
        againstValue: values.one,
        bound: 3,
      });
    } finally {
      await Promise.all([one.close(), many.close()]);
    }
  },
};
