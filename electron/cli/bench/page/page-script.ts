import { join } from "node:path";
import type { Alias } from "vite";
import { projectRoot } from "../../../dev/project-root";

/** As in the program's own build: y-webrtc gets a peer that cuts, seals and checks messages. */
export const panelbooksPeer: readonly Alias[] = [
  {
    find: /^simple-peer\/simplepeer\.min\.js$/,
    replacement: join(projectRoot, "src/sync/transport/webrtc/chunking-peer.ts"),
  },
];

/** A file of the project with everything it imports, as one script for a window; it runs at once under `name`. */
export const pageScript = async (
  entry: string,
  name: string,
  alias: readonly Alias[] = [],
): Promise<string> => {
  // Loaded here, since most benches do without it.
  const { build } = await import("vite");
  const built = await build({
    configFile: false,
    logLevel: "error",
    resolve: { alias: [...alias] },
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      target: "chrome130",
      write: false,
      minify: false,
      lib: { entry: join(projectRoot, entry), formats: ["iife"], name },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (first === undefined || !("output" in first)) throw new Error(`${entry} was not built`);
  return first.output[0].code;
};
