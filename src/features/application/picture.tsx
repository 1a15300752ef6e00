import { useEffect, useRef } from "react";
import classes from "./application.module.css";

/** What the camera sees now, without its sound. */
export const Picture = ({ stream, label }: { readonly stream: MediaStream; readonly label: string }) => {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);
  return <video ref={video} className={classes.picture} aria-label={label} autoPlay muted playsInline />;
};
