import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** As the app's bundle has it: y-webrtc gets the peer that cuts messages, where its own import can be replaced. */
const peerAlias = {
  find: /^simple-peer\/simplepeer\.min\.js$/,
  replacement: fileURLToPath(new URL("src/sync/transport/webrtc/chunking-peer.ts", import.meta.url)),
};

/**
 * The window's PDF reader needs what Node 20 lacks. Its older build brings that along by patching globals, JSON.parse among
 * them, so it is for tests in a process of their own only.
 */
const pdfAlias = { find: /^pdfjs-dist$/, replacement: "pdfjs-dist/legacy/build/pdf.mjs" };

/** What a test begins with may take as long as the test: in many files it is the larger part. */
const project = (name: string, testTimeout: number, isolate = true) => ({
  extends: true as const,
  test: {
    name,
    isolate,
    environment: "node",
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    testTimeout,
    hookTimeout: testTimeout,
    // As long as a slow machine may need for whatever a test waits for; the default of a second is a race.
    expect: { poll: { timeout: 20_000 } },
  },
});

/**
 * Unit tests share a process and their modules: a process for each of them costs four times what they do. They leave
 * nothing behind, neither a global nor a faked clock. The others open databases, of which RxDB counts the collections.
 *
 * Tests in a real Electron have their own config, since they run one after the other.
 */
export default defineConfig({
  resolve: { alias: [peerAlias, pdfAlias] },
  test: {
    server: { deps: { inline: ["y-webrtc"] } },
    projects: [project("unit", 30_000, false), project("contract", 30_000), project("integration", 60_000)],
  },
});
