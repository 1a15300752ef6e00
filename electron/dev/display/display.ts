import { type ChildProcess, spawn } from "node:child_process";
import type { Socket } from "node:net";

/** True where a window can be shown to a person. */
export const hasDisplay = (): boolean =>
  process.platform !== "linux" ||
  (process.env.DISPLAY ?? "") !== "" ||
  (process.env.WAYLAND_DISPLAY ?? "") !== "";

const startLimitMs = 15_000;

/** Ends the server as soon as this process is gone, however it ended: then the shell's input closes. */
const guardedServer = `
Xvfb -displayfd 3 -screen 0 1920x1200x24 -nolisten tcp -noreset </dev/null 2>&1 >/dev/null &
server=$!
exec 3>&-
cat >/dev/null
kill "$server"
`;

/** The number of a free display, as Xvfb writes it to its third file descriptor once it listens. */
const displayNumber = (shell: ChildProcess): Promise<string> =>
  new Promise((done, fail) => {
    const timer = setTimeout(() => end(() => fail(new Error("Xvfb gave no display number"))), startLimitMs);
    const end = (finish: () => void): void => {
      clearTimeout(timer);
      finish();
    };
    let text = "";
    shell.stdio[3]?.on("data", (bytes: Buffer) => {
      text += bytes.toString();
      if (text.endsWith("\n")) end(() => done(text.trim()));
    });
    shell.stdio[3]?.once("end", () => end(() => fail(new Error("Xvfb ended before it had a display"))));
    shell.once("error", (error) => end(() => fail(error)));
  });

/** Neither the server nor a pipe to it keeps this process alive. */
const letGo = (shell: ChildProcess): void => {
  shell.unref();
  for (const stream of shell.stdio) (stream as Socket | null)?.unref();
};

const startXvfb = async (): Promise<string> => {
  const shell = spawn("sh", ["-c", guardedServer], { stdio: ["pipe", "ignore", "ignore", "pipe"] });
  const display = `:${await displayNumber(shell)}`;
  letGo(shell);
  return display;
};

let started: Promise<string> | null = null;

/** Variables for a child that opens windows: the person's display, or an invisible one that ends with this process. */
export const displayEnvironment = async (): Promise<Readonly<Record<string, string>>> => {
  if (hasDisplay()) return {};
  started ??= startXvfb();
  return { DISPLAY: await started };
};
