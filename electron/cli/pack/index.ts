import { makePacks } from "./make-packs";
import { packOptions, usage } from "./options";

/** `npm run pack`: Word packs of a record's file, without a window. */
const run = async (): Promise<number> => {
  const options = packOptions(process.argv.slice(2));
  if (!options.ok) {
    process.stderr.write(`${options.error.words}\n\n${usage}\n`);
    return 2;
  }
  const made = await makePacks(options.value, (path) => process.stdout.write(`${path}\n`));
  if (made.ok) return 0;
  process.stderr.write(`${made.error.words}\n`);
  return 1;
};

process.exitCode = await run();
