"""Makes invite-v2.json, an invite's text of version 2, without any code of the program.

The file is kept: a change of it is a change of the format. Run: python3 make_invite_v2.py
"""

import hashlib
import ipaddress
import json
import struct
import zlib
from base64 import urlsafe_b64encode
from pathlib import Path


def b64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def fixed(name: str) -> bytes:
    """Bytes anybody can make again; stands for chance."""
    return hashlib.sha256(f"panelbook sample/{name}".encode()).digest()


def address(host: str, port: int) -> bytes:
    packed = ipaddress.ip_address(host).packed
    return bytes([len(packed)]) + packed + struct.pack(">H", port)


def door(key: bytes, *addresses: bytes) -> bytes:
    return key + bytes([len(addresses)]) + b"".join(addresses)


def text(seconds: int) -> str:
    doors = [
        door(fixed("facilitator"), address("192.168.10.4", 47111), address("fd12:3456::4", 47111)),
        door(fixed("deputy"), address("192.168.10.7", 47112)),
        door(fixed("panelist"), address("10.0.0.9", 47111), address("fd00::1:0:0:9", 47111)),
    ]
    whole = (
        bytes([4])
        + b"K7QX"
        + fixed("join token")[:16]
        + struct.pack(">Q", seconds)[3:]
        + bytes([len(doors)])
        + b"".join(doors)
    )
    payload = b64(whole)
    return f"panelbook-invite:2:{payload}:{zlib.crc32(payload.encode()):08x}"


kept = {
    "about": "Invites of version 2. Never changes: made by make_invite_v2.py.",
    "withLastMoment": text(1_795_420_800),
    "withoutOne": text(0),
    "joinToken": b64(fixed("join token")[:16]),
    "keys": [b64(fixed(name)) for name in ("facilitator", "deputy", "panelist")],
}
(Path(__file__).parent / "invite-v2.json").write_text(json.dumps(kept, indent=2) + "\n")
