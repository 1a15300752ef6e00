/**
 * What of loops is only needed once somebody makes, opens or carries one, with the documents, the gate and WebRTC behind it.
 * It is read from the disk then (`import`), and not while the program starts.
 */
export { createBundleService } from "./bundle/bundle-service";
export { createLoop } from "./create-loop";
export { meetOverWebrtc } from "./meet";
export { startLoop } from "./start-loop";
