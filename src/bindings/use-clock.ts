import { useEffect, useState } from "react";
import { useServices } from "./services";

/** Now in milliseconds since 1970, renewed every second while `running`. A jump backwards never shows a negative time. */
export const useClock = (running: boolean): number => {
  const { ids } = useServices();
  const [now, setNow] = useState(() => Date.parse(ids.now()));
  useEffect(() => {
    if (!running) return;
    const timer = window.setInterval(() => setNow(Date.parse(ids.now())), 1000);
    return () => window.clearInterval(timer);
  }, [ids, running]);
  return now;
};
