// Decrypts a bundle, checks its signature, and prints what it says: age-encryption and Node's own crypto.
//
// Arguments: the file, the file of the age identity that reads it, the sender's public key (PEM). The directory of
// age-encryption is in JALON_NODE_MODULES. Exit status: 0 holds, 1 does not, 3 a library is missing.
import { createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

let age;
try {
    const from = createRequire(`${process.env.JALON_NODE_MODULES ?? process.cwd()}/`);
    age = await import(pathToFileURL(from.resolve("age-encryption")));
} catch {
    process.exit(3);
}

const KIND = "application/vnd.jalon.bundle+json;version=1";
const [sealed, identity, key] = process.argv.slice(2).map((path) => readFileSync(path));
try {
    const decrypter = new age.Decrypter();
    decrypter.addIdentity(identity.toString().trim());
    const envelope = Buffer.from(await decrypter.decrypt(sealed, "uint8array"));
    const read = JSON.parse(envelope.toString());
    const payload = Buffer.from(read.payload, "base64");
    const [signature, ...others] = read.signatures;
    // The members in their order, without white space: what is written again must be the same bytes.
    const isStrict =
        Buffer.from(JSON.stringify(read)).equals(envelope) &&
        Object.keys(read).join() === "payloadType,payload,signatures" &&
        payload.toString("base64") === read.payload &&
        others.length === 0 &&
        read.payloadType === KIND;
    const signed = Buffer.concat([Buffer.from(`DSSEv1 ${KIND.length} ${KIND} ${payload.length} `), payload]);
    if (!isStrict || !verify(null, signed, createPublicKey(key), Buffer.from(signature.sig, "base64"))) {
        process.exit(1);
    }
    process.stdout.write(payload);
} catch {
    process.exit(1);
}
