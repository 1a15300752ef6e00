import { networkInterfaces } from "node:os";
import { createInterface } from "node:readline";
import { z } from "zod";
import { createDiscovery } from "../../../../electron/main/lan/discovery/discovery";
import { loopLabelSchema } from "../../../../src/domain/loop/loop-label";

/**
 * One laptop's discovery in a process of its own. Takes orders as lines of JSON and prints a line for each notice.
 */
const setupSchema = z.object({
  instance: z.string(),
  port: z.number().optional(),
  onlyLoopback: z.boolean().default(false),
  limits: z.record(z.string(), z.unknown()).default({}),
});
const orderSchema = z.union([
  z.object({
    announce: z.array(
      z.object({ label: loopLabelSchema, port: z.number(), protocol: z.number().default(1) }),
    ),
  }),
  z.object({ look: z.boolean() }),
  z.object({ quit: z.literal(true) }),
]);

const setup = setupSchema.parse(JSON.parse(process.argv[2] ?? ""));
const print = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const discovery = createDiscovery({
  interfaces: () => (setup.onlyLoopback ? { lo: networkInterfaces().lo } : networkInterfaces()),
  instance: setup.instance,
  limits: setup.limits,
  ...(setup.port === undefined ? {} : { port: setup.port }),
  onNearby: (loops) => print({ loops, listening: discovery.isListening() }),
});

const obey = async (order: z.infer<typeof orderSchema>): Promise<void> => {
  if ("announce" in order) discovery.announce(order.announce);
  else if ("quit" in order) {
    await discovery.stop();
    process.exit(0);
  } else if (order.look) print({ loops: discovery.look(), listening: discovery.isListening() });
  else discovery.stopLooking();
};

createInterface({ input: process.stdin }).on("line", (line) => {
  void obey(orderSchema.parse(JSON.parse(line)));
});
print({ ready: true });
