"""Makes hand-over-v1.pbhand and hand-over-v1.json from HAND-OVER.md without any code of the program.

The files are kept: what this writes must equal them, and a change of them is a change of the format.
Needs Python 3 and the package `cryptography` (version 48 was used). Run: python3 make_hand_over.py
"""

import base64
import hashlib
import json
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

CHUNK = 65_536
WORDS = "market lemon orbit silent violin harvest"
CANDIDATE = "vector-candidate-00001"
APPLICATION = "vector-application-001"
KIT = "vector-kit-00000000001"


def sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def fixed(name: str) -> bytes:
    """Bytes anybody can make again; stands for chance."""
    return sha(f"panelbook vector/{name}".encode())


def section(kind: int, data: bytes) -> bytes:
    return bytes([kind]) + len(data).to_bytes(4, "big") + data


def as_json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()


def contents(resume: bytes) -> bytes:
    resume_hash = base64.urlsafe_b64encode(sha(resume)).decode().rstrip("=")
    at = "2026-11-21T10:00:00.000Z"
    person = {
        "candidate": {"id": CANDIDATE, "name": "Zoë Muñoz", "contact": "zoe@fair.example", "kitId": KIT, "createdAt": at},
        "applications": [
            {
                "id": APPLICATION,
                "kitId": KIT,
                "events": [
                    {"at": at, "by": None, "kind": "applied", "source": "hand"},
                    {
                        "at": "2026-11-21T10:05:00.000Z",
                        "by": "Ines",
                        "kind": "documentKept",
                        "document": {"hash": resume_hash, "name": "resume.txt", "kind": "text", "bytes": len(resume)},
                    },
                ],
            }
        ],
    }
    about = {"v": 1, "at": "2026-11-21T17:00:00.000Z", "people": 1, "files": 1, "roles": [{"kitId": KIT, "title": "Lab Technician"}]}
    file = {"candidateId": CANDIDATE, "hash": resume_hash, "size": len(resume)}
    pieces = [resume[at : at + CHUNK] for at in range(0, len(resume), CHUNK)]
    return (
        section(1, as_json(about))
        + section(2, as_json(person))
        + section(200, b"a kind that does not exist yet")
        + section(3, as_json(file))
        + b"".join(section(4, piece) for piece in pieces)
    )


def hand_over(plain: bytes, signing: bytes, salt: bytes) -> bytes:
    key = Ed25519PrivateKey.from_private_bytes(signing)
    header = (
        bytes.fromhex("895042410d0a1a0a")
        + b"\x01"
        + salt
        + key.public_key().public_bytes_raw()
        + len(plain).to_bytes(8, "big")
    )
    stretched = hashlib.scrypt(WORDS.encode(), salt=salt, n=131_072, r=8, p=1, maxmem=256 * 1024 * 1024, dklen=32)
    file_key = HKDF(algorithm=SHA256(), length=32, salt=salt, info=b"panelbook/1/hand-over-file").derive(stretched)
    chunks = [plain[at : at + CHUNK] for at in range(0, len(plain), CHUNK)] or [b""]
    sealed = []
    for index, chunk in enumerate(chunks):
        nonce = index.to_bytes(11, "big") + (b"\x01" if index == len(chunks) - 1 else b"\x00")
        sealed.append(AESGCM(file_key).encrypt(nonce, chunk, header))
    signed = b"panelbook/1/hand-over\0" + header + sha(b"".join(sha(chunk) for chunk in sealed))
    return header + b"".join(sealed) + key.sign(signed)


def main() -> None:
    resume = ("Zoë Muñoz, three years in a laboratory. " * 2000).encode()[:70_000]
    here = Path(__file__).parent
    made = hand_over(contents(resume), fixed("signing"), fixed("salt"))
    facts = {
        "words": WORDS,
        "signingKey": fixed("signing").hex(),
        "candidateId": CANDIDATE,
        "applicationId": APPLICATION,
        "resumeSha256": sha(resume).hex(),
        "fileSha256": sha(made).hex(),
    }
    (here / "hand-over-v1.pbhand").write_bytes(made)
    (here / "hand-over-v1.json").write_text(json.dumps(facts, indent=2) + "\n")


main()
