import type { Result } from "../../../src/domain/result";
import type { CryptoPort, DeviceIdentity } from "../../../src/domain/sealing/crypto-port";
import type { VaultFailure } from "../../contract/vault";
import type { Disk } from "../files/draft-file";
import type { FileStore } from "../files/store/file-store";
import type { Stretch } from "./words-key";

export interface HandOversOptions {
  readonly identity: () => Result<DeviceIdentity, VaultFailure>;
  readonly crypto: CryptoPort;
  readonly files: FileStore;
  /** Where a person wants the file, or null. */
  readonly placeToSave: (suggestedName: string) => Promise<string | null>;
  /** Which file a person chose, or null. */
  readonly fileToOpen: () => Promise<string | null>;
  readonly disk?: Disk;
  readonly stretch?: Stretch;
}
