/** One connection of the memory network. */
export interface Wire {
  readonly toFirst: (frame: Uint8Array) => void;
  readonly toSecond: (frame: Uint8Array) => void;
  readonly listen: (first: Receive, second: Receive) => void;
  /** Frames on the way are lost. */
  readonly close: () => void;
}
type Receive = (frame: Uint8Array) => void;

/** The frames that are on their way between laptops of the memory network. */
export interface MemoryWires {
  readonly open: () => Wire;
  /** Moves one frame, chosen by chance among the first of every direction; false where none is on its way. */
  readonly deliver: () => boolean;
  /** Chance in [0, 1] that a frame is lost when its turn comes. */
  readonly setLoss: (loss: number) => void;
  /** How many frames were moved or lost so far. */
  readonly moved: () => number;
}

interface Lane {
  readonly frames: Uint8Array[];
  receive: Receive | null;
}

export const memoryWires = ({
  random,
  loss: initialLoss = 0,
  reorder = false,
}: {
  readonly random: () => number;
  readonly loss?: number;
  readonly reorder?: boolean;
}): MemoryWires => {
  const lanes = new Set<Lane>();
  let loss = initialLoss;
  let moved = 0;
  const below = (limit: number): number => Math.floor(random() * limit);

  const newLane = (): Lane => {
    const lane: Lane = { frames: [], receive: null };
    lanes.add(lane);
    return lane;
  };
  const take = (lane: Lane): Uint8Array | undefined =>
    lane.frames.splice(reorder ? below(lane.frames.length) : 0, 1)[0];

  return {
    open: () => {
      const [first, second] = [newLane(), newLane()];
      return {
        // A copy, as a network would make one: what the sender does with its bytes later changes nothing.
        toFirst: (frame) => first.frames.push(frame.slice()),
        toSecond: (frame) => second.frames.push(frame.slice()),
        listen: (receiveFirst, receiveSecond) => {
          first.receive = receiveFirst;
          second.receive = receiveSecond;
        },
        close: () => {
          lanes.delete(first);
          lanes.delete(second);
        },
      };
    },
    deliver: () => {
      const waiting = [...lanes].filter((lane) => lane.frames.length > 0);
      const lane = waiting[below(waiting.length)];
      if (lane === undefined) return false;
      moved += 1;
      const frame = take(lane);
      if (frame !== undefined && random() >= loss) lane.receive?.(frame);
      return true;
    },
    setLoss: (next) => {
      loss = next;
    },
    moved: () => moved,
  };
};
