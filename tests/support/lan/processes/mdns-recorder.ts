import { createSocket } from "node:dgram";
import { decode } from "dns-packet";

/** Somebody on the network who writes down every multicast DNS datagram: who sent it and what it says. */
const [joinOn = "0.0.0.0"] = process.argv.slice(2);
const socket = createSocket({ type: "udp4", reuseAddr: true });
socket.on("message", (bytes, { address }) => {
  const { type, questions = [], answers = [] } = decode(bytes);
  const goodbye = answers.length > 0 && answers.every((answer) => "ttl" in answer && answer.ttl === 0);
  const names = [...questions, ...answers].map(({ name }) => name);
  const line = { from: address, type, goodbye, names, text: bytes.toString("latin1") };
  process.stdout.write(`${JSON.stringify(line)}\n`);
});
socket.bind(5353, "0.0.0.0", () => {
  socket.addMembership("224.0.0.251", joinOn);
  process.stdout.write('{"ready":true}\n');
});
