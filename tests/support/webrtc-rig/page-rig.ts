/** What a window is told before it joins. */
export interface PageSetup {
  readonly deviceId: string;
  /** The fill of the transport key's 32 bytes. */
  readonly key: number;
  readonly signalingUrl: string;
  readonly topic: string;
  /** Seconds after which frames go through the server. */
  readonly relayAfter: number;
}

/** What became of the data channels of a window since it was loaded. */
export interface ChannelCounts {
  readonly opened: number;
  /** Of those that were open. */
  readonly closed: number;
  /** Bytes of the longest message that was handed to a channel, sent or not. */
  readonly longestMessage: number;
}

/** A laptop inside a window, as the test process calls it. */
export interface PageRig {
  readonly start: (setup: PageSetup) => Promise<void>;
  /** From now on the laptop knows these servers and no others; it may have joined. */
  readonly setServers: (urls: readonly string[]) => void;
  /** What this laptop sends on its channels is lost from now on, or no longer. */
  readonly swallow: (swallowing: boolean) => void;
  /** The laptops on which, by their own word, everything of this one is durable. */
  readonly heldBy: () => readonly string[];
  /** Keeps every direct connection that begins from now on from coming about. */
  readonly isolate: (isolated: boolean) => void;
  readonly join: () => Promise<void>;
  /** Resolves once the signaling server has passed on what this laptop said after it joined. */
  readonly introduced: () => Promise<void>;
  readonly leave: () => Promise<void>;
  readonly close: () => Promise<void>;
  /** Appends to the debrief note. */
  readonly write: (text: string) => void;
  readonly length: () => number;
  readonly tail: (count: number) => string;
  /** SHA-256 of the note in hex. */
  readonly digest: () => Promise<string>;
  readonly peers: () => readonly { readonly deviceId: string | null; readonly link: string }[];
  readonly channels: () => ChannelCounts;
  /** Resolves at the next change of the document or of who is there, at the latest after `limitMs`. */
  readonly changed: (limitMs: number) => Promise<void>;
}

declare global {
  interface Window {
    rig: PageRig;
  }
}
