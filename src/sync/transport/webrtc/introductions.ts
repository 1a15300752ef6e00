import type { WebrtcConn } from "y-webrtc";

/** As much of a peer as the rule needs. simple-peer reads it a microtask after it was made, when it would offer. */
export interface Introduced {
  initiator: boolean;
}

/**
 * y-webrtc's table of connections with a rule about who offers: of two laptops the one with the larger id. Left to
 * itself y-webrtc lets both offer where both hear of each other; then the candidates of the offer that lost arrive behind
 * the one that won and end it, or an offer comes while the own one is still being made, and either way both wait until
 * the watchdog gives up. Whoever must not offer keeps the connection, waits on it, and asks for the other's offer by
 * announcing itself, once: a connection hung up here would lie in the table until its end is told, and the offer that
 * comes meanwhile would be lost with it.
 */
export class Introductions extends Map<string, WebrtcConn> {
  readonly #own: string;
  readonly #ask: () => void;

  constructor(own: string, ask: () => void) {
    super();
    this.#own = own;
    this.#ask = ask;
  }

  override set(id: string, connection: WebrtcConn): this {
    super.set(id, connection);
    const peer: Introduced = connection.peer;
    if (peer.initiator && this.#own < id) {
      peer.initiator = false;
      this.#ask();
    }
    return this;
  }
}
