"""Makes loop-secrets-v1.json, the files of a loop's secrets in format version 1, without any code of the program.

The file is kept: a change of it is a change of the format. It holds two generations, and the second once more on the
branch that the laptop changed to. Opened by the device key of vault-v1.json.
Needs Python 3 and the package `cryptography` (version 48 was used). Run: python3 make_loop_secrets_v1.py
"""

import hashlib
import json
from base64 import urlsafe_b64encode
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM


def b64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def fixed(name: str) -> bytes:
    """Bytes anybody can make again; stands for chance."""
    return hashlib.sha256(f"panelbook sample/{name}".encode()).digest()


def canonical(value: dict) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


device_key = fixed("device key")
loop = fixed("loop")[:16]


def wrapped(name: str, facts: dict, secret: bytes) -> str:
    """A secret under the device key, bound to what the file says it is."""
    label = {"format": "panelbook-vault", "formatVersion": 1, "kind": "loopSecret", "facts": facts}
    nonce = fixed(f"nonce of {name}")[:12]
    sealed = AESGCM(device_key).encrypt(nonce, secret, canonical(label).encode())
    return canonical(label | {"nonce": b64(nonce), "ciphertext": b64(sealed)}) + "\n"


secrets = {name: fixed(f"loop secret {name}") for name in ("first", "second", "second of the branch")}
about_loop = {"loopId": b64(loop)}
kept = {
    "about": "A loop's secrets of version 1. Never changes: made by make_loop_secrets_v1.py.",
    "deviceKey": device_key.hex(),
    "loopId": b64(loop),
    "files": {
        f"loops/{loop.hex()}.1.json": wrapped("first", about_loop | {"generation": 1}, secrets["first"]),
        f"loops/{loop.hex()}.2.json": wrapped("second", about_loop | {"generation": 2}, secrets["second"]),
        f"loops/{loop.hex()}.2.1.json": wrapped(
            "second of the branch",
            about_loop | {"generation": 2, "branch": 1},
            secrets["second of the branch"],
        ),
    },
    "newestFirst": [
        {"generation": 2, "secret": secrets["second of the branch"].hex()},
        {"generation": 2, "secret": secrets["second"].hex()},
        {"generation": 1, "secret": secrets["first"].hex()},
    ],
}
(Path(__file__).parent / "loop-secrets-v1.json").write_text(json.dumps(kept, indent=2) + "\n")
