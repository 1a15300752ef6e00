import type { WebSocket } from "ws";
import type { LoopId } from "../../../src/domain/ids";
import { jsonValue } from "../../../src/domain/loop/json-value";
import {
  type CurrentAnswer,
  currentQuestionSchema,
  maxPassageBytes,
  passageVersion,
} from "../../../src/domain/loop/lobby/passage-messages";
import type { Passage } from "../../../src/domain/sealing/passages";
import type { LobbyVault } from "./lobby-vault";
import { textLine } from "./text-line";
import { bucketPerAddress, type Rate } from "./token-bucket";

export interface CurrentDeskOptions {
  readonly vault: LobbyVault;
  readonly limits?: Partial<CurrentLimits>;
  readonly report: (error: unknown) => void;
}

export interface CurrentLimits {
  /** For the question, in milliseconds. */
  readonly questionMs: number;
  /** Questions from one address. */
  readonly rate: Rate;
}

const defaultCurrentLimits: CurrentLimits = { questionMs: 5_000, rate: { burst: 20, perSecond: 1 } };

/** Answers `current?` for the loops that are open here. */
export interface CurrentDesk {
  /** Takes over one connection: one question, one answer. */
  readonly serve: (socket: WebSocket, address: string) => void;
  /** What leads from older generations of a loop to its newest; replaces what was offered before. */
  readonly offer: (loopId: LoopId, passages: readonly Passage[]) => void;
}

export const createCurrentDesk = ({ vault, limits: given, report }: CurrentDeskOptions): CurrentDesk => {
  const limits = { ...defaultCurrentLimits, ...given };
  const offers = new Map<LoopId, readonly Passage[]>();
  const mayAsk = bucketPerAddress(limits.rate, () => performance.now());

  const passageText = ({ entries }: Passage): string => JSON.stringify({ v: passageVersion, entries });

  /** Null where the topic is of no room of this loop. */
  const answerOf = async (loopId: LoopId, topic: string): Promise<CurrentAnswer | null> => {
    const rooms = await vault.rooms(loopId);
    const room = rooms.ok ? rooms.value.find((known) => known.topic === topic) : undefined;
    if (room === undefined) return null;
    const passage = offers.get(loopId)?.find(({ from }) => from === room.generation);
    if (passage === undefined) return { type: "newest" };
    const box = vault.crypto.toBase64Url(room.seal(vault.crypto.utf8(passageText(passage))));
    if (box.length > maxPassageBytes) throw new Error("a passage is longer than anybody takes");
    return { type: "passage", box: box as Extract<CurrentAnswer, { type: "passage" }>["box"] };
  };
  const answer = async (topic: string): Promise<CurrentAnswer> => {
    for (const loopId of offers.keys()) {
      const found = await answerOf(loopId, topic);
      if (found !== null) return found;
    }
    return { type: "unknown" };
  };

  return {
    serve: (socket, address) => {
      const deadline = setTimeout(() => socket.terminate(), limits.questionMs);
      const line = textLine(socket, {
        onText: (text) => {
          const question = currentQuestionSchema.safeParse(jsonValue(text));
          if (!question.success || !mayAsk(address)) return line.close();
          const say = (said: CurrentAnswer): void => {
            line.send(JSON.stringify(said));
            line.close();
          };
          answer(question.data.topic).then(say, (error: unknown) => {
            report(error);
            line.close();
          });
        },
        onClose: () => clearTimeout(deadline),
        onBug: report,
      });
    },
    offer: (loopId, passages) => void offers.set(loopId, passages),
  };
};
