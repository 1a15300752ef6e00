import { app, session } from "electron";
import { passesCheck } from "./guards/permission-check";

/** No camera, no microphone, no device, no download, and nothing from the web. */
export const setupPermissions = (): void => {
  void app.whenReady().then(() => {
    const own = session.defaultSession;
    own.setPermissionCheckHandler((_contents, permission, origin) => passesCheck(permission, origin));
    own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
    own.setDevicePermissionHandler(() => false);
    own.setSpellCheckerEnabled(false);
    // Switched off it would still fetch a dictionary from the web for each of its languages.
    own.setSpellCheckerLanguages([]);
    own.on("will-download", (event) => event.preventDefault());
    own.webRequest.onBeforeRequest({ urls: ["http://*/*", "https://*/*"] }, (_details, decide) =>
      decide({ cancel: true }),
    );
  });
};
