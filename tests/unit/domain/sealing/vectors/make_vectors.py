"""Makes envelope-v1.json and loop-secret-v1.json without any code of the program.

The files are kept: what this prints must equal them, and a change of either is a change of the protocol.
Needs Python 3 and the package `cryptography` (version 48 was used). Run: python3 make_vectors.py
"""

import hashlib
import json
from base64 import urlsafe_b64encode
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def b64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def fixed(name: str, length: int = 32) -> bytes:
    """Bytes anybody can make again; stands for chance."""
    return sha(f"panelbook vector/{name}".encode())[:length]


def canonical(value) -> str:
    """RFC 8785 for what is used here: ASCII keys, whole numbers, texts without control characters but newline."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def hkdf(secret: bytes, info: bytes, length: int = 32) -> bytes:
    return HKDF(algorithm=SHA256(), length=length, salt=None, info=info).derive(secret)


def sign_entry(kind: str, body: str, key: Ed25519PrivateKey) -> dict:
    message = b"panelbook/1/" + kind.encode() + b"\0" + body.encode()
    public = key.public_key().public_bytes_raw()
    entry = {"kind": kind, "body": body, "signKey": b64(public), "signature": b64(key.sign(message))}
    return {"entry": entry, "hash": b64(sha(message)), "bytes": (b"\x01" + canonical(entry).encode()).hex()}


def wrap(secret: bytes, recipient: X25519PublicKey, context: dict, ephemeral: bytes, nonce: bytes) -> dict:
    sender = X25519PrivateKey.from_private_bytes(ephemeral)
    info = canonical(
        {
            **context,
            "ephemeralKey": b64(sender.public_key().public_bytes_raw()),
            "recipientKey": b64(recipient.public_bytes_raw()),
        }
    ).encode()
    key = hkdf(sender.exchange(recipient), info)
    return {
        "ephemeralKey": b64(sender.public_key().public_bytes_raw()),
        "nonce": b64(nonce),
        "ciphertext": b64(AESGCM(key).encrypt(nonce, secret, b"")),
    }


device_sign = Ed25519PrivateKey.from_private_bytes(fixed("device sign"))
device_agree = X25519PrivateKey.from_private_bytes(fixed("device agree"))
device_id = b64(sha(device_sign.public_key().public_bytes_raw()))
escrow_agree = X25519PrivateKey.from_private_bytes(fixed("escrow agree"))
escrow_id = b64(fixed("escrow device"))
loop_id, slot_id, person_id = (b64(fixed(name, 16)) for name in ("loop", "slot", "person"))
kit_root = b64(fixed("kit"))
at = "2026-11-23T12:00:00.000Z"

card = {
    "format": "panelbook-card",
    "formatVersion": 1,
    "loopId": loop_id,
    "slotId": slot_id,
    "personId": person_id,
    "kitRoot": kit_root,
    "answers": [
        {
            "questionId": "q-samples",
            "state": "asked",
            "rating": {"kind": "rated", "value": 3},
            "ticks": [{"indicatorId": "q-samples-good-1", "seen": "seen"}],
            "notes": [{"atMs": 61000, "quote": True, "text": "„Dann habe ich gezählt.“\n数 – 𝛑"}],
        }
    ],
    "exercise": None,
    "overall": {"kind": "call", "call": "yes"},
    "takeaway": "Names figures.",
    "amendReason": "",
    "startedAt": at,
}


def envelope() -> dict:
    content_key, salt, nonce = fixed("content key"), fixed("salt"), fixed("nonce", 12)
    card_bytes = canonical(card).encode()
    facts = {"revision": 2, "prev": b64(fixed("revision 1")), "counter": 7, "at": at,
             "knownReveals": [b64(fixed("call"))]}
    header = {
        "v": 1, "loopId": loop_id, "deviceId": device_id, "slotId": slot_id, "personId": person_id,
        "kitRoot": kit_root, **facts,
        "commit": b64(sha(salt + card_bytes)),
        "keyCommit": b64(sha(b"panelbook/1/content-key\0" + content_key)),
    }
    header_bytes = canonical(header).encode()
    used = salt + len(card_bytes).to_bytes(4, "big") + card_bytes
    padded = used + bytes(-len(used) % 1024)
    recipients = [
        ({"kind": "device", "deviceId": device_id}, device_agree.public_key()),
        ({"kind": "escrow", "deviceId": escrow_id}, escrow_agree.public_key()),
    ]
    wraps = []
    for number, (recipient, key) in enumerate(recipients):
        context = {"use": "panelbook/1/card-key", "version": 1, "loopId": loop_id,
                   "header": b64(sha(header_bytes)), "recipient": recipient}
        made = wrap(content_key, key, context, fixed(f"ephemeral {number}"), fixed(f"wrap nonce {number}", 12))
        wraps.append({"recipient": recipient, **made})
    body = {"header": header, "nonce": b64(nonce),
            "ciphertext": b64(AESGCM(content_key).encrypt(nonce, padded, header_bytes)), "wraps": wraps}
    release = {"v": 1, "loopId": loop_id, "deviceId": device_id, "at": at, "callHash": b64(fixed("call")),
               "contentKey": b64(content_key), "releaser": "author"}
    sealed = sign_entry("card", canonical(body), device_sign)
    released = sign_entry("release", canonical({**release, "envelopeHash": sealed["hash"]}), device_sign)
    return {
        "about": "One sealed card and its release, byte for byte. Never changes: made by make_vectors.py.",
        "device": {"signing": fixed("device sign").hex(), "agreement": fixed("device agree").hex()},
        "escrow": {"deviceId": escrow_id, "agreement": fixed("escrow agree").hex()},
        "chance": {
            "randomBytes": [content_key.hex(), salt.hex(), nonce.hex(),
                            fixed("wrap nonce 0", 12).hex(), fixed("wrap nonce 1", 12).hex()],
            "ephemeralKeys": [fixed("ephemeral 0").hex(), fixed("ephemeral 1").hex()],
        },
        "card": card, "facts": facts, "header": canonical(header), "paddedLength": len(padded),
        "envelope": sealed, "release": released,
    }


def loop_secret() -> dict:
    secret = fixed("loop secret")
    labels = ["topic", "signaling-password", "transport-key", "bundle-key"]
    context = {"use": "panelbook/1/loop-secret", "version": 1, "loopId": loop_id, "generation": 2,
               "context": b64(b"lobby transcript")}
    return {
        "about": "What follows from a loop secret, and the secret wrapped to a laptop. Made by make_vectors.py.",
        "secret": secret.hex(),
        "derived": {label: hkdf(secret, f"panelbook/1/{label}".encode()).hex() for label in labels},
        "loopId": loop_id, "generation": 2, "context": b"lobby transcript".hex(),
        "recipientAgreement": fixed("device agree").hex(),
        "wrap": wrap(secret, device_agree.public_key(), context, fixed("ephemeral 0"), fixed("wrap nonce 0", 12)),
    }


here = Path(__file__).parent
for name, vector in (("envelope-v1", envelope()), ("loop-secret-v1", loop_secret())):
    (here / f"{name}.json").write_text(json.dumps(vector, indent=2, ensure_ascii=False) + "\n")
