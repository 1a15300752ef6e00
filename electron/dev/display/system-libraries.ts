import { existsSync } from "node:fs";
import { run } from "../run";

const packages = ["xvfb", "libgtk-3-0", "libnss3", "libasound2", "libgbm1"];
/** The same libraries where Debian renamed them for 64-bit time. */
const renamed = ["xvfb", "libgtk-3-0t64", "libnss3", "libasound2t64", "libgbm1"];
const aptLine = (names: readonly string[]): string =>
  `apt-get install -y --no-install-recommends ${names.join(" ")}`;

/** Names of the libraries the executable needs and does not find. */
const missingLibraries = async (binary: string): Promise<readonly string[]> => {
  const { output } = await run("ldd", [binary]);
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? "");
};

const missing = async (binary: string, needsXvfb: boolean): Promise<readonly string[]> => {
  const libraries = await missingLibraries(binary);
  const xvfb = needsXvfb && (await run("which", ["Xvfb"])).code !== 0;
  return xvfb ? ["Xvfb", ...libraries] : libraries;
};

const install = async (): Promise<boolean> => {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env });
  for (const names of [packages, renamed]) {
    const { code } = await run("apt-get", ["install", "-y", "--no-install-recommends", ...names], { env });
    if (code === 0) return true;
  }
  return false;
};

const isRootOnDebian = (): boolean => process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

/**
 * Makes sure that the runtime's libraries are there: root on Debian gets them installed, everybody else an error with
 * the line to run. Other systems bring their own.
 */
export const ensureSystemLibraries = async (binary: string, needsXvfb: boolean): Promise<void> => {
  if (process.platform !== "linux") return;
  const before = await missing(binary, needsXvfb);
  if (before.length === 0) return;
  if (isRootOnDebian()) {
    console.log(`Installing what Electron needs here (${before.join(", ")} missing) ...`);
    if ((await install()) && (await missing(binary, needsXvfb)).length === 0) return;
  }
  const after = await missing(binary, needsXvfb);
  throw new Error(
    `Electron cannot start, missing: ${after.join(", ")}. On Debian run as root:\n${aptLine(packages)}`,
  );
};
