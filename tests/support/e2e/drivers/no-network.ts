import { execFileSync } from "node:child_process";
import { addBundledKit, knock, openRoom, planLoop } from "../acts";
import { testDesk } from "../desk";

/**
 * Drives one laptop that is in no network, and then in one: runs in a network namespace of its own, since the
 * program's inspector answers only there. Prints what the screen said as one line of JSON.
 */
const desk = testDesk();

const putOnNetwork = (): void => {
  execFileSync("ip", ["link", "add", "wlan0", "type", "veth", "peer", "name", "other"]);
  execFileSync("ip", ["addr", "add", "192.168.10.4/24", "dev", "wlan0"]);
  for (const link of ["wlan0", "other"]) execFileSync("ip", ["link", "set", link, "up"]);
};

const drive = async () => {
  const laptop = await desk.open("Mara Lindqvist");
  const alert = laptop.page.getByRole("alert");
  const alertText = async () => {
    await alert.first().waitFor();
    return (await alert.allTextContents()).join(" ");
  };
  await addBundledKit(laptop);
  await planLoop(laptop, "Noor Haddad", ["Tomas Okafor"]);
  await laptop.click("Open the room");
  const hosting = await alertText();
  await knock(laptop, "192.168.10.9:47111/K7QX");
  const joining = await alertText();
  putOnNetwork();
  await laptop.click("Try again");
  await laptop.follow("Loops");
  await laptop.follow("Noor Haddad");
  await laptop.click("Close the room");
  await openRoom(laptop);
  const codeAfterwards = await laptop.page.getByTestId("typed-code").textContent();
  const alertsAfterwards = await alert.count();
  return { hosting, joining, codeAfterwards, alertsAfterwards };
};

try {
  console.log(JSON.stringify(await drive()));
} finally {
  await desk.clear();
}
