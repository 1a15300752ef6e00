import type { LanAddress } from "./lan-address";

/**
 * Addresses that lead to this network and never to the internet: private (RFC 1918), link-local (RFC 3927, RFC 4291),
 * shared (RFC 6598), unique local (RFC 4193).
 */
const v4Ranges =
  /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;
const v6Ranges = /^(?:f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/i;
const loopback = /^(?:127\.|::1$)/;

export const isLoopback = ({ host }: LanAddress): boolean => loopback.test(host);

/** True where what a colleague's laptop says of itself may be tried: somewhere on the local network or this machine. */
export const isOnLocalNetwork = (address: LanAddress): boolean =>
  isLoopback(address) || (address.host.includes(":") ? v6Ranges : v4Ranges).test(address.host);
