import { err, ok, type Result } from "../../domain/result";

export type CameraFailure =
  | { readonly type: "noCamera" }
  | { readonly type: "noMicrophone" }
  | { readonly type: "cameraTaken" }
  | { readonly type: "notAllowed" }
  | { readonly type: "unplugged" };

/** 720p at most: two minutes of it are about 40 MB. */
const wanted: MediaStreamConstraints = {
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } },
  audio: true,
};

const whatIsMissing = async (): Promise<CameraFailure> => {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.some(({ kind }) => kind === "videoinput") ? { type: "noMicrophone" } : { type: "noCamera" };
};

/** Turns camera and microphone on, or says why it cannot. */
export const openCamera = async (): Promise<Result<MediaStream, CameraFailure>> => {
  try {
    return ok(await navigator.mediaDevices.getUserMedia(wanted));
  } catch (thrown) {
    if (!(thrown instanceof DOMException)) throw thrown;
    if (thrown.name === "NotFoundError" || thrown.name === "OverconstrainedError")
      return err(await whatIsMissing());
    return err({ type: thrown.name === "NotAllowedError" ? "notAllowed" : "cameraTaken" });
  }
};

export const closeCamera = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};

/** Calls back once a device of the stream goes away; returns the undo. */
export const onUnplugged = (stream: MediaStream, act: () => void): (() => void) => {
  const tracks = stream.getTracks();
  for (const track of tracks) track.addEventListener("ended", act);
  return () => {
    for (const track of tracks) track.removeEventListener("ended", act);
  };
};
