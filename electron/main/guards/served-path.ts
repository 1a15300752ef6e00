import { join, sep } from "node:path";

const decoded = (path: string): string | null => {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
};

/** Signs that mean something else on some file system: a Windows separator, a drive or stream, an end of string. */
const isForeign = (path: string): boolean => ["\\", ":", "\0"].some((sign) => path.includes(sign));

const isPlain = (part: string): boolean => part !== "" && part !== "." && part !== "..";

/**
 * The file a request for our page means, or null where it means none: an encoded way out of the folder, a backslash,
 * a drive or a zero byte. Decodes once, as `decodeURIComponent` does; what is still encoded then is part of a name.
 * @param pathname the URL's path, still percent-encoded, starting with "/"
 */
export const servedPath = (folder: string, pathname: string): string | null => {
  const path = decoded(pathname);
  if (path === null || !path.startsWith("/") || isForeign(path)) return null;
  if (path === "/") return join(folder, "index.html");
  const parts = path.slice(1).split("/");
  if (!parts.every(isPlain)) return null;
  const file = join(folder, ...parts);
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? file : null;
};
