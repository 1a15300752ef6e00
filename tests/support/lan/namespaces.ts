import { execFileSync } from "node:child_process";

/** Why this machine cannot give a test networks of its own, or null where it can. */
export const noNamespaces = (): string | null => {
  if (process.platform !== "linux") return "network namespaces are a thing of Linux";
  if (process.getuid?.() !== 0) return "network namespaces need root";
  try {
    execFileSync("ip", ["-Version"], { stdio: "ignore" });
  } catch {
    return "iproute2 is not installed";
  }
  try {
    execFileSync("unshare", ["--net", "ip", "link", "set", "lo", "up"], { stdio: "ignore" });
  } catch {
    return "this machine refuses new network namespaces";
  }
  return null;
};

/** A command line that runs what follows it in a network of its own that has nothing but the loopback interface. */
export const inEmptyNetwork: readonly string[] = [
  "unshare",
  "--net",
  "sh",
  "-c",
  'ip link set lo up && exec "$@"',
  "sh",
];
