import { defineConfig } from "vitest/config";

/** Tests on several hosts, each in a network of its own: one file at a time, since each starts several programs. */
export default defineConfig({
  test: {
    environment: "node",
    include: ["tests/lan/**/*.test.ts"],
    globalSetup: ["tests/support/e2e/global-setup.ts"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
