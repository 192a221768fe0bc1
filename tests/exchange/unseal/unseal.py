#!/usr/bin/env python3
"""Decrypts a bundle, checks its signature, and prints what it says: pyrage (age) and cryptography (Ed25519).

Arguments: the file, the file of the age identity that reads it, the sender's public key (PEM).
Exit status: 0 holds, 1 does not, 3 a library is missing.
"""
import base64
import json
import sys

try:
    import pyrage
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.serialization import load_pem_public_key
except ImportError:
    sys.exit(3)

KIND = "application/vnd.jalon.bundle+json;version=1"

with open(sys.argv[1], "rb") as file, open(sys.argv[2]) as identity, open(sys.argv[3], "rb") as key:
    sealed, identity, key = file.read(), identity.read().strip(), load_pem_public_key(key.read())
try:
    envelope = pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(identity)])
    read = json.loads(envelope)
    # The members in their order, without white space: what is written again must be the same bytes.
    if json.dumps(read, separators=(",", ":")).encode() != envelope or list(read) != ["payloadType", "payload", "signatures"]:
        sys.exit(1)
    (signature,) = read["signatures"]
    payload = base64.b64decode(read["payload"], validate=True)
    if read["payloadType"] != KIND or base64.b64encode(payload).decode() != read["payload"]:
        sys.exit(1)
    key.verify(base64.b64decode(signature["sig"]), b"DSSEv1 %d %s %d %s" % (len(KIND), KIND.encode(), len(payload), payload))
except (pyrage.DecryptError, InvalidSignature, ValueError, KeyError):
    sys.exit(1)
sys.stdout.buffer.write(payload)
