"""Makes row-v1.json, an encrypted row as it lies in the database, without any code of the program.

The file is kept: a change of it is a change of the format.
Needs Python 3 and the package `cryptography` (version 48 was used). Run: python3 make_row_v1.py
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


key, nonce = fixed("row key"), fixed("row nonce")[:12]
value = {"name": "Maren Østby – 数"}
header = {
    "id": b64(fixed("row id")[:16]),
    "kind": "candidate",
    "subjectId": b64(fixed("subject")[:16]),
    "day": "2026-11-23",
    "v": 1,
    "keyVersion": 1,
}
bound = json.dumps(header | {"collection": "candidates"}, sort_keys=True, separators=(",", ":"))
plain = json.dumps(value, separators=(",", ":"), ensure_ascii=False)
sealed = AESGCM(key).encrypt(nonce, plain.encode(), bound.encode())
kept = {
    "about": "An encrypted row. Never changes: made by make_row_v1.py.",
    "key": key.hex(),
    "row": header | {"nonce": b64(nonce), "ct": b64(sealed)},
    "value": value,
}
(Path(__file__).parent / "row-v1.json").write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n")
