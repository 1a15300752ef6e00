import { openLab } from "./lab";
import { whyNoLab } from "./net/requirements";
import { labOptions } from "./options";
import { holdSession } from "./session";

/** As automake and others count it: this machine cannot say whether it holds. */
const skippedCode = 77;

/** Standard output belongs to what was asked for; how it goes on stands beside it. */
const say = (line: string): void => console.error(line);

const main = async (): Promise<number> => {
  const options = labOptions(process.argv.slice(2));
  const why = await whyNoLab();
  if (why !== null) {
    say(`The lab is skipped: ${why}.`);
    return skippedCode;
  }
  const lab = await openLab({ ...options, present: options.hosts, say });
  // Ctrl C closes as `quit` does; a second one ends at once, and the guards clean up.
  process.once("SIGINT", () => void lab.close().then(() => process.exit(130)));
  try {
    await holdSession(lab);
    return 0;
  } finally {
    await lab.close();
  }
};

main().then(
  (code) => {
    process.exit(code);
  },
  (error: unknown) => {
    console.error("The lab failed:", error);
    process.exit(1);
  },
);
