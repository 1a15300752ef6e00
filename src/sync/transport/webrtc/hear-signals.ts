import { type SignalingConn, WebrtcConn, type WebrtcProvider } from "y-webrtc";
import type { GateReport } from "../../gate/refusal";
import { garbled, guardTexts, silenced } from "./guard-texts";
import { openSignal, publishedSchema, type SignalMessage, signalMessageSchema } from "./signal-messages";

type Room = NonNullable<WebrtcProvider["room"]>;
type Said<Type extends SignalMessage["type"]> = Extract<SignalMessage, { readonly type: Type }>;

/** Servers whose messages y-webrtc itself does not hear any more; it shares them between the rooms of a window. */
const taken = new WeakSet<SignalingConn>();

/**
 * y-webrtc acts on whatever opens with the room's password: a description that is none ends as a promise nobody awaits, and
 * so does everything a stranger makes up who knows the room's name. Its listener is the first that a server has.
 */
const takeFrom = (server: SignalingConn): void => {
  if (taken.has(server)) return;
  taken.add(server);
  const [own] = server._observers.get("message") ?? [];
  if (own !== undefined) server.off("message", own);
  guardTexts(server);
};

const tellOf = (room: Room, name: string): void => {
  const webrtcPeers = [...room.webrtcConns.keys()];
  room.provider.emit("peers", [{ removed: [], added: [name], webrtcPeers, bcPeers: [] }]);
};

/** The connection with a laptop, made where there is none. */
const connectionWith = (server: SignalingConn, room: Room, name: string, initiator: boolean): WebrtcConn => {
  const known = room.webrtcConns.get(name);
  if (known !== undefined) return known;
  const connection = new WebrtcConn(server, initiator, name, room);
  room.webrtcConns.set(name, connection);
  tellOf(room, name);
  return connection;
};

const announced = (server: SignalingConn, room: Room, { from }: Said<"announce">): void => {
  if (room.webrtcConns.size < room.provider.maxConns) connectionWith(server, room, from, true);
};

/** y-webrtc has none where nothing is offered, whatever its types say. */
const forgetToken = (connection: WebrtcConn): void => {
  Object.assign(connection, { glareToken: undefined });
};

/** As y-webrtc: of two offers that cross, the one with the larger token is answered, and an answer ends the matter. */
const described = (server: SignalingConn, room: Room, message: Said<"signal">): void => {
  const { from, signal, token } = message;
  const known = room.webrtcConns.get(from);
  // Whoever answers was offered something by us, so we know them.
  if (known === undefined && signal.type === "answer") return;
  const own = known?.glareToken;
  if (signal.type === "offer" && own !== undefined && token !== undefined && own > token) return;
  if (known !== undefined && (signal.type === "offer" || signal.type === "answer")) forgetToken(known);
  connectionWith(server, room, from, false).peer.signal(signal);
};

const act = (server: SignalingConn, room: Room, message: SignalMessage): void => {
  const isForMe = message.to === undefined || message.to === room.peerId;
  if (message.from === room.peerId || !isForMe) return;
  if (message.type === "announce") announced(server, room, message);
  else described(server, room, message);
};

/**
 * Hears in y-webrtc's place what a server passes on for this room: opened and checked before anything is done with it, what
 * does not open, is none of a room's messages or no message at all is reported. Returns the undo.
 */
export const hearSignals = (
  server: SignalingConn,
  provider: WebrtcProvider,
  onRefused: (report: GateReport) => void,
): (() => void) => {
  takeFrom(server);
  let isOver = false;
  const hear = async (given: unknown): Promise<void> => {
    const { room } = provider;
    const published = publishedSchema.safeParse(given);
    if (room?.key == null || !published.success || published.data.topic !== room.name) return;
    const opened = await openSignal(published.data.data, room.key);
    if (isOver || provider.room !== room) return;
    if (opened === null) return onRefused({ deviceId: null, reason: "doesNotOpen" });
    const message = signalMessageSchema.safeParse(opened.said);
    // Everybody in the loop could say it under a colleague's name.
    const refuse = (): void => onRefused({ deviceId: null, reason: "badSignal" });
    if (!message.success) return refuse();
    try {
      act(server, room, message.data);
    } catch {
      // Of the right form and still nothing that WebRTC takes.
      refuse();
    }
  };
  const listener = (given: unknown): void => void hear(given);
  const refuseText = (): void => onRefused({ deviceId: null, reason: "garbledSignal" });
  const refuseAll = (): void => onRefused({ deviceId: null, reason: "muted" });
  server.on("message", listener);
  server.on(garbled, refuseText);
  server.on(silenced, refuseAll);
  return () => {
    isOver = true;
    server.off("message", listener);
    server.off(garbled, refuseText);
    server.off(silenced, refuseAll);
  };
};
