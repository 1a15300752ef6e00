"""Makes device-key-v2.json: a device key behind a passphrase and twelve words, without any code of the program.

The file is kept: a change of it is a change of the format.
Needs Python 3 and the package `cryptography` (version 48 was used). Run: python3 make_device_key_v2.py
The words are the ones BIP-39's own test vectors give 16 bytes of 0x7f.
"""

import hashlib
import json
import unicodedata
from base64 import urlsafe_b64encode
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def b64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def fixed(name: str) -> bytes:
    """Bytes anybody can make again; stands for chance."""
    return hashlib.sha256(f"panelbook sample/{name}".encode()).digest()


def canonical(value: dict) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


about = {"format": "panelbook-device-key", "formatVersion": 2}
device_key = fixed("device key")


def wrapped(key: bytes, name: str, label: dict) -> dict:
    nonce = fixed(f"nonce of {name}")[:12]
    return {"nonce": b64(nonce), "ciphertext": b64(AESGCM(key).encrypt(nonce, device_key, canonical(label).encode()))}


# The e and its accent are two code points here; NFKC makes them the one that most keyboards give.
passphrase = "cafe\u0301 with four chairs"
cost = 1024
salt = fixed("salt")[:16]
facts = {"salt": b64(salt), "cost": cost}
typed = unicodedata.normalize("NFKC", passphrase).encode()
by_passphrase = hashlib.scrypt(typed, salt=salt, n=cost, r=8, p=1, dklen=32)

entropy = bytes([0x7F] * 16)
by_words = HKDF(algorithm=SHA256(), length=32, salt=b"", info=b"panelbook/2/device-key-words").derive(entropy)

file = about | {
    "kept": None,
    "passphrase": facts | wrapped(by_passphrase, "passphrase", about | {"door": "passphrase"} | facts),
    "words": wrapped(by_words, "words", about | {"door": "words"}),
    "lockAfterMinutes": 15,
}

kept = {
    "about": "A device key of version 2. Never changes: made by make_device_key_v2.py.",
    "deviceKey": device_key.hex(),
    "passphrase": unicodedata.normalize("NFKC", passphrase),
    "words": "legal winner thank year wave sausage worth useful legal winner thank yellow",
    "file": canonical(file) + "\n",
}
Path(__file__).with_name("device-key-v2.json").write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n")
