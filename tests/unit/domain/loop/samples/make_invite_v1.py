"""Makes invite-v1.json, an invite's text of version 1, without any code of the program.

The file is kept: a change of it is a change of the format. Run: python3 make_invite_v1.py
"""

import hashlib
import json
import zlib
from base64 import urlsafe_b64encode
from pathlib import Path


def b64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def fixed(name: str) -> bytes:
    """Bytes anybody can make again; stands for chance."""
    return hashlib.sha256(f"panelbook sample/{name}".encode()).digest()


packed = {
    "p": 4,
    "a": ["192.168.10.4:47111", "10.0.0.7:47112"],
    "l": "K7QX",
    "t": b64(fixed("join token")[:16]),
    "k": b64(fixed("facilitator")),
    "e": 1_795_420_800,
}


def text(members: dict) -> str:
    payload = b64(json.dumps(members, separators=(",", ":")).encode())
    return f"panelbook-invite:1:{payload}:{zlib.crc32(payload.encode()):08x}"


one_door = {name: value for name, value in packed.items() if name != "e"} | {"a": packed["a"][:1]}
kept = {
    "about": "Invites of version 1. Never changes: made by make_invite_v1.py.",
    "twoAddresses": text(packed),
    "oneAddress": text(one_door),
    "joinToken": packed["t"],
    "facilitatorKey": packed["k"],
}
(Path(__file__).parent / "invite-v1.json").write_text(json.dumps(kept, indent=2) + "\n")
