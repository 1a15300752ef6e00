import { openOwedCard } from "../acts/card-acts";
import { goToRoom } from "../acts/loop-acts";
import type { Host } from "../hosts/host";
import { readCard, saysSaved, watchCard } from "../read/card";
import { until } from "../until";
import { type Book, enterCard } from "./book";

const patienceMs = 90_000;

/** Where one host's person is: in the room, or at a card. */
export interface Seat {
  readonly host: Host;
  /** The slot whose card is open, or null. */
  readonly slot: () => string | null;
  /** Goes to the card that is owed first, unless one is open; false where none is owed. */
  readonly toCard: () => Promise<boolean>;
  readonly toRoom: () => Promise<void>;
  /** Goes to a question of the open card, from 0. */
  readonly toQuestion: (question: number) => Promise<void>;
  /** How many questions of the open card come after the one in front. */
  readonly questionsLeft: () => Promise<number>;
  /** Waits until the window calls what it shows saved, and enters it in the book. */
  readonly save: () => Promise<void>;
  /** The program was started anew and is in the room. */
  readonly restarted: () => void;
}

export const seatAt = (host: Host, book: Book): Seat => {
  let slot: string | null = null;
  const page = () => host.laptop().page;
  const save = async (): Promise<void> => {
    await until(`${host.name} says that its card is saved`, patienceMs, () => saysSaved(page()));
    if (slot !== null) enterCard(book, host.name, slot, await readCard(page()));
  };
  return {
    host,
    slot: () => slot,
    toCard: async () => {
      if (slot !== null) return true;
      slot = await openOwedCard(host.laptop());
      if (slot !== null) await watchCard(page());
      return slot !== null;
    },
    toRoom: async () => {
      slot = null;
      await goToRoom(host.laptop());
    },
    toQuestion: async (question) => {
      const strip = page().getByRole("navigation", { name: "Questions of this slot" });
      const entry = strip.getByRole("button").nth(question);
      await entry.click();
      // A focused button takes Enter for itself; the person's next key is for the card.
      await entry.blur();
    },
    questionsLeft: async () => {
      const strip = page().getByRole("navigation", { name: "Questions of this slot" });
      return (await strip.getByRole("button").count()) - 1 - (await readCard(page())).question;
    },
    save,
    restarted: () => {
      slot = null;
    },
  };
};
