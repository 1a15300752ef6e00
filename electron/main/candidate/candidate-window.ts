import { app, BrowserWindow, type IpcMainInvokeEvent, powerMonitor, type Session, session } from "electron";
import { type CandidateHandlers, candidateChannels } from "../../contract/candidate-contract";
import { candidateChannelNames } from "../../contract/candidate-names";
import { candidatePreloadFile, rendererFolder } from "../built-files";
import { logBug } from "../crash-log";
import { clipResponse } from "../files/clip-response";
import { answerCall, type CallRules } from "../guards/answer-call";
import { reachesCandidate } from "../guards/candidate-keys";
import { grantsCandidate } from "../guards/candidate-permissions";
import { lockedPreferences } from "../guards/locked-preferences";
import { appScheme, candidateUrl, isCandidatePage } from "../guards/own-page";
import { servedPath } from "../guards/served-path";
import { isTrustedSender } from "../guards/trusted-sender";
import { serveFiles } from "../scheme";
import type { ApplicationSession } from "./application-session";

/** In memory only: the candidate's page keeps nothing on the disk, and nothing of the staff window's is there. */
const partition = "candidate";

/** As the staff window's, without workers, connections and blobs: this page asks nobody but main. */
export const candidatePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The candidate's page and what it is built of; no other page of the program. */
const fileFor = (address: string): string | null => {
  if (!isCandidatePage(address)) return null;
  const { pathname } = new URL(address);
  if (pathname === "/") return servedPath(rendererFolder(), "/candidate/index.html");
  return pathname.startsWith("/assets/") ? servedPath(rendererFolder(), pathname) : null;
};

const clipPath = /^\/clips\/([A-Za-z0-9_-]{43})$/;

export interface CandidateWindowParts {
  readonly handlers: CandidateHandlers;
  readonly openClip: ApplicationSession["openClip"];
}

const serve = (openClip: CandidateWindowParts["openClip"]) => {
  const files = serveFiles(fileFor, candidatePolicy);
  return async (request: Request): Promise<Response> => {
    const hash = isCandidatePage(request.url) ? clipPath.exec(new URL(request.url).pathname)?.[1] : undefined;
    if (hash === undefined || request.method !== "GET") return files(request);
    const clip = await openClip(hash as Parameters<typeof openClip>[0]);
    if (!clip.ok) return new Response(null, { status: 404 });
    return clipResponse(clip.value, request.headers.get("Range"), "video/webm", candidatePolicy);
  };
};

let prepared = false;

/** Locks the partition down; what is served of it changes with each application. */
const prepare = (own: Session, parts: CandidateWindowParts): void => {
  if (own.protocol.isProtocolHandled(appScheme)) own.protocol.unhandle(appScheme);
  own.protocol.handle(appScheme, serve(parts.openClip));
  if (prepared) return;
  prepared = true;
  own.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === "media" && isCandidatePage(origin),
  );
  own.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const mediaTypes = "mediaTypes" in details ? (details.mediaTypes ?? []) : [];
    decide(
      grantsCandidate({
        permission,
        address: details.requestingUrl,
        isMainFrame: details.isMainFrame,
        mediaTypes,
      }),
    );
  });
  own.setDevicePermissionHandler(() => false);
  own.setSpellCheckerEnabled(false);
  own.setSpellCheckerLanguages([]);
  own.on("will-download", (event) => event.preventDefault());
  own.webRequest.onBeforeRequest(
    { urls: ["http://*/*", "https://*/*", "ws://*/*", "wss://*/*"] },
    (_details, decide) => decide({ cancel: true }),
  );
};

/** Registers the handful of questions for this one page, and for nobody else. */
const answerQuestions = (window: BrowserWindow, handlers: CandidateHandlers): void => {
  for (const name of candidateChannelNames) {
    const rules: CallRules = {
      schema: candidateChannels[name].input,
      handler: handlers[name] as CallRules["handler"],
      logBug,
    };
    window.webContents.ipc.handle(name, (event: IpcMainInvokeEvent, input: unknown) => {
      const trusted = isTrustedSender(event.senderFrame, !window.isDestroyed(), isCandidatePage);
      return answerCall({ channel: name, trusted, input }, rules);
    });
  }
};

/**
 * Nothing but `release` closes it or ends the program, save the system's own end. Keys that would do something to a window
 * do nothing. A page may close its own window unasked; then `again` opens another.
 */
const holdOn = (window: BrowserWindow, again: () => void): (() => void) => {
  let held = true;
  const release = (): void => {
    held = false;
  };
  const stay = (event: Electron.Event): void => {
    if (held) event.preventDefault();
  };
  const { webContents } = window;
  window.on("close", stay);
  app.on("before-quit", stay);
  window.on("blur", () => {
    if (held && !window.isDestroyed()) window.focus();
  });
  window.on("leave-full-screen", () => {
    if (held && !window.isDestroyed()) window.setKiosk(true);
  });
  webContents.on("before-input-event", (event, pressed) => {
    if (!reachesCandidate(pressed)) event.preventDefault();
  });
  for (const name of ["will-navigate", "will-frame-navigate", "will-redirect"] as const)
    webContents.on(name as "will-navigate", (event) => event.preventDefault());
  webContents.on("zoom-changed", () => webContents.setZoomLevel(0));
  powerMonitor.on("shutdown", release);
  window.on("closed", () => {
    app.off("before-quit", stay);
    powerMonitor.off("shutdown", release);
    if (held) again();
  });
  return release;
};

const newWindow = (own: Session): BrowserWindow =>
  new BrowserWindow({
    title: "Panelbook",
    show: false,
    kiosk: true,
    frame: false,
    closable: false,
    minimizable: false,
    alwaysOnTop: true,
    autoHideMenuBar: true,
    webPreferences: {
      ...lockedPreferences,
      preload: candidatePreloadFile(),
      session: own,
      devTools: false,
    },
  });

/** Opens the candidate's window over everything; gives what closes it. */
export const openCandidateWindow = (parts: CandidateWindowParts): (() => void) => {
  const own = session.fromPartition(partition);
  prepare(own, parts);
  let close = (): void => undefined;
  const open = (): void => {
    const window = newWindow(own);
    window.removeMenu();
    window.on("page-title-updated", (event) => event.preventDefault());
    answerQuestions(window, parts.handlers);
    const release = holdOn(window, open);
    window.once("ready-to-show", () => window.show());
    void window.loadURL(candidateUrl);
    close = () => {
      release();
      if (!window.isDestroyed()) window.destroy();
    };
  };
  open();
  return () => {
    close();
    void own.clearStorageData();
    app.focus();
  };
};
