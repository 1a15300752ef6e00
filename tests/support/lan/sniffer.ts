import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";

/** Writes down every frame that crosses any card of this network namespace. Needs root, Linux and perl. */
export interface Sniffer {
  /** Ends it and gives the frames, in order. */
  readonly stop: () => Promise<readonly Buffer[]>;
}

/** Socket family 17 is packets, type 3 is raw, protocol 768 is every one; option 33 asks for a large buffer. */
const script = `
  socket(my $s, 17, 3, 768) or die $!;
  setsockopt($s, 1, 33, pack("i", 64 << 20));
  binmode STDOUT; $| = 1;
  print pack("N", 0);
  while (defined recv($s, my $frame, 70000, 0)) { print pack("N", length $frame), $frame }
`;

/** Why this machine cannot listen to its own network, or null where it can. */
export const noSniffer = (): string | null => {
  try {
    execFileSync("perl", ["-v"], { stdio: "ignore" });
    return null;
  } catch {
    return "perl is not installed";
  }
};

const framesIn = (bytes: Buffer): readonly Buffer[] => {
  const frames: Buffer[] = [];
  let at = 4;
  while (at + 4 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    frames.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return frames;
};

export const startSniffer = async (): Promise<Sniffer> => {
  const child = spawn("perl", ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  const parts: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => parts.push(part));
  await once(child.stdout, "data");
  return {
    stop: async () => {
      child.kill();
      await once(child, "close");
      return framesIn(Buffer.concat(parts));
    },
  };
};
