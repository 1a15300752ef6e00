import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The oldest runtime the app has to run on; newer syntax must not reach it (see electron/dev/runtime). */
const nodeTarget = "node20";
const pageTarget = "chrome130";

// electron-vite derives its defaults from the installed electron; the runtime used for tests may be older.
process.env.ELECTRON_MAJOR_VER ??= "33";

const chunkingPeer = at("src/sync/transport/webrtc/chunking-peer.ts");

/**
 * A message over 256 KiB closes a data channel for good, so the WebRTC provider gets a peer that cuts messages.
 * The exact specifier is replaced: the peer itself imports `simple-peer` by another name.
 */
const peerAlias = existsSync(chunkingPeer)
  ? [{ find: /^simple-peer\/simplepeer\.min\.js$/, replacement: chunkingPeer }]
  : [];

const oneCommonJsFile = { format: "cjs" as const, entryFileNames: "index.cjs", codeSplitting: false };

/** Nothing starts before main's file is read whole. Names stay, so that a crash log can be read. */
const quickToRead = { mangle: false, compress: true, codegen: true } as const;

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      outDir: at("out/main"),
      externalizeDeps: false,
      rolldownOptions: {
        input: at("electron/main/index.ts"),
        external: ["electron", "bufferutil", "utf-8-validate"],
        output: { ...oneCommonJsFile, minify: quickToRead },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      outDir: at("out/preload"),
      externalizeDeps: false,
      rolldownOptions: {
        // Two files that share nothing: a sandboxed preload file can load no other.
        input: { index: at("electron/preload/index.ts"), candidate: at("electron/preload/candidate.ts") },
        external: ["electron"],
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: at("src/app"),
    plugins: [react()],
    resolve: { alias: peerAlias },
    worker: { format: "es" },
    build: {
      target: pageTarget,
      outDir: at("out/renderer"),
      emptyOutDir: true,
      // A file inlined as data: would be refused by the content security policy.
      assetsInlineLimit: 0,
      // Half of the time until the page stands is reading its script.
      minify: true,
      rolldownOptions: {
        input: { index: at("src/app/index.html"), candidate: at("src/app/candidate/index.html") },
      },
    },
  },
});
