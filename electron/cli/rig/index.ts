import { parseArgs } from "node:util";
import { flipsRig } from "./flips-rig";
import { grepRig } from "./grep/grep-rig";
import { ipcRig } from "./ipc/ipc-rig";
import { killsRig } from "./kills-rig";
import { requestsRig } from "./requests/requests-rig";
import { type Rig, seedSchema } from "./rig";

const rigs: readonly Rig[] = [killsRig, flipsRig, ipcRig, requestsRig, grepRig];
const firstSeed = "20261123";

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    seed: { type: "string", default: firstSeed },
    full: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});

// Whoever reads the lines by a program gets nothing else; what preparing a build says goes beside them.
console.log = console.error;

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const chosen = (): readonly Rig[] => {
  const only = values.only?.split(/[|,]/);
  if (only === undefined) return rigs;
  const unknown = only.filter((name) => !rigs.some((rig) => rig.name === name));
  const known = rigs.map(({ name }) => name).join(", ");
  if (unknown.length > 0) throw new Error(`no rig is called ${unknown.join(", ")}; known: ${known}`);
  return rigs.filter(({ name }) => only.includes(name));
};

const run = async (): Promise<void> => {
  const order = { seed: seedSchema.parse(values.seed), full: values.full };
  for (const rig of chosen()) {
    console.error(`${rig.name} ...`);
    const { facts, ...line } = await rig.run(order);
    for (const fact of facts) console.error(`  ${fact}`);
    print(
      values.json
        ? JSON.stringify(line)
        : `${line.rig}: ${line.tried} tried, ${line.survived} survived, ${line.lost} lost: ${line.holds ? "holds" : "DOES NOT HOLD"}`,
    );
    if (!line.holds) process.exitCode = 1;
  }
};

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
