export { type SeededRandom, seededRandom } from "../../electron/cli/seeded-random";
