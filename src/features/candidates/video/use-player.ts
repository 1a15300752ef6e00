import { type RefObject, useState } from "react";
import { clipSpeeds as speeds } from "../../../ui/clip-player";

const held = (place: number): number => Math.min(Math.max(place, 0), speeds.length - 1);

/** What keys and marks do with a recording that is on the screen; nothing where there is none. */
export const usePlayer = (video: RefObject<HTMLVideoElement | null>) => {
  const [speed, setSpeed] = useState<string>("1");
  const goTo = (seconds: number) => {
    const { current } = video;
    if (current === null) return;
    const end = Number.isFinite(current.duration) ? current.duration : seconds;
    current.currentTime = Math.min(Math.max(seconds, 0), end);
  };
  return {
    speed,
    setSpeed,
    goTo,
    /** The second it is at; null without a recording. */
    now: (): number | null => video.current?.currentTime ?? null,
    skip: (seconds: number) => goTo((video.current?.currentTime ?? 0) + seconds),
    change: (step: 1 | -1) =>
      setSpeed((known) => speeds[held((speeds as readonly string[]).indexOf(known) + step)] ?? known),
    toggle: () => {
      const { current } = video;
      if (current === null) return;
      // What cannot be played says so in its place.
      if (current.paused) void current.play().catch(() => undefined);
      else current.pause();
    },
  };
};

export type Player = ReturnType<typeof usePlayer>;
