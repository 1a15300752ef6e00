import { useEffect, useState } from "react";

const lookMs = 120;
/** Above it somebody speaks; a quiet room lies well below. */
export const heardFrom = 0.04;

/** How loud the microphone is, 0 to 1, looked at some times a second. */
export const useLoudness = (stream: MediaStream): number => {
  const [loudness, setLoudness] = useState(0);
  useEffect(() => {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      setLoudness(samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0));
    }, lookMs);
    return () => {
      clearInterval(timer);
      void context.close();
    };
  }, [stream]);
  return loudness;
};
