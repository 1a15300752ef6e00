import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds the screens over fakes, apart from the program: nothing of it is ever packed. */
export default defineConfig({
  root: at("."),
  base: "./",
  logLevel: "warn",
  plugins: [react()],
  build: {
    target: "chrome130",
    chunkSizeWarningLimit: 4000,
    outDir: at("../../../out/gallery"),
    emptyOutDir: true,
  },
});
