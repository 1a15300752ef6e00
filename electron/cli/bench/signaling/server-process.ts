import { startSignalingServer } from "../../../main/lan/signaling-server";

/**
 * The embedded signaling server in a process of its own, as the bench's clients must not share its event loop. Its
 * limits are the program's but for the number of connections: all of the bench's come from one address.
 */
const [topics = ""] = process.argv.slice(2);
const started = await startSignalingServer({
  port: 0,
  ports: 1,
  hosts: ["127.0.0.1"],
  knownTopics: Array.from({ length: Number(topics) }, (_, at) => `room-${at}`),
  origins: ["app://panelbook"],
  onLobby: null,
  limits: { maxConnections: 10_000, maxPerAddress: 10_000 },
  report: (error) => console.error(error),
});
if (!started.ok) throw new Error(`the server does not listen: ${started.error.type}`);
process.stdout.write(`${started.value.port}\n`);
