import { makeBatch } from "./batch";
import { makePacks } from "./make-packs";
import { packOptions, usage } from "./options";

/** `npm run pack`: Word packs of a record's file, without a window. */
const run = async (): Promise<number> => {
  const options = packOptions(process.argv.slice(2));
  if (!options.ok) {
    process.stderr.write(`${options.error.words}\n\n${usage}\n`);
    return 2;
  }
  const tell = (line: string) => process.stdout.write(`${line}\n`);
  const { records } = options.value;
  const made = await (records === null
    ? makePacks(options.value, tell)
    : makeBatch(options.value, records, tell));
  if (made.ok) return 0;
  process.stderr.write(`${made.error.words}\n`);
  return 1;
};

process.exitCode = await run();
