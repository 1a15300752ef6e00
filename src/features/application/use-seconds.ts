import { useEffect, useState } from "react";

/** Seconds since this part of the screen appeared, looked at some times a second. */
export const useSeconds = (): number => {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const from = performance.now();
    const timer = setInterval(() => setSeconds((performance.now() - from) / 1000), 200);
    return () => clearInterval(timer);
  }, []);
  return seconds;
};
