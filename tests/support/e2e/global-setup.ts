import { ensureBuilt } from "../../../electron/dev/build-state";
import { prepareRuntime } from "../../../electron/dev/launch";

/** Once for all files: a current build, a runtime, and one display that every test process inherits. */
export const setup = async (): Promise<void> => {
  const { env } = await prepareRuntime();
  Object.assign(process.env, env);
  await ensureBuilt();
};
