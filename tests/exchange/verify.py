#!/usr/bin/env python3
"""Checks the signature of a bundle from its file alone: DSSE v1, Ed25519. Exit status: 0 holds, 1 does not, 3 no library."""
import base64, json, sys

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError:
    sys.exit(3)
envelope = json.load(open(sys.argv[1], encoding="utf-8"))
payload, (signature,) = base64.b64decode(envelope["payload"]), envelope["signatures"]
kind = envelope["payloadType"].encode()
signed = b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload)
try:
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signature["keyid"]))
    key.verify(base64.b64decode(signature["sig"]), signed)
except InvalidSignature:
    sys.exit(1)
print("signed by", signature["keyid"])
