import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { isOnWire, streamsOf, webSocketPayloads } from "../../lan/packets";
import { startSniffer } from "../../lan/sniffer";
import { addBundledKit, meet, openMyCard, openRoom, planLoop, sealCard, startInterview } from "../acts";
import { testDesk } from "../desk";
import { formsIn } from "../find-text";

/**
 * Two laptops open a room, meet, interview and seal, in a network of their own in which somebody writes every frame
 * down. Prints which texts were found in it.
 */
const desk = testDesk();
const secret = (name: string): string => `${name}${randomBytes(5).toString("hex")}`;
const [mara, tomas, noor] = [secret("Mara "), secret("Tomas "), secret("Noor ")];
const note = secret("quotation ");

const drive = async () => {
  execFileSync("ip", ["link", "add", "wlan0", "type", "veth", "peer", "name", "other"]);
  execFileSync("ip", ["addr", "add", "192.168.10.4/24", "dev", "wlan0"]);
  for (const link of ["wlan0", "other"]) execFileSync("ip", ["link", "set", link, "up"]);
  const sniffer = await startSniffer();
  const [host, guest] = [await desk.open(mara), await desk.open(tomas)];
  await guest.follow("Loops");
  await guest.follow("Join a loop");
  await addBundledKit(host);
  await planLoop(host, noor, [tomas]);
  const invite = await openRoom(host);
  const code = (await host.page.getByTestId("typed-code").textContent()) ?? "";
  const label = code.split("/")[1] ?? "";
  await guest.page.getByRole("button", { name: new RegExp(`^${label} at `) }).waitFor();
  await meet(host, guest, invite);
  await guest.sees(noor);
  await openMyCard(guest);
  await startInterview(guest);
  const question = (await guest.page.locator("h1, h2").first().textContent()) ?? "";
  await guest.press("3", "Enter");
  await guest.page.keyboard.type(note);
  await guest.press("Escape");
  await sealCard(guest);
  await host.follow("Loops");
  await host.follow(noor);
  await host.page
    .getByText(/1 of \d+ cards (is|are) sealed/)
    .first()
    .waitFor();
  return { frames: await sniffer.stop(), label, question };
};

const report = async () => {
  const { frames, label, question } = await drive();
  const wire = frames.filter(isOnWire);
  const streams = streamsOf(wire);
  const heard = Buffer.concat([...wire, ...streams, ...streams.map(webSocketPayloads)]);
  const secrets = { mara, tomas, noor, note, question };
  const found = Object.entries(secrets).filter(([, text]) => formsIn(heard, text).length > 0);
  const visible = [label, "_panelbook", "GET /lobby", "GET /signal", '"type":"hello"', '"type":"publish"'];
  return {
    bytes: wire.reduce((sum, frame) => sum + frame.length, 0),
    question,
    found: found.map(([name]) => name),
    seen: visible.filter((text) => heard.includes(text)).length,
    visible: visible.length,
  };
};

try {
  console.log(JSON.stringify(await report()));
} finally {
  await desk.clear();
}
