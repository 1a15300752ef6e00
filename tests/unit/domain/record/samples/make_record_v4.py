"""Makes record-v4.json from the kept record of version 3, without any code of the program.

The file is kept: what this prints must mean the same, laid out by the formatter. Run: python3 make_record_v4.py
"""

import hashlib
import json
from base64 import urlsafe_b64encode
from pathlib import Path

here = Path(__file__).parent


def b64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


record = json.loads((here / "record-v3.json").read_text())["record"]
card = record["cards"][0]
card |= {"independent": False, "dependence": ["typedAnother"]}
record |= {"formatVersion": 4, "protocol": 5}
text = json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
kept = {
    "about": "A record of version 4 with every field. Never changes: made by make_record_v4.py.",
    "hash": b64(hashlib.sha256(text.encode()).digest()),
    "record": record,
}
(here / "record-v4.json").write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n")
