import { createServer } from "node:http";
import { Repo } from "@automerge/automerge-repo";
import { WebSocketServerAdapter } from "@automerge/automerge-repo-network-websocket";
import { NodeFSStorageAdapter } from "@automerge/automerge-repo-storage-nodefs";
import { WebSocketServer } from "ws";

/** One shared document, whose address GET /document gives; prints the port. Argument: a folder. */
const http = createServer((_request, response) => {
  response.setHeader("access-control-allow-origin", "*");
  response.end(handle.url);
});
const repo = new Repo({
  network: [new WebSocketServerAdapter(new WebSocketServer({ server: http }))],
  storage: new NodeFSStorageAdapter(process.argv[2]),
  sharePolicy: async () => true,
});
const handle = repo.create({ coverage: {} });
http.listen(0, "127.0.0.1", () => process.stdout.write(`${http.address().port}\n`));
