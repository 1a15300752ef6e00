import { useEffect, useState } from "react";
import { useServices } from "./services";

/** Now in milliseconds since 1970, renewed every second, or as often as is asked, while `running`. */
export const useClock = (running: boolean, everyMs = 1000): number => {
  const { ids } = useServices();
  const [now, setNow] = useState(() => Date.parse(ids.now()));
  useEffect(() => {
    if (!running) return;
    const timer = window.setInterval(() => setNow(Date.parse(ids.now())), everyMs);
    return () => window.clearInterval(timer);
  }, [ids, running, everyMs]);
  return now;
};
