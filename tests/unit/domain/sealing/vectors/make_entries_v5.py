"""Makes entries-v5.json, the kinds that protocol 5 brought, without any code of the program.

The file is kept: what this prints must mean the same, laid out by the formatter. Needs Python 3 and the package `cryptography`.
Run: python3 make_entries_v5.py
"""

import hashlib
import json
from base64 import urlsafe_b64encode
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def b64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def fixed(name: str, length: int = 32) -> bytes:
    """Bytes anybody can make again; stands for chance."""
    return sha(f"panelbook vector/{name}".encode())[:length]


def canonical(value) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


signing = Ed25519PrivateKey.from_private_bytes(fixed("device sign"))
public = signing.public_key().public_bytes_raw()
loop_id, slot_id, person_id = (b64(fixed(name, 16)) for name in ("loop", "slot", "person"))
head = {"v": 1, "loopId": loop_id, "deviceId": b64(sha(public)), "at": "2026-11-23T12:00:00.000Z"}
earlier = b64(fixed("earlier word"))


def signed(kind: str, body: dict) -> dict:
    text = canonical(body)
    message = b"panelbook/1/" + kind.encode() + b"\0" + text.encode()
    entry = {"kind": kind, "body": text, "signKey": b64(public), "signature": b64(signing.sign(message))}
    return {"kind": kind, "body": body, "entry": entry, "hash": b64(sha(message)),
            "bytes": (b"\x01" + canonical(entry).encode()).hex()}


typist = signed("typist", {**head, "slotId": slot_id, "personId": person_id, "by": b64(fixed("typist", 16)),
                           "reason": "Ben’s laptop is dead – 数"})
entries = [
    typist,
    # A card that another person's laptop sealed: here its header matters, and nothing opens it.
    signed("card", {
        "header": {**head, "slotId": slot_id, "personId": person_id, "revision": 1, "kitRoot": b64(fixed("kit")),
                   "prev": None, "counter": 4, "knownReveals": [], "commit": b64(fixed("commit")),
                   "keyCommit": b64(fixed("key commit")), "typedIn": {"typist": typist["hash"], "after": [earlier]}},
        "nonce": b64(fixed("nonce", 12)), "ciphertext": b64(fixed("ciphertext")),
        "wraps": [{"recipient": {"kind": "device", "deviceId": head["deviceId"]},
                   "ephemeralKey": b64(fixed("ephemeral")), "nonce": b64(fixed("wrap nonce", 12)),
                   "ciphertext": b64(fixed("wrap"))}],
    }),
]
vector = {
    "about": "What protocol 5 brought, byte for byte. Never changes: made by make_entries_v5.py.",
    "device": {"signing": fixed("device sign").hex(), "agreement": fixed("device agree").hex()},
    "entries": entries,
}
(Path(__file__).parent / "entries-v5.json").write_text(json.dumps(vector, indent=2, ensure_ascii=False) + "\n")
