import { app, session } from "electron";
import { isOwnPage } from "./guards/own-page";

/**
 * Checks our own page passes without being granted anything: without `media` WebRTC hides the addresses a closed
 * network needs, without `persistent-storage` the database may be evicted.
 */
const checked: ReadonlySet<string> = new Set(["media", "persistent-storage"]);

/** True where a permission check may pass; a request for a device is always refused. */
export const passesCheck = (permission: string, origin: string): boolean =>
  checked.has(permission) && isOwnPage(origin);

/** No camera, no microphone, no device, no download, and nothing from the web. */
export const setupPermissions = (): void => {
  void app.whenReady().then(() => {
    const own = session.defaultSession;
    own.setPermissionCheckHandler((_contents, permission, origin) => passesCheck(permission, origin));
    own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
    own.setDevicePermissionHandler(() => false);
    own.setSpellCheckerEnabled(false);
    own.on("will-download", (event) => event.preventDefault());
    own.webRequest.onBeforeRequest({ urls: ["http://*/*", "https://*/*"] }, (_details, decide) =>
      decide({ cancel: true }),
    );
  });
};
