import { execFileSync } from "node:child_process";
import { connect, createServer } from "node:net";

/**
 * Runs inside one host's network namespace for as long as its standard input is open. It is the way from outside to
 * what listens on that host's own loopback (first line on a connection: the port), and when whoever started it is gone, however that
 * ended, it ends every program of the host and removes the namespace.
 */

const [namespace = "", socketPath = ""] = process.argv.slice(2);

const programs = (): readonly number[] =>
  execFileSync("ip", ["netns", "pids", namespace], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line !== "")
    .map(Number)
    .filter((pid) => pid !== process.pid);

const endThem = (): void => {
  for (const pid of programs()) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended by itself since it was listed.
    }
  }
};

const end = (): void => {
  endThem();
  execFileSync("ip", ["netns", "del", namespace]);
  process.exit(0);
};

const server = createServer((outside) => {
  outside.once("data", (first) => {
    const [port = ""] = first.toString("latin1").split("\n", 1);
    const inside = connect(Number(port), "127.0.0.1");
    inside.write(first.subarray(port.length + 1));
    inside.pipe(outside).pipe(inside);
    inside.on("error", () => outside.destroy());
    outside.on("error", () => inside.destroy());
  });
});

server.listen(socketPath, () => console.log("ready"));
process.stdin.on("end", end).resume();
