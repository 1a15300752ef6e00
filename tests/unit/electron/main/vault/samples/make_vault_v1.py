"""Makes vault-v1.json, the files of a vault in format version 1, without any code of the program.

The file is kept: a change of it is a change of the format.
Needs Python 3 and the package `cryptography` (version 48 was used). Run: python3 make_vault_v1.py
"""

import hashlib
import json
from base64 import urlsafe_b64encode
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


def b64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def fixed(name: str) -> bytes:
    """Bytes anybody can make again; stands for chance."""
    return hashlib.sha256(f"panelbook sample/{name}".encode()).digest()


def canonical(value: dict) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


device_key = fixed("device key")
about = {"format": "panelbook-vault", "formatVersion": 1}


def wrapped(kind: str, facts: dict, secret: bytes) -> str:
    """A secret under the device key, bound to what the file says it is."""
    label = about | {"kind": kind, "facts": facts}
    nonce = fixed(f"nonce of {kind}")[:12]
    sealed = AESGCM(device_key).encrypt(nonce, secret, canonical(label).encode())
    return canonical(label | {"nonce": b64(nonce), "ciphertext": b64(sealed)}) + "\n"


signing, agreement = fixed("signing"), fixed("agreement")
sign_key = Ed25519PrivateKey.from_private_bytes(signing).public_key().public_bytes_raw()
agree_key = X25519PrivateKey.from_private_bytes(agreement).public_key().public_bytes_raw()
keys = {"deviceId": b64(hashlib.sha256(sign_key).digest()), "signKey": b64(sign_key), "agreeKey": b64(agree_key)}
subject = fixed("subject")[:16]
subject_key = fixed("subject key")
recovery = X25519PrivateKey.from_private_bytes(fixed("recovery")).public_key().public_bytes_raw()
made_at = "2026-11-23T08:00:00.000Z"

kept = {
    "about": "The files of a vault of version 1. Never changes: made by make_vault_v1.py.",
    "deviceKey": device_key.hex(),
    "files": {
        "identity.json": wrapped("identity", keys, signing + agreement),
        f"subjects/{subject.hex()}.json": wrapped(
            "subjectKey", {"subjectId": b64(subject), "keyVersion": 1}, subject_key
        ),
        "recovery.json": wrapped(
            "recovery", {"publicKey": b64(recovery), "madeAt": made_at, "holds": "public"}, recovery
        ),
    },
    "keys": keys,
    "subjectId": b64(subject),
    "subjectKey": subject_key.hex(),
    "madeAt": made_at,
}
(Path(__file__).parent / "vault-v1.json").write_text(json.dumps(kept, indent=2) + "\n")
