import { err, ok, type Result } from "../../../src/domain/result";

/** What somebody at the lab's prompt, or a script, may ask for. Hosts are counted from 0. */
export type Order =
  | { readonly do: "cut" | "heal" | "kill" | "start" | "join"; readonly host: number }
  | { readonly do: "flap"; readonly host: number; readonly times: number }
  | { readonly do: "delay"; readonly host: number; readonly ms: number }
  | { readonly do: "loss"; readonly host: number; readonly percent: number }
  | { readonly do: "apart" | "together"; readonly hosts: readonly [number, number] }
  | { readonly do: "wait"; readonly seconds: number }
  | { readonly do: "nothing" | "quit" | "help" };

export interface OrderFault {
  readonly type: "unknownOrder" | "noSuchHost" | "notANumber";
  readonly text: string;
}

export const orderHelp = `cut h2 · heal h2 · flap h2 10 · delay h2 300 · loss h2 20 · apart h2 h3 · together h2 h3
kill h2 · start h2 · join h4 (late) · wait 5 · help · quit`;

type Words = readonly (string | undefined)[];
type Parsed = Result<Order, OrderFault>;

const fault = (type: OrderFault["type"], text: string | undefined): Parsed => err({ type, text: text ?? "" });

const hostIn = (word: string | undefined, hosts: number): number | null => {
  const number = Number(/^h(\d+)$/.exec(word ?? "")?.[1] ?? 0);
  return number >= 1 && number <= hosts ? number - 1 : null;
};

const numberIn = (word: string | undefined): number | null => {
  const number = Number(word ?? "");
  return word === undefined || Number.isNaN(number) || number < 0 ? null : number;
};

const withHost = (word: string | undefined, hosts: number, make: (host: number) => Parsed): Parsed => {
  const host = hostIn(word, hosts);
  return host === null ? fault("noSuchHost", word) : make(host);
};

const withNumber = (word: string | undefined, make: (number: number) => Order): Parsed => {
  const number = numberIn(word);
  return number === null ? fault("notANumber", word) : ok(make(number));
};

const pair = (what: "apart" | "together", [, one, other]: Words, hosts: number): Parsed =>
  withHost(one, hosts, (left) => withHost(other, hosts, (right) => ok({ do: what, hosts: [left, right] })));

/** One line of a script: "loss h2 20". An empty line and one that begins with # do nothing. */
export const parseOrder = (line: string, hosts: number): Parsed => {
  const words: Words = line.trim().split(/\s+/);
  const [what, first, second] = words;
  switch (what) {
    case "cut":
    case "heal":
    case "kill":
    case "start":
    case "join":
      return withHost(first, hosts, (host) => ok({ do: what, host }));
    case "flap":
      return withHost(first, hosts, (host) => withNumber(second, (times) => ({ do: "flap", host, times })));
    case "delay":
      return withHost(first, hosts, (host) => withNumber(second, (ms) => ({ do: "delay", host, ms })));
    case "loss":
      return withHost(first, hosts, (host) =>
        withNumber(second, (percent) => ({ do: "loss", host, percent })),
      );
    case "apart":
    case "together":
      return pair(what, words, hosts);
    case "wait":
      return withNumber(first, (seconds) => ({ do: "wait", seconds }));
    case "help":
    case "quit":
      return ok({ do: what });
    default:
      return line.trim() === "" || line.trim().startsWith("#")
        ? ok({ do: "nothing" })
        : fault("unknownOrder", what);
  }
};
