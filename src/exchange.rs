//! The only signing of bundles: envelope, keys, payload, disclosure.
