import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds the screens that are timed as the program is built, over a laptop in memory. */
export default defineConfig({
  root: at("."),
  base: "./",
  logLevel: "error",
  plugins: [react()],
  build: {
    target: "chrome130",
    chunkSizeWarningLimit: 4000,
    outDir: at("../../../out/bench-window"),
    emptyOutDir: true,
  },
});
