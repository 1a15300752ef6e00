import type { Serving } from "../../../electron/contract/lan";
import { type Live, liveCell } from "../../domain/live";
import { addressText, type LanAddress, parseAddress, signalingUrl } from "../../domain/loop/lan-address";
import { isLoopback } from "../../domain/loop/local-network";
import type { FactsByDevice } from "../../sync/gate/peer-facts";

/** Where the laptops of a loop are introduced to each other. */
export interface ServerBook {
  /** Signaling servers: this laptop's own first, then those of laptops heard of, then those remembered. */
  readonly urls: Live<readonly string[]>;
  /** Which of them lead to one laptop, by what that laptop says of itself. */
  readonly sameLaptop: Live<readonly (readonly string[])[]>;
  /** Adds servers that another laptop was reached through. */
  readonly add: (urls: readonly string[]) => void;
  readonly close: () => void;
}

export interface ServerBookParts {
  /** Where this laptop lets others meet; null where it does not. */
  readonly own: Live<Serving | null>;
  readonly facts: Live<FactsByDevice>;
  /** Keeps what was learned on this laptop, newest first. */
  readonly remember: (urls: readonly string[]) => void;
}

/** A laptop tries so many at a time; a panel with two addresses a laptop has fewer. */
const mostServers = 16;

/** "ws://127.0.0.1:47111/signal", and not a name that only begins like it. */
const leadsBack = (url: string): boolean => /^ws:\/\/(?:127\.\d+\.\d+\.\d+|\[::1\]):\d+\//.test(url);

const unique = (urls: readonly string[]): readonly string[] => [...new Set(urls)].slice(0, mostServers);
const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((url, index) => url === other[index]);

/**
 * The addresses of each laptop that no other one names as its own: one that was handed on to another laptop since stands
 * for itself and is tried whatever else is connected. So does one that is claimed by somebody it does not belong to, but
 * only once its own laptop was heard since the loop was opened: until then nothing tells that claim from a true one.
 */
const undisputed = (claims: readonly (readonly string[])[]): readonly (readonly string[])[] => {
  const claimedOnce = (url: string): boolean => claims.filter((claim) => claim.includes(url)).length === 1;
  return claims.map((claim) => [...new Set(claim)].filter(claimedOnce)).filter(({ length }) => length > 1);
};

/**
 * What a colleague's laptop says of itself is an address on this network and nothing more. An address of this very
 * machine counts only among windows on one machine: where there is no network, or the loop was joined through one.
 */
export const createServerBook = ({ own, facts, remember }: ServerBookParts): ServerBook => {
  let remembered: readonly string[] = [];

  const onOneMachine = (): boolean => own.get()?.reach === "thisLaptop" || remembered.some(leadsBack);
  const isOurs = (address: LanAddress): boolean =>
    own.get()?.addresses.includes(addressText(address)) ?? false;
  const urlsOf = (doors: readonly LanAddress[]): readonly string[] =>
    doors.filter((address) => !isOurs(address) && (!isLoopback(address) || onOneMachine())).map(signalingUrl);
  const heardFrom = (): readonly (readonly string[])[] =>
    [...facts.get().values()].map(({ doors }) => urlsOf(doors));
  const heard = (): readonly string[] => heardFrom().flat();
  const ownUrls = (): readonly string[] => {
    const place = own.get();
    return place === null ? [] : [place.signalingUrl];
  };
  const now = (): readonly string[] => unique([...ownUrls(), ...heard(), ...remembered]);

  const urls = liveCell<readonly string[]>([]);
  const sameLaptop = liveCell<readonly (readonly string[])[]>([]);
  const show = (): void => {
    const groups = undisputed(heardFrom());
    const known = sameLaptop.get();
    if (groups.length !== known.length || !groups.every((group, index) => same(group, known[index] ?? [])))
      sameLaptop.set(groups);
    const next = now();
    if (!same(urls.get(), next)) urls.set(next);
  };
  const learn = (more: readonly string[]): void => {
    const next = unique([...more, ...remembered]);
    if (next.some((url) => !remembered.includes(url))) {
      remembered = next;
      remember(next);
    }
    show();
  };
  const undos = [own.subscribe(show), facts.subscribe(() => learn(heard()))];
  return {
    urls,
    sameLaptop,
    add: learn,
    close: () => {
      for (const undo of undos) undo();
    },
  };
};

/** The addresses of a place to meet, as other laptops are told them. */
export const doorsOf = (place: Serving | null): readonly LanAddress[] =>
  (place?.addresses ?? []).flatMap((text) => parseAddress(text) ?? []);
