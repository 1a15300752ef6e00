import { setTimeout as wait } from "node:timers/promises";
import type { Host } from "./hosts/host";
import type { Lab } from "./lab";
import { type Order, orderHelp } from "./orders";

/** How long a flapping link is down and up, in milliseconds: shorter than any timeout of a connection. */
const flapMs = 700;

const hostAt = ({ hosts }: Lab, index: number): Host => {
  const host = hosts[index];
  if (host === undefined) throw new Error(`there is no host ${index + 1}`);
  return host;
};

const flap = async (lab: Lab, host: Host, times: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) {
    lab.setLink(host, { up: false });
    await wait(flapMs);
    lab.setLink(host, { up: true });
    await wait(flapMs);
  }
};

/** Does what was asked; false where that is to end the lab. */
export const carryOut = async (lab: Lab, order: Order, say: (line: string) => void): Promise<boolean> => {
  switch (order.do) {
    case "cut":
    case "heal":
      lab.setLink(hostAt(lab, order.host), { up: order.do === "heal" });
      return true;
    case "flap":
      await flap(lab, hostAt(lab, order.host), order.times);
      return true;
    case "delay":
      lab.setLink(hostAt(lab, order.host), { delayMs: order.ms });
      return true;
    case "loss":
      lab.setLink(hostAt(lab, order.host), { loss: order.percent / 100 });
      return true;
    case "apart":
    case "together":
      lab.lan.setApart(order.hosts, order.do === "apart");
      return true;
    case "kill":
      await hostAt(lab, order.host).kill();
      return true;
    case "start":
      await lab.bringBack(hostAt(lab, order.host));
      return true;
    case "join":
      await lab.lateJoin(hostAt(lab, order.host));
      return true;
    case "wait":
      await wait(order.seconds * 1000);
      return true;
    case "help":
      say(orderHelp);
      return true;
    case "nothing":
      return true;
    case "quit":
      return false;
  }
};
