import { networkInterfaces } from "node:os";
import QRCode from "qrcode";
import { base64UrlSchema, type Hash } from "../../../src/domain/ids";
import { type FullInvite, inviteText, typedCodeText } from "../../../src/domain/loop/invite";
import { addressText, type LanAddress, signalingUrl } from "../../../src/domain/loop/lan-address";
import type { Hosting, Serving } from "../../contract/lan";
import { ownAddresses } from "./addresses";
import type { HostedLoop } from "./lobby-guest";

/** More addresses make the QR code denser and joining slower; the likeliest are first. */
const told = 3;

const quietZone = 2;

const placeOf = (port: number, interfaces: ReturnType<typeof networkInterfaces>) => {
  const own = ownAddresses(interfaces);
  const addresses: readonly LanAddress[] = own.addresses.slice(0, told).map((host) => ({ host, port }));
  return { addresses, reach: own.reach };
};

/** Where laptops of a loop can meet through this one now. */
export const servingAt = (
  port: number,
  interfaces: ReturnType<typeof networkInterfaces> = networkInterfaces(),
): Serving => {
  const { addresses, reach } = placeOf(port, interfaces);
  const url = signalingUrl({ host: "127.0.0.1", port });
  return { port, addresses: addresses.map(addressText), reach, signalingUrl: url };
};

/** Everything a facilitator shows to let others in, with the addresses this laptop has now. */
export const inviteCard = async (
  loop: HostedLoop,
  port: number,
  facilitatorKey: Hash,
  interfaces: ReturnType<typeof networkInterfaces> = networkInterfaces(),
): Promise<Hosting> => {
  const { addresses } = placeOf(port, interfaces);
  const invite: FullInvite = {
    protocol: loop.protocol,
    addresses: [...addresses],
    label: loop.label,
    joinToken: base64UrlSchema.parse(loop.joinToken),
    facilitatorKey,
    expiresAt: null,
  };
  const text = inviteText(invite);
  const first = addresses[0] ?? { host: "127.0.0.1", port };
  return {
    loopId: loop.loopId,
    ...servingAt(port, interfaces),
    invite: text,
    qrSvg: await QRCode.toString(text, { type: "svg", errorCorrectionLevel: "M", margin: quietZone }),
    typedCode: typedCodeText({ address: first, label: loop.label }),
  };
};
