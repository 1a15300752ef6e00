import { join } from "node:path";
import { ensureBuilt } from "./build-state";
import { hasDisplay } from "./display/display";
import { machineSwitches, prepareRuntime } from "./launch";
import { projectRoot } from "./project-root";
import { run } from "./run";

/** Opens the app as a person uses it; ends when its window is closed. */
const openApp = async (): Promise<number> => {
  const { runtime, env } = await prepareRuntime();
  const args = [...(await machineSwitches()), projectRoot, ...process.argv.slice(2)];
  const { code } = await run(runtime.binary, args, {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    show: true,
  });
  return code;
};

/** Without a display nobody could see a window; the demo shows the same program by pictures and files. */
const runDemo = async (): Promise<number> => {
  console.log(
    "There is no display here, so the demo runs instead: the whole day on three laptops, unattended.",
  );
  const tsx = join(projectRoot, "node_modules/.bin/tsx");
  const { code } = await run(tsx, ["electron/cli/demo/index.ts"], { cwd: projectRoot, show: true });
  return code;
};

const main = async (): Promise<number> => {
  await ensureBuilt();
  return hasDisplay() ? openApp() : runDemo();
};

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
