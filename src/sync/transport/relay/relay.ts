import type { Awareness } from "y-protocols/awareness";
import type { Link, OpenLink } from "../../gate/link";
import { provideDoc } from "../doc-provider";
import type { TransportSession } from "../transport";
import { type Lines, newLines, type RelayServer } from "./lines";
import { newRelayChannel, type RelayChannel } from "./relay-channel";
import type { RelayMessage } from "./relay-messages";

export interface RelayOptions extends Pick<TransportSession, "doc"> {
  /** By which this laptop is reached at the servers; the others know it from sealed signaling. */
  readonly name: string;
  readonly topic: string;
  readonly servers: () => readonly RelayServer[];
  readonly awareness: Awareness | null;
  /** Makes a link of a session through the server at this address. */
  readonly openLink: (url: string) => OpenLink;
  readonly random: () => number;
  /** Looks in a row in which a laptop is not reached directly before its frames go through a server. */
  readonly patience?: number;
}

/** Laptops that reach a server and not each other: their sealed frames go through it. */
export interface Relay {
  /**
   * Called every second with the laptops that were heard of and are not reached directly now; sessions with others are
   * closed. Of two laptops the one with the larger name opens.
   */
  readonly look: (unreached: readonly string[]) => void;
  readonly close: () => void;
}

const defaultPatience = 10;
/** Looks without a word after which a session is given up and opened anew. */
const quietLimit = 12;
/** An opening that nobody accepted is repeated after so many looks. */
const acceptWithin = 4;

interface Session {
  readonly number: number;
  readonly url: string;
  readonly link: Link;
  readonly channel: RelayChannel;
  quietFor: number;
}

interface Opening {
  readonly number: number;
  looks: number;
}

export const startRelay = (options: RelayOptions): Relay => {
  const { name, doc, awareness, openLink } = options;
  const patience = options.patience ?? defaultPatience;
  const sessions = new Map<string, Session>();
  const openings = new Map<string, Opening>();
  /** Looks since a laptop was reached last; who is not here is reached directly or unheard of. */
  let missed = new Map<string, number>();
  const provider = provideDoc(
    doc,
    (message) => {
      for (const { link } of sessions.values()) link.send(message);
    },
    awareness,
  );

  const end = (other: string): void => {
    sessions.get(other)?.link.close();
    sessions.delete(other);
  };
  const hangUp = (other: string): void => {
    const session = sessions.get(other);
    if (session === undefined) return;
    lines.say(session.url, other, { kind: "close", session: session.number });
    end(other);
  };
  const begin = (other: string, number: number, url: string): void => {
    end(other);
    openings.delete(other);
    const channel = newRelayChannel(number, {
      say: (message) => lines.say(url, other, message),
      onFrame: (frame) => link.receive(frame),
      onFault: () => hangUp(other),
    });
    const link: Link = openLink(url)({
      sendFrame: channel.put,
      deliver: (message) => {
        const answer = provider.receive(message);
        if (answer !== null) link.send(answer);
      },
      onDevice: () => undefined,
    });
    sessions.set(other, { number, url, link, channel, quietFor: 0 });
    link.opened();
    for (const greeting of provider.greetings()) link.send(greeting);
  };
  const hear = (url: string, other: string, message: RelayMessage): void => {
    const session = sessions.get(other);
    if (message.kind === "open") {
      // Only laptops that were heard of through sealed signaling: a stranger at the server opens nothing.
      if (!missed.has(other) || session?.number === message.session) return;
      lines.say(url, other, { kind: "accept", session: message.session });
      begin(other, message.session, url);
      return;
    }
    if (message.kind === "accept") {
      if (openings.get(other)?.number === message.session) begin(other, message.session, url);
      return;
    }
    if (session === undefined || session.number !== message.session || session.url !== url) return;
    session.quietFor = 0;
    if (message.kind === "close") end(other);
    else session.channel.hear(message);
  };
  const lines: Lines = newLines(options, {
    hear,
    onGone: (url, other) => {
      for (const [each, session] of sessions) {
        if (session.url === url && (other === null || other === each)) end(each);
      }
    },
  });
  const open = (other: string): void => {
    const opening = openings.get(other);
    if (opening !== undefined && opening.looks < acceptWithin) {
      opening.looks += 1;
      return;
    }
    const number = Math.floor(options.random() * 2 ** 32);
    openings.set(other, { number, looks: 0 });
    lines.sayEverywhere(other, { kind: "open", session: number });
  };
  const lookAt = (other: string): void => {
    const session = sessions.get(other);
    if (session !== undefined) {
      session.quietFor += 1;
      session.channel.confirm();
      if (session.quietFor > quietLimit) hangUp(other);
    } else if (name > other && (missed.get(other) ?? 0) >= patience) open(other);
  };
  return {
    look: (unreached) => {
      lines.look();
      missed = new Map(unreached.map((other) => [other, (missed.get(other) ?? 0) + 1]));
      for (const other of sessions.keys()) if (!missed.has(other)) hangUp(other);
      for (const other of openings.keys()) if (!missed.has(other)) openings.delete(other);
      for (const other of unreached) lookAt(other);
    },
    close: () => {
      for (const other of [...sessions.keys()]) hangUp(other);
      lines.close();
      provider.close();
    },
  };
};
