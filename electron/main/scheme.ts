import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { app, protocol } from "electron";
import { type CandidateId, candidateIdSchema, type Hash, hashSchema } from "../../src/domain/ids";
import type { Result } from "../../src/domain/result";
import { rendererFolder } from "./built-files";
import { clipResponse } from "./files/clip-response";
import type { FileReader } from "./files/store/file-store";
import { appScheme, isOwnPage } from "./guards/own-page";
import { servedPath } from "./guards/served-path";

/** Styles may be inline because the component library writes them; everything else comes from our own origin. */
export const contentSecurityPolicy = [
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
].join("; ");

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".wasm": "application/wasm",
};

const headersFor = (path: string, policy: string): Record<string, string> => ({
  "Content-Type": contentTypes[extname(path)] ?? "application/octet-stream",
  "Content-Security-Policy": policy,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-cache",
});

const nothing = (status: number, policy: string): Response =>
  new Response(null, { status, headers: { "Content-Security-Policy": policy } });

/** Answers for one of our origins: the file that `pathOf` names, or 404 where it names none. */
export const serveFiles =
  (pathOf: (address: string) => string | null, policy: string) =>
  async (request: Request): Promise<Response> => {
    if (request.method !== "GET" && request.method !== "HEAD") return nothing(405, policy);
    const path = pathOf(request.url);
    if (path === null) return nothing(404, policy);
    try {
      return new Response(await readFile(path), { headers: headersFor(path, policy) });
    } catch (error) {
      if (error instanceof Error && "code" in error) return nothing(404, policy);
      throw error;
    }
  };

/** A kept file about a person. */
export type OpenClip = (
  candidateId: CandidateId,
  hash: Hash,
) => Promise<Result<FileReader, { readonly type: string }>>;

const clipPath = /^\/clips\/([^/]+)\/([^/]+)$/;

/** Which person's which clip an address names; null where it names none. */
const namedClip = (address: string): { readonly candidateId: CandidateId; readonly hash: Hash } | null => {
  const [, candidate, file] = (isOwnPage(address) && clipPath.exec(new URL(address).pathname)) || [];
  const candidateId = candidateIdSchema.safeParse(candidate);
  const hash = hashSchema.safeParse(file);
  return candidateId.success && hash.success ? { candidateId: candidateId.data, hash: hash.data } : null;
};

const servePage = (openClip: OpenClip) => {
  const files = serveFiles(ownFile, contentSecurityPolicy);
  return async (request: Request): Promise<Response> => {
    const named = namedClip(request.url);
    if (named === null || request.method !== "GET") return files(request);
    const clip = await openClip(named.candidateId, named.hash);
    if (!clip.ok) return nothing(404, contentSecurityPolicy);
    return clipResponse(clip.value, request.headers.get("Range"), "video/webm", contentSecurityPolicy);
  };
};

const ownFile = (address: string): string | null =>
  isOwnPage(address) ? servedPath(rendererFolder(), new URL(address).pathname) : null;

/**
 * `app://` counts as a secure web origin, so that storage, crypto and workers are there; the compiled page is kept, so
 * that a later start need not compile it anew. Clips are played as they are read.
 */
const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: true };

/** Serves the built page under app://panelbook and nothing else; must run before the app is ready. */
export const setupScheme = (openClip: OpenClip): void => {
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }]);
  void app.whenReady().then(() => protocol.handle(appScheme, servePage(openClip)));
};
