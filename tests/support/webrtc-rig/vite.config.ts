import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** As in the program's own build: the provider gets a peer that cuts messages. */
const peerAlias = [
  {
    find: /^simple-peer\/simplepeer\.min\.js$/,
    replacement: at("../../../src/sync/transport/webrtc/chunking-peer.ts"),
  },
];

/** One page per mode, apart from the program; `stock` keeps the peer that the provider comes with. */
export default defineConfig(({ mode }) => ({
  root: at("."),
  base: "./",
  logLevel: "warn",
  resolve: { alias: mode === "stock" ? [] : peerAlias },
  build: {
    target: "chrome130",
    outDir: at(`../../../out/webrtc-rig/${mode}`),
    emptyOutDir: true,
  },
}));
