import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "../../../dev/project-root";

/** Where the built program's page finds the worker of the search. */
export const indexWorkerAddress = async (): Promise<string> => {
  const names = await readdir(join(projectRoot, "out/renderer/assets"));
  const name = names.find((each) => /^index-worker-.*\.js$/.test(each));
  if (name === undefined) throw new Error("the program was built without a worker for the search");
  return `app://panelbook/assets/${name}`;
};
