#!/usr/bin/env bash
# Decrypts a bundle with Debian's age, checks its signature with openssl, and prints what it says.
# Arguments: the file, the file of the age identity that reads it, the sender's public key (PEM).
# Exit status: 0 holds, 1 does not, 3 a tool is missing.
set -euo pipefail
for tool in age openssl base64 sed; do command -v "$tool" >/dev/null || exit 3; done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
age --decrypt --identity "$2" --output "$work/envelope" "$1" || exit 1
# The envelope has these members, in this order, and no white space: anything else is refused.
form='^{"payloadType":"\([^"]*\)","payload":"\([A-Za-z0-9+/=]*\)","signatures":\[{"keyid":"\([0-9a-f]*\)","sig":"\([A-Za-z0-9+/=]*\)"}\]}$'
grep -q "$form" "$work/envelope" || exit 1
[[ $(wc -l <"$work/envelope") == 0 ]] || exit 1
part() { sed "s#$form#\\$1#" "$work/envelope"; }
kind=$(part 1)
[[ $kind == 'application/vnd.jalon.bundle+json;version=1' ]] || exit 1
part 2 | base64 -d >"$work/payload"
part 4 | base64 -d >"$work/signature"
{
    printf 'DSSEv1 %d %s %d ' "${#kind}" "$kind" "$(wc -c <"$work/payload")"
    cat "$work/payload"
} >"$work/signed"
openssl pkeyutl -verify -rawin -pubin -inkey "$3" -sigfile "$work/signature" -in "$work/signed" >/dev/null || exit 1
cat "$work/payload"
