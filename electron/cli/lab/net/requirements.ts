import { existsSync } from "node:fs";
import { run } from "../../../dev/run";

const answers = async (program: string, ...args: readonly string[]): Promise<boolean> =>
  (await run(program, args)).code === 0;

/** Why several hosts cannot be made on this machine, or null where they can. */
export const whyNoLab = async (): Promise<string | null> => {
  if (process.platform !== "linux") return "network namespaces are a thing of Linux";
  if (process.getuid?.() !== 0) return "only root may make network namespaces";
  if (!(await answers("ip", "-V"))) return "the program ip is missing (Debian: apt-get install iproute2)";
  if (!(await answers("perl", "-e", "0"))) return "the program perl is missing (Debian: perl-base)";
  if (!existsSync("/dev/net/tun")) return "/dev/net/tun is missing, so there are no TAP devices";
  const probe = `pblab-${process.pid}-probe`;
  if (!(await answers("ip", "netns", "add", probe))) return "the kernel refuses network namespaces here";
  await run("ip", ["netns", "del", probe]);
  return null;
};
