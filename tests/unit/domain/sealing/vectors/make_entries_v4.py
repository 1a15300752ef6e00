"""Makes entries-v4.json, the kinds that protocol 4 brought, without any code of the program.

The file is kept: what this prints must mean the same, laid out by the formatter. Needs Python 3 and the package `cryptography`.
Run: python3 make_entries_v4.py
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
call, card, earlier = (b64(fixed(name)) for name in ("call", "card", "earlier word"))


def signed(kind: str, body: dict) -> dict:
    text = canonical(body)
    message = b"panelbook/1/" + kind.encode() + b"\0" + text.encode()
    entry = {"kind": kind, "body": text, "signKey": b64(public), "signature": b64(signing.sign(message))}
    return {"kind": kind, "body": body, "entry": entry, "hash": b64(sha(message)),
            "bytes": (b"\x01" + canonical(entry).encode()).hex()}


decision = signed("decision", {
    **head, "version": 1, "prev": None, "reason": "", "callHash": call,
    "decision": {
        "outcome": "hire", "levelId": None, "decidedBy": person_id, "rationale": "Two partners came back – 数",
        "evidence": [
            {"envelopeHash": card, "competencyId": "partner-sourcing"},
            {"envelopeHash": None, "competencyId": None, "item": {"kind": "exercise", "exerciseId": "pipeline-review"}},
        ],
        "dissent": [{"personId": person_id, "text": "„Zu früh.“"}], "overrideReason": "", "present": [person_id],
    },
})
entries = [
    signed("secondRating", {**head, "personId": person_id, "callHash": call, "envelopeHash": card,
                            "item": {"kind": "competency", "competencyId": "partner-sourcing"}, "value": 3,
                            "reason": "Ben’s example – I had not heard it", "replaces": [earlier]}),
    signed("levelReading", {**head, "personId": person_id, "callHash": call, "competencyId": "partner-sourcing",
                            "levelId": None, "reason": "Nobody asked", "replaces": []}),
    decision,
    signed("countersignature", {**head, "personId": person_id, "decisionHash": decision["hash"]}),
    signed("reopening", {**head, "personId": person_id, "decisionHash": decision["hash"],
                         "reason": "The reference came back"}),
]
vector = {
    "about": "What protocol 4 brought, byte for byte. Never changes: made by make_entries_v4.py.",
    "device": {"signing": fixed("device sign").hex(), "agreement": fixed("device agree").hex()},
    "entries": entries,
}
(Path(__file__).parent / "entries-v4.json").write_text(json.dumps(vector, indent=2, ensure_ascii=False) + "\n")
