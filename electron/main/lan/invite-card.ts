import { networkInterfaces } from "node:os";
import QRCode from "qrcode";
import { base64UrlSchema, type Hash } from "../../../src/domain/ids";
import { type Door, type FullInvite, inviteText, typedCodeText } from "../../../src/domain/loop/invite";
import {
  addressText,
  type LanAddress,
  parseAddress,
  signalingUrl,
} from "../../../src/domain/loop/lan-address";
import { isLoopback } from "../../../src/domain/loop/local-network";
import type { Hosting, OtherDoor, Serving } from "../../contract/lan";
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

/** What goes into an invite. */
export interface InviteParts {
  readonly loop: HostedLoop;
  readonly port: number;
  readonly facilitatorKey: Hash;
  readonly others: readonly OtherDoor[];
}

/** Another laptop's address on its own loopback interface leads a joiner nowhere, unless both are windows of one machine. */
const doorsToTell = (others: readonly OtherDoor[], reach: Serving["reach"]): readonly Door[] =>
  others
    .map(({ key, addresses }) => ({ key, addresses: addresses.flatMap((text) => parseAddress(text) ?? []) }))
    .map(({ key, addresses }) => ({
      key,
      addresses: addresses.filter((address) => reach === "thisLaptop" || !isLoopback(address)),
    }))
    .filter(({ addresses }) => addresses.length > 0);

/** The most a picture of 65 squares a side holds where a seventh of it may be unreadable (QR version 12, M). */
const longestWithMuchRepair = 287;

/** More text makes the squares smaller; on a screen, where nothing is torn or dirty, less repair keeps them large. */
const drawn = (text: string): Promise<string> =>
  QRCode.toString(text, {
    type: "svg",
    errorCorrectionLevel: text.length > longestWithMuchRepair ? "L" : "M",
    margin: quietZone,
  });

/** Everything a facilitator shows to let others in, with the addresses this laptop has now. */
export const inviteCard = async (
  { loop, port, facilitatorKey, others }: InviteParts,
  interfaces: ReturnType<typeof networkInterfaces> = networkInterfaces(),
): Promise<Hosting> => {
  const { addresses, reach } = placeOf(port, interfaces);
  const invite: FullInvite = {
    protocol: loop.protocol,
    addresses: [...addresses],
    label: loop.label,
    joinToken: base64UrlSchema.parse(loop.joinToken),
    facilitatorKey,
    expiresAt: null,
    others: doorsToTell(others, reach).map((door) => ({ ...door, addresses: [...door.addresses] })),
  };
  const text = inviteText(invite);
  const first = addresses[0] ?? { host: "127.0.0.1", port };
  return {
    loopId: loop.loopId,
    ...servingAt(port, interfaces),
    invite: text,
    qrSvg: await drawn(text),
    typedCode: typedCodeText({ address: first, label: loop.label }),
  };
};
