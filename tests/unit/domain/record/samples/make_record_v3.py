"""Makes record-v3.json from the kept record of version 2, without any code of the program.

The file is kept: what this prints must mean the same, laid out by the formatter. Run: python3 make_record_v3.py
"""

import hashlib
import json
from base64 import urlsafe_b64encode
from pathlib import Path

here = Path(__file__).parent


def b64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def accepted(name: str, conflict: str | None) -> dict:
    return {
        "hash": b64(hashlib.sha256(name.encode()).digest()), "personId": person, "at": "2026-11-23T08:00:00.000Z",
        "conflict": conflict, "wording": "What I hear stays in the panel.",
    }


record = json.loads((here / "record-v2.json").read_text())["record"]
person = record["persons"][0]["personId"]
record |= {
    "formatVersion": 3,
    "acceptances": [accepted("accepted", None), accepted("declared", "We shared an office – 数")],
}
text = json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
kept = {
    "about": "A record of version 3 with every field. Never changes: made by make_record_v3.py.",
    "hash": b64(hashlib.sha256(text.encode()).digest()),
    "record": record,
}
(here / "record-v3.json").write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n")
