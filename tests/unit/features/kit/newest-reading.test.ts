import { expect, it } from "vitest";
import { newestReading } from "../../../../src/features/kit/sheet/newest-reading";

const bytesOf = async (question: string): Promise<ArrayBuffer> =>
  new File([`Question,Competency\n${question},Care\n`], "questions.csv").arrayBuffer();

it("of two sheets that are chosen one after the other only the second is taken, whichever is read first", async () => {
  const read = newestReading();
  let arrive: (bytes: ArrayBuffer) => void = () => undefined;
  const slow = new Promise<ArrayBuffer>((resolve) => {
    arrive = resolve;
  });
  const first = read({ size: 10, arrayBuffer: () => slow });
  const second = await read({ size: 10, arrayBuffer: () => bytesOf("Second?") });
  expect(second?.ok && second.value.rows[1]).toEqual(["Second?", "Care"]);
  arrive(await bytesOf("First?"));
  expect(await first).toBeNull();
});

it("a sheet after which none was chosen is taken", async () => {
  const read = newestReading();
  await read({ size: 10, arrayBuffer: () => bytesOf("First?") });
  const second = await read({ size: 10, arrayBuffer: () => bytesOf("Second?") });
  expect(second?.ok && second.value.rows[1]).toEqual(["Second?", "Care"]);
});
