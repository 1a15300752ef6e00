import { defineConfig } from "vitest/config";

/** Tests in a real Electron: one file at a time, since each opens windows of its own. */
export default defineConfig({
  test: {
    environment: "node",
    include: ["tests/e2e/**/*.test.ts"],
    globalSetup: ["tests/support/e2e/global-setup.ts"],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // As long as for whatever else a test waits for on a slow machine.
    expect: { poll: { timeout: 30_000 } },
  },
});
