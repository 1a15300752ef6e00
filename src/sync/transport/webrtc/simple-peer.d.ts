/** The part of simple-peer that the chunking peer stands on; the package has no types. */
declare module "simple-peer/simplepeer.min" {
  // biome-ignore lint/style/noDefaultExport: that is how the package exports it.
  export default class SimplePeer {
    constructor(options: object);
    readonly destroyed: boolean;
    /** Null before the channel exists and after it was closed. */
    protected _channel: RTCDataChannel | null;
    on(event: "connect" | "close", listener: () => void): this;
    on(event: "data", listener: (message: Uint8Array) => void): this;
    on(event: "signal", listener: (description: object) => void): this;
    on(event: "error", listener: (error: Error) => void): this;
    signal(description: object): void;
    /** Whether this end offers; simple-peer reads it when the first negotiation is due, a microtask after it was made. */
    initiator: boolean;
    emit(event: "data", message: Uint8Array): boolean;
    send(message: Uint8Array): void;
    destroy(error?: Error): void;
    protected _onChannelMessage(event: { readonly data: unknown }): void;
    protected _onChannelBufferedAmountLow(): void;
  }
}
