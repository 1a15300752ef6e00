import { createServer } from "node:net";
import { startSignalingServerSimplePeer } from "rxdb/plugins/replication-webrtc";

/** RxDB's signaling server; prints the port. */
const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
const port = await freePort();
await startSignalingServerSimplePeer({ port });
process.stdout.write(`${port}\n`);
