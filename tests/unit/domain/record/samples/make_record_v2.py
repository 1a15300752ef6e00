"""Makes record-v2.json from the kept record of version 1, without any code of the program.

The file is kept: what this prints must mean the same, laid out by the formatter. Run: python3 make_record_v2.py
"""

import hashlib
import json
from base64 import urlsafe_b64encode
from pathlib import Path

here = Path(__file__).parent


def b64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def said(name: str) -> dict:
    return {"hash": b64(hashlib.sha256(name.encode()).digest()), "personId": person, "at": "2026-11-23T16:00:00.000Z"}


record = json.loads((here / "record-cards-v1.json").read_text())["record"]
person = record["persons"][0]["personId"]
competency = record["kit"]["competencies"][0]["id"]
item = {"kind": "competency", "competencyId": competency}
decision = {
    "outcome": "hire", "levelId": None, "decidedBy": person, "rationale": "As heard.",
    "evidence": [{"envelopeHash": None, "competencyId": None, "item": {"kind": "overall"}}],
    "dissent": [], "overrideReason": "", "present": [person],
}
record |= {
    "formatVersion": 2,
    "protocol": 4,
    "secondRatings": [said("second") | {"item": item, "value": 3, "reason": "What Ben heard – 数", "replaced": False}],
    "levelReadings": [said("level") | {"competencyId": competency, "levelId": None, "reason": "One question", "replaced": False}],
    "countersignatures": [said("countersignature")],
    "reopenings": [said("reopening") | {"reason": "A reference came", "decision": decision, "decidedAt": "2026-11-23T15:00:00.000Z"}],
}
text = json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
kept = {
    "about": "A record of version 2 with every field. Never changes: made by make_record_v2.py.",
    "hash": b64(hashlib.sha256(text.encode()).digest()),
    "record": record,
}
(here / "record-v2.json").write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n")
