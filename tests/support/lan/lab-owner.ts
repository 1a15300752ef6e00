import { openLan } from "../../../electron/cli/lab/net/lan";

/** Makes two hosts in the folder it is given, names their namespaces, and waits to be killed. */
const [folder = ""] = process.argv.slice(2);
const lan = await openLan({ ports: 2, seed: 1, folder, pcap: null });
console.log(lan.ports.map((port) => port.namespace).join(" "));
