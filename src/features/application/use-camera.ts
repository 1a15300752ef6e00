import { useCallback, useEffect, useRef, useState } from "react";
import { type CameraFailure, closeCamera, onUnplugged, openCamera } from "./camera";

export type CameraState =
  | { readonly type: "off" }
  | { readonly type: "opening" }
  | { readonly type: "on"; readonly stream: MediaStream }
  | { readonly type: "failed"; readonly failure: CameraFailure };

export interface Camera {
  readonly state: CameraState;
  readonly turnOn: () => void;
  readonly turnOff: () => void;
}

/** Camera and microphone of this page: on only while a screen needs them, off when the page goes. */
export const useCamera = (): Camera => {
  const [state, setState] = useState<CameraState>({ type: "off" });
  const open = useRef<(() => void) | null>(null);

  const turnOff = useCallback(() => {
    open.current?.();
    open.current = null;
    setState({ type: "off" });
  }, []);
  const turnOn = useCallback(async () => {
    open.current?.();
    let wanted = true;
    open.current = () => {
      wanted = false;
    };
    setState({ type: "opening" });
    const opened = await openCamera();
    if (!wanted) {
      if (opened.ok) closeCamera(opened.value);
      return;
    }
    if (!opened.ok) return setState({ type: "failed", failure: opened.error });
    const stream = opened.value;
    const forget = onUnplugged(stream, () => setState({ type: "failed", failure: { type: "unplugged" } }));
    open.current = () => {
      forget();
      closeCamera(stream);
    };
    setState({ type: "on", stream });
  }, []);
  useEffect(() => () => open.current?.(), []);
  return { state, turnOn: () => void turnOn(), turnOff };
};
