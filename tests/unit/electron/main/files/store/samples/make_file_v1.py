"""Makes file-v1.json: a stored file of format 1, written by another program than ours from the description in
electron/main/files/store/piece-format.ts. Run: python3 make_file_v1.py > file-v1.json"""

import base64
import hashlib
import json

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

subject_key = bytes(range(32))
salt = bytes(range(100, 132))
contents = [b"first piece", b"x" * 300, "zuletzt \u00e4\u00f6\u00fc".encode()]

header = b"PBF\x01" + (1).to_bytes(4, "big") + salt
key = HKDF(SHA256(), 32, salt, b"panelbook/1/file").derive(subject_key)


def piece(index, content, last):
    length = (len(content) + (0x80000000 if last else 0)).to_bytes(4, "big")
    nonce = bytes(7) + index.to_bytes(4, "big") + bytes([1 if last else 0])
    return length + AESGCM(key).encrypt(nonce, content, header + length)


pieces = [piece(index, content, False) for index, content in enumerate(contents)]
whole = header + b"".join(pieces) + piece(len(contents), b"", True)
print(
    json.dumps(
        {
            "subjectKey": subject_key.hex(),
            "file": base64.b64encode(whole).decode(),
            "ends": [len(header) + sum(map(len, pieces[: n + 1])) for n in range(len(pieces))],
            "content": base64.b64encode(b"".join(contents)).decode(),
            "sha256": base64.urlsafe_b64encode(hashlib.sha256(b"".join(contents)).digest()).decode().rstrip("="),
        },
        indent=2,
    )
)
