import { isOwnPage } from "./own-page";

/**
 * Checks our own page passes without being granted anything: without `media` WebRTC hides the addresses a closed
 * network needs, without `persistent-storage` the database may be evicted.
 */
const checked: ReadonlySet<string> = new Set(["media", "persistent-storage"]);

/** True where a permission check may pass; a request for a device is always refused. */
export const passesCheck = (permission: string, origin: string): boolean =>
  checked.has(permission) && isOwnPage(origin);
