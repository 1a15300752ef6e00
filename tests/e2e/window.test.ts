import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenPanelbook, openPanelbook } from "../support/e2e/open-panelbook";

let open: OpenPanelbook;
let page: Page;

beforeAll(async () => {
  open = await openPanelbook(["--use-fake-device-for-media-stream"]);
  page = open.page;
  await page.waitForSelector("#root *", { state: "attached" });
});
afterAll(() => open.close());

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' ws: wss:",
  "worker-src 'self'",
  "media-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

/** Starts to watch, then lets the window try to go elsewhere; gives whether main stopped it. */
const stopped = async (attempt: () => Promise<void>): Promise<boolean> => {
  const watch = await open.app.evaluateHandle(({ BrowserWindow }) => ({
    outcome: new Promise<boolean>((done) => {
      BrowserWindow.getAllWindows()[0]?.webContents.once("will-frame-navigate", (happened) => {
        setImmediate(() => done(happened.defaultPrevented));
      });
    }),
  }));
  await attempt();
  return watch.evaluate(({ outcome }) => outcome);
};

describe("the window", () => {
  it("shows the page at app://panelbook as a secure page of that origin", async () => {
    const where = await page.evaluate(() => [location.origin, isSecureContext, document.visibilityState]);
    expect(page.url()).toMatch(/^app:\/\/panelbook\//);
    expect(where).toEqual(["app://panelbook", true, "visible"]);
  });

  it("is titled Panelbook, whatever the page calls itself", async () => {
    await page.evaluate(() => {
      document.title = "Ana Brandt";
    });
    const title = await open.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getTitle(),
    );
    expect(title).toBe("Panelbook");
  });

  it("gives the page nothing of Node and only named questions", async () => {
    const seen = await page.evaluate(() => ({
      node: ["require", "process", "module", "Buffer", "global", "electron", "ipcRenderer"].filter(
        (n) => n in window,
      ),
      app: Object.keys(window.panelbook.app).sort(),
      files: Object.keys(window.panelbook.files).sort(),
    }));
    expect(seen).toEqual({
      node: [],
      app: ["copyText", "info", "onResumed"],
      files: ["openText", "save", "savePage"],
    });
  });

  it("runs in the sandbox, isolated from the preload file", async () => {
    const settings = await open.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences: () => Electron.WebPreferences;
      };
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, spellcheck } =
        contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, spellcheck };
    });
    expect(settings).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    });
  });

  it("has no spell checker, which would fetch dictionaries", async () => {
    expect(await open.app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(
      false,
    );
  });

  it("keeps its background timers running", async () => {
    const throttled = await open.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getBackgroundThrottling(),
    );
    expect(throttled).toBe(false);
  });
});

describe("the page's files", () => {
  const headersOf = (address: string) =>
    page.evaluate(async (url) => {
      const answer = await fetch(url);
      return { status: answer.status, headers: Object.fromEntries(answer.headers.entries()) };
    }, address);

  it("come with the content security policy and their type", async () => {
    const { status, headers } = await headersOf("/");
    expect(status).toBe(200);
    expect(headers["content-security-policy"]?.split("; ")).toEqual(policy);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  it.each([
    "/..%2fmain/index.cjs",
    "/%2e%2e%2fpreload%2findex.cjs",
    "/assets",
    "/missing.js",
    "/%5c..%5cmain",
  ])("do not include %s", async (address) => {
    expect((await headersOf(address)).status).toBe(404);
  });
});

describe("a page that was taken over", () => {
  it("cannot run a script written into it", async () => {
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.ranInline = true";
      document.body.append(script);
      return "ranInline" in window;
    });
    expect(ran).toBe(false);
  });

  it("cannot make code from text", async () => {
    const blocked = await page.evaluate(
      () =>
        new Promise<string>((done) => {
          document.addEventListener("securitypolicyviolation", (event) => done(event.blockedURI), {
            once: true,
          });
          setTimeout("window.ranText = true" as unknown as () => void);
        }),
    );
    const ran = await page.evaluate(() => "ranText" in window);
    expect([blocked, ran]).toEqual(["eval", false]);
  });

  it("cannot open a window", async () => {
    const opened = await page.evaluate(() => window.open("app://panelbook/") === null);
    const windows = await open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect([opened, windows]).toEqual([true, 1]);
  });

  it("cannot go elsewhere", async () => {
    const leave = () =>
      page.evaluate(() => {
        setTimeout(() => location.assign("https://example.com/"));
      });
    expect(await stopped(leave)).toBe(true);
    expect(page.url()).toMatch(/^app:\/\/panelbook\//);
  });

  it("cannot ask the web, by http or https", async () => {
    const outcome = await page.evaluate(async () => {
      const ask = (url: string) =>
        fetch(url).then(
          () => "answered",
          (error: Error) => error.name,
        );
      return [await ask("https://example.com/"), await ask("http://127.0.0.1:9/")];
    });
    expect(outcome).toEqual(["TypeError", "TypeError"]);
  });

  it("cannot embed a page", async () => {
    const inside = await page.evaluate(
      () =>
        new Promise<string>((done) => {
          document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective), {
            once: true,
          });
          const frame = document.createElement("iframe");
          frame.src = "app://panelbook/";
          document.body.append(frame);
        }),
    );
    expect(inside).toBe("frame-src");
  });

  it("cannot have the camera, the place or the clipboard's content", async () => {
    const outcome = await page.evaluate(async () => {
      const name = (error: Error) => error.name;
      const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(() => "given", name);
      const place = await new Promise((done) => {
        navigator.geolocation.getCurrentPosition(
          () => done("given"),
          ({ code }) => done(code),
        );
      });
      const clipboard = await navigator.clipboard.readText().then(() => "given", name);
      return { camera, place, clipboard };
    });
    expect(outcome).toEqual({ camera: "NotAllowedError", place: 1, clipboard: "NotAllowedError" });
  });

  it("cannot ask main anything with a payload of another shape", async () => {
    const answer = await page.evaluate(() => {
      const save = window.panelbook.files.save as (input: unknown) => Promise<unknown>;
      return save({ kind: "exe", suggestedName: "", bytes: "text", path: "/etc/passwd" });
    });
    expect(answer).toEqual({
      ok: false,
      error: {
        type: "refusedPayload",
        channel: "files.save",
        issues: expect.arrayContaining([
          "kind: invalid_value",
          "suggestedName: too_small",
          "bytes: custom",
          "(input): unrecognized_keys",
        ]),
      },
    });
  });
});

describe("main", () => {
  it("answers no window it did not open itself", async () => {
    const answer = await open.app.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/out/preload/index.cjs`;
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload } });
      await stranger.loadURL("app://panelbook/");
      const said: unknown = await stranger.webContents.executeJavaScript("window.panelbook.app.info()");
      stranger.destroy();
      return said;
    });
    expect(answer).toEqual({ ok: false, error: { type: "refusedSender" } });
  });

  it("lets no request of its session out to the web, even past the page's own policy", async () => {
    const server = createServer((_request, answer) => answer.end("reached")).listen(0, "127.0.0.1");
    try {
      await once(server, "listening");
      const outcome = await open.app.evaluate(
        ({ session }, port) =>
          session.defaultSession
            .fetch(`http://127.0.0.1:${port}/`)
            .then((answer) => answer.text())
            .catch((error: Error) => error.message),
        (server.address() as AddressInfo).port,
      );
      expect(outcome).toBe("net::ERR_BLOCKED_BY_CLIENT");
    } finally {
      server.close();
    }
  });

  it("keeps a handler's bug to itself and logs it without its message", async () => {
    await open.app.evaluate(({ clipboard }) => {
      clipboard.writeText = () => {
        throw new RangeError("about Ana Brandt");
      };
    });
    const answer = await page.evaluate(() => window.panelbook.app.copyText("text"));
    if (answer.ok || answer.error.type !== "bug") throw new Error(JSON.stringify(answer));
    const log = await readFile(join(open.profile, "logs/crashes.log"), "utf8");
    expect(log).toContain(answer.error.reference);
    expect(log).toContain("RangeError");
    expect(log).not.toContain("Ana Brandt");
  });

  it("lets the database be kept for good", async () => {
    expect(await page.evaluate(() => navigator.storage.persisted())).toBe(true);
  });

  it("shows a window again whose page crashed, and logs that", async () => {
    const again = open.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<string>((done) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          contents?.once("did-finish-load", () => done(contents.getURL()));
          contents?.forcefullyCrashRenderer();
        }),
    );
    expect(await again).toMatch(/^app:\/\/panelbook\//);
    const log = await readFile(join(open.profile, "logs/crashes.log"), "utf8");
    expect(log).toContain('"kind":"window gone"');
  });
});
