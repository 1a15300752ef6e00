import type { WebrtcConn } from "y-webrtc";

/**
 * y-webrtc's table of connections with a rule about who offers: of two laptops the one with the larger id. Left to
 * itself y-webrtc lets both offer where both hear of each other; then the candidates of the offer that lost arrive behind
 * the one that won and end it, or an offer comes while the own one is still being made, and either way both wait until
 * the watchdog gives up. Whoever must not offer hangs up at once, and y-webrtc answers that by announcing itself, which
 * asks the other side for its offer.
 */
export class Introductions extends Map<string, WebrtcConn> {
  readonly #own: string;

  constructor(own: string) {
    super();
    this.#own = own;
  }

  override set(id: string, connection: WebrtcConn): this {
    super.set(id, connection);
    if (connection.peer.initiator === true && this.#own < id) connection.destroy();
    return this;
  }
}
