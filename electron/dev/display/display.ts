import { type ChildProcess, spawn } from "node:child_process";

/** True where a window can be shown to a person. */
export const hasDisplay = (): boolean =>
  process.platform !== "linux" ||
  (process.env.DISPLAY ?? "") !== "" ||
  (process.env.WAYLAND_DISPLAY ?? "") !== "";

const screen = "1920x1200x24";
const startLimitMs = 15_000;

/** The number of a free display, as Xvfb writes it to its third file descriptor once it listens. */
const displayNumber = (server: ChildProcess): Promise<string> =>
  new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error("Xvfb gave no display number")), startLimitMs);
    const end = (finish: () => void): void => {
      clearTimeout(timer);
      finish();
    };
    let text = "";
    server.stdio[3]?.on("data", (bytes: Buffer) => {
      text += bytes.toString();
      if (text.endsWith("\n")) end(() => done(text.trim()));
    });
    server.once("error", (error) => end(() => fail(error)));
    server.once("exit", (code) => end(() => fail(new Error(`Xvfb ended with code ${code}`))));
  });

const startXvfb = async (): Promise<string> => {
  const args = ["-displayfd", "3", "-screen", "0", screen, "-nolisten", "tcp", "-noreset"];
  const server = spawn("Xvfb", args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  process.once("exit", () => server.kill());
  const display = `:${await displayNumber(server)}`;
  // Neither the server nor its pipe may keep this process alive.
  server.unref();
  (server.stdio[3] as { destroy?: () => void } | undefined)?.destroy?.();
  return display;
};

let started: Promise<string> | null = null;

/** Variables for a child that opens windows: the person's display, or an invisible one that ends with this process. */
export const displayEnvironment = async (): Promise<Readonly<Record<string, string>>> => {
  if (hasDisplay()) return {};
  started ??= startXvfb();
  return { DISPLAY: await started };
};
