import { SegmentedControl } from "@mantine/core";
import { type ReactEventHandler, type RefObject, useEffect, useRef, useState } from "react";
import classes from "./clip-player.module.css";

/** How fast a recording can run, slowest first. */
export const clipSpeeds = ["0.75", "1", "1.25", "1.5", "2"] as const;

/**
 * A recording says nowhere how long it is: the player learns it by going behind the end once. Back at the beginning it
 * can then go anywhere.
 */
const learnLength: ReactEventHandler<HTMLVideoElement> = ({ currentTarget }) => {
  if (Number.isFinite(currentTarget.duration)) return;
  const back = () => {
    currentTarget.removeEventListener("durationchange", back);
    currentTarget.currentTime = 0;
  };
  currentTarget.addEventListener("durationchange", back);
  currentTarget.currentTime = Number.MAX_SAFE_INTEGER;
};

interface ClipPlayerProps {
  readonly address: string;
  readonly label: string;
  /** Set to the video while it is there, to read or change where it is. */
  readonly video?: RefObject<HTMLVideoElement | null>;
  /** The chosen one of `clipSpeeds`, where whoever shows the player chooses too; its own choice otherwise. */
  readonly speed?: { readonly value: string; readonly onChange: (value: string) => void };
  /** Shown in the place of a recording that cannot be played. */
  readonly notPlayed?: string;
}

/** A recording with the choice of how fast it runs. */
export const ClipPlayer = ({ address, label, video, speed, notPlayed }: ClipPlayerProps) => {
  const own = useRef<HTMLVideoElement>(null);
  const place = video ?? own;
  const [ownSpeed, setOwnSpeed] = useState("1");
  const [isReady, setReady] = useState(false);
  const [failed, setFailed] = useState(false);
  const chosen = speed?.value ?? ownSpeed;
  // A recording that is loaded anew runs at its default speed otherwise.
  useEffect(() => {
    if (!isReady || place.current === null) return;
    place.current.playbackRate = Number(chosen);
  }, [chosen, isReady, place]);
  if (failed && notPlayed !== undefined) return <p role="status">{notPlayed}</p>;
  return (
    <div className={classes.player}>
      {/* Pressing Play while it looks for its end would do nothing: the controls come after that. */}
      {/* biome-ignore lint/a11y/useMediaCaption: recordings are made here and have no captions. */}
      <video
        ref={place}
        className={classes.video}
        src={address}
        aria-label={label}
        controls={isReady}
        controlsList="nodownload noremoteplayback"
        preload="metadata"
        onLoadStart={() => setReady(false)}
        onLoadedMetadata={(event) => {
          setReady(Number.isFinite(event.currentTarget.duration));
          learnLength(event);
        }}
        onSeeked={() => setReady(true)}
        onError={() => {
          setReady(true);
          setFailed(true);
        }}
      />
      <SegmentedControl
        aria-label="Speed"
        value={chosen}
        onChange={speed?.onChange ?? setOwnSpeed}
        data={clipSpeeds.map((value) => ({ value, label: `${value}×` }))}
      />
    </div>
  );
};
