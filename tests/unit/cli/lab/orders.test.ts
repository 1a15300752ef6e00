import { describe, expect, it } from "vitest";
import { parseOrder } from "../../../../electron/cli/lab/orders";

const parsed = (line: string) => {
  const order = parseOrder(line, 3);
  return order.ok ? order.value : order.error.type;
};

describe("one line of a lab's script", () => {
  it("names a host by its number and says what happens to it", () => {
    expect(parsed("cut h2")).toEqual({ do: "cut", host: 1 });
    expect(parsed("  kill   h1 ")).toEqual({ do: "kill", host: 0 });
    expect(parsed("flap h3 10")).toEqual({ do: "flap", host: 2, times: 10 });
    expect(parsed("loss h2 20")).toEqual({ do: "loss", host: 1, percent: 20 });
    expect(parsed("delay h2 300")).toEqual({ do: "delay", host: 1, ms: 300 });
    expect(parsed("apart h2 h3")).toEqual({ do: "apart", hosts: [1, 2] });
    expect(parsed("wait 0.5")).toEqual({ do: "wait", seconds: 0.5 });
  });

  it("is refused where the host is not there", () => {
    for (const line of ["cut h0", "cut h4", "cut 2", "cut", "together h1"])
      expect(parsed(line), line).toBe("noSuchHost");
  });

  it("is refused where a number is missing, negative or none", () => {
    for (const line of ["flap h2", "loss h2 much", "delay h2 -1", "wait"])
      expect(parsed(line), line).toBe("notANumber");
  });

  it("is refused where the order is unknown, and does nothing where it is empty or a remark", () => {
    expect(parsed("explode h2")).toBe("unknownOrder");
    for (const line of ["", "   ", "# cut h2"]) expect(parsed(line)).toEqual({ do: "nothing" });
  });
});
