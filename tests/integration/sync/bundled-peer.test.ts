import { basename, resolve } from "node:path";
import { build } from "vite";
import { expect, it } from "vitest";
import config from "../../../electron.vite.config";

const root = resolve(import.meta.dirname, "../../..");

/** Who imports what in a bundle of the transport, made with the aliases of the app. */
const importersInBundle = async (ofFile: string): Promise<readonly string[]> => {
  if (typeof config !== "object" || !("renderer" in config)) throw new Error("the config has no renderer");
  const importers: string[] = [];
  await build({
    configFile: false,
    root,
    logLevel: "error",
    resolve: { alias: config.renderer?.resolve?.alias ?? [] },
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve(root, "src/sync/transport/webrtc/webrtc-transport.ts"), formats: ["es"] },
    },
    plugins: [
      {
        name: "note importers",
        generateBundle() {
          for (const id of this.getModuleIds()) {
            if (basename(id) !== ofFile) continue;
            const info = this.getModuleInfo(id);
            importers.push(...[...(info?.importers ?? [])].map((importer) => basename(importer)));
          }
        },
      },
    ],
  });
  return importers;
};

it("the bundle gives y-webrtc the peer that cuts messages, and the stock one only to that peer", async () => {
  expect(await importersInBundle("chunking-peer.ts")).toEqual(["y-webrtc.js"]);
  expect(await importersInBundle("simplepeer.min.js")).toEqual(["chunking-peer.ts"]);
});
