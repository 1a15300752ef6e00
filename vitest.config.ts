import { defineConfig } from "vitest/config";

/** What a test begins with may take as long as the test: in many files it is the larger part. */
const project = (name: string, testTimeout: number) => ({
  extends: true as const,
  test: {
    name,
    environment: "node",
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    testTimeout,
    hookTimeout: testTimeout,
  },
});

/** Tests that need no window; tests in a real Electron have their own config, since they run one after the other. */
export default defineConfig({
  test: {
    projects: [project("unit", 30_000), project("contract", 30_000), project("integration", 60_000)],
  },
});
