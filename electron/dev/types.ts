import { join } from "node:path";
import { projectRoot } from "./project-root";
import { run } from "./run";

/** One tsconfig per world, so that a file sees only what exists where it runs. */
const worlds = [".", "electron/contract", "electron", "src/domain", "src", "tests"];

const check = async (world: string): Promise<boolean> => {
  const tsc = join(projectRoot, "node_modules/.bin/tsc");
  const { code, output } = await run(tsc, ["-p", join(world, "tsconfig.json")], { cwd: projectRoot });
  console.log(code === 0 ? `types of ${world}: fine` : `types of ${world}:\n${output}`);
  return code === 0;
};

const main = async (): Promise<void> => {
  const fine: boolean[] = [];
  for (const world of worlds) fine.push(await check(world));
  process.exitCode = fine.every(Boolean) ? 0 : 1;
};

void main();
