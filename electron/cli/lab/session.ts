import { createInterface } from "node:readline";
import { carryOut } from "./carry-out";
import type { Lab } from "./lab";
import { boardText, liveBoard } from "./live-board";
import { orderHelp, parseOrder } from "./orders";

const boardEveryMs = 2000;

/** Prints the board whenever it changed. */
const followBoard = (lab: Lab): (() => void) => {
  let last = "";
  let reading = false;
  const look = async (): Promise<void> => {
    if (reading) return;
    reading = true;
    const text = boardText(await liveBoard(lab));
    reading = false;
    // Memory moves all the time and is no news by itself.
    const news = text.replace(/\d+ MB/g, "");
    if (news !== last) console.log(`\n${text}`);
    last = news;
  };
  const timer = setInterval(() => void look(), boardEveryMs);
  return () => clearInterval(timer);
};

/** Takes orders line by line from standard input until it ends or says `quit`. */
export const holdSession = async (lab: Lab): Promise<void> => {
  console.log(`Orders: ${orderHelp}`);
  const stop = followBoard(lab);
  try {
    for await (const line of createInterface({ input: process.stdin })) {
      const order = parseOrder(line, lab.hosts.length);
      if (!order.ok) console.log(`${order.error.type}: ${order.error.text}. ${orderHelp}`);
      else if (!(await carryOut(lab, order.value, console.log))) return;
    }
  } finally {
    stop();
    console.log(`\n${boardText(await liveBoard(lab))}`);
  }
};
