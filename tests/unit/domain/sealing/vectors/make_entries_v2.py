"""Makes entries-v2.json, the kinds that protocol 2 brought, without any code of the program.

The file is kept: what this prints must mean the same, laid out by the formatter. Needs Python 3 and the package `cryptography`.
Run: python3 make_entries_v2.py
"""

import hashlib
import json
from base64 import urlsafe_b64encode
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey


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
other_agree = X25519PrivateKey.from_private_bytes(fixed("other agree")).public_key().public_bytes_raw()
laptop = {"deviceId": b64(fixed("other device")), "agreeKey": b64(other_agree)}
head = {"v": 1, "loopId": loop_id, "deviceId": b64(sha(public)), "at": "2026-11-23T12:00:00.000Z"}
heads = [b64(fixed("head 1")), b64(fixed("head 2"))]
one, two, earlier = (b64(fixed(name)) for name in ("version 1", "version 2", "earlier choice"))


def signed(kind: str, body: dict) -> dict:
    text = canonical(body)
    message = b"panelbook/1/" + kind.encode() + b"\0" + text.encode()
    entry = {"kind": kind, "body": text, "signKey": b64(public), "signature": b64(signing.sign(message))}
    return {"kind": kind, "body": body, "entry": entry, "hash": b64(sha(message)),
            "bytes": (b"\x01" + canonical(entry).encode()).hex()}


glass = signed("breakGlass", {**head, "personId": person_id, "envelopeHash": one,
                              "reason": "Die Autorin ist im Krankenhaus – 数", "heads": heads})
entries = [
    signed("takeover", {**head, "personId": person_id, "reason": "„Ihr Laptop ist weg.“", "heads": heads}),
    signed("ownLaptop", {**head, "personId": person_id, "laptop": laptop}),
    signed("choice", {**head, "slotId": slot_id, "personId": person_id, "chosen": one, "rejected": [two],
                      "replaces": [earlier], "knownReveals": []}),
    glass,
    signed("witness", {**head, "personId": person_id, "breakGlassHash": glass["hash"]}),
]
words = b"panelbook/2/own-laptop\0" + canonical({"loopId": loop_id, **laptop}).encode()
vector = {
    "about": "The kinds of protocol 2, byte for byte. Never changes: made by make_entries_v2.py.",
    "device": {"signing": fixed("device sign").hex(), "agreement": fixed("device agree").hex()},
    "ownLaptop": {"loopId": loop_id, **laptop, "digest": sha(words).hex()},
    "entries": entries,
}
(Path(__file__).parent / "entries-v2.json").write_text(json.dumps(vector, indent=2, ensure_ascii=False) + "\n")
