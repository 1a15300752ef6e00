import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { servedPath } from "../../../../../electron/main/guards/served-path";

const folder = "/opt/panelbook/out/renderer";

describe("a request for the page", () => {
  it.each([
    ["/", `${folder}/index.html`],
    ["/index.html", `${folder}/index.html`],
    ["/assets/index-Dy%20H.js", `${folder}/assets/index-Dy H.js`],
    ["/assets/..hidden", `${folder}/assets/..hidden`],
    ["/%252e%252e/x", `${folder}/%2e%2e/x`],
  ])("%s is answered with %s", (pathname, file) => {
    expect(servedPath(folder, pathname)).toBe(file);
  });

  it.each([
    "",
    "index.html",
    "//etc/passwd",
    "/../main/index.cjs",
    "/assets/../../main/index.cjs",
    "/%2e%2e/main/index.cjs",
    "/..%2fmain/index.cjs",
    "/%2e%2e%2fmain",
    "/..\\main\\index.cjs",
    "/%5c..%5cmain",
    "/C:/Windows/win.ini",
    "/index.html::$DATA",
    "/index.html%00.png",
    "/assets//index.js",
    "/./index.html",
    "/assets/",
    "/%zz",
  ])("%s is answered with nothing", (pathname) => {
    expect(servedPath(folder, pathname)).toBeNull();
  });

  it("never leaves its folder, whatever the path is made of", () => {
    const piece = fc.constantFrom(
      "..",
      ".",
      "/",
      "%2e",
      "%2f",
      "%5c",
      "\\",
      "a",
      ":",
      "%00",
      "%",
      "renderer-secret",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = servedPath(folder, `/${pieces.join("")}`);
        const parts = file?.split("/") ?? [];
        expect(file === null || (file.startsWith(`${folder}/`) && !parts.includes(".."))).toBe(true);
      }),
      { seed: 20261123, numRuns: 2_000 },
    );
  });
});
