"""Makes bundle-v1.json from BUNDLE.md without any code of the program.

The file is kept: what this prints must equal it, and a change of it is a change of the format.
Needs Python 3 and the package `cryptography` (version 48 was used). Run: python3 make_bundle.py
"""

import hashlib
import json
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

CHUNK = 65_536


def sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def fixed(name: str) -> bytes:
    """Bytes anybody can make again; stands for chance."""
    return sha(f"panelbook vector/{name}".encode())


def hkdf(secret: bytes, salt: bytes | None, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(secret)


def bundle(contents: bytes, loop_id: str, loop_secret: bytes, generation: int, signing: bytes, salt: bytes) -> bytes:
    key = Ed25519PrivateKey.from_private_bytes(signing)
    header = (
        bytes.fromhex("8950424c0d0a1a0a")
        + b"\x01"
        + salt
        + sha(b"panelbook/1/bundle-loop\0" + salt + loop_id.encode())
        + generation.to_bytes(4, "big")
        + key.public_key().public_bytes_raw()
        + len(contents).to_bytes(8, "big")
    )
    file_key = hkdf(hkdf(loop_secret, None, b"panelbook/1/bundle-key"), salt, b"panelbook/1/bundle-file")
    plain = [contents[at : at + CHUNK] for at in range(0, len(contents), CHUNK)] or [b""]
    sealed = []
    for index, piece in enumerate(plain):
        last = index == len(plain) - 1
        nonce = index.to_bytes(11, "big") + (b"\x01" if last else b"\x00")
        sealed.append(AESGCM(file_key).encrypt(nonce, piece, header))
    signed = b"panelbook/1/bundle\0" + header + sha(b"".join(sha(piece) for piece in sealed))
    return header + b"".join(sealed) + key.sign(signed)


def section(kind: int, data: bytes) -> bytes:
    return bytes([kind]) + len(data).to_bytes(4, "big") + data


def contents(loop_id: str) -> bytes:
    """Two chunks: what the bundle is, a section of a kind that does not exist yet, and a document of counted bytes."""
    about = json.dumps(
        {"at": "2026-11-23T10:00:00.000Z", "loopId": loop_id, "part": "whole", "v": 1}, separators=(",", ":")
    )
    state = bytes(at % 251 for at in range(70_000))
    return section(1, about.encode()) + section(200, b"of a later program") + section(2, state)


loop_id = "0X_nJyCGu0QJJzZQAX0DoA"
inputs = {
    "loopId": loop_id,
    "loopSecret": fixed("bundle loop secret").hex(),
    "generation": 3,
    "signingKey": fixed("bundle signing key").hex(),
    "salt": fixed("bundle salt").hex(),
}
made = bundle(
    contents(loop_id),
    loop_id,
    fixed("bundle loop secret"),
    3,
    fixed("bundle signing key"),
    fixed("bundle salt"),
)
vector = {
    "about": "A bundle of two chunks, made by make_bundle.py from BUNDLE.md.",
    **inputs,
    "contentsLength": len(contents(loop_id)),
    "contentsSha256": sha(contents(loop_id)).hex(),
    "header": made[:117].hex(),
    "fileLength": len(made),
    "fileSha256": sha(made).hex(),
    "signature": made[-64:].hex(),
}
Path(__file__).with_name("bundle-v1.json").write_text(json.dumps(vector, indent=2) + "\n")
Path(__file__).with_name("bundle-v1.pbloop").write_bytes(made)
