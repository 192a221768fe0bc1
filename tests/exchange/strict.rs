//! Nothing but the very bytes that were signed opens.

use jalon::exchange::envelope::{MAX_BYTES, SYNC_TYPE, seal};
use jalon::exchange::{ExchangeError, Trust, Verified};

use super::fixture::{PANEL_TEXT, PRIVATE_TEXT, REPORT_TEXT, key, other_key, sealed, small, whole_story};

#[test]
fn a_bundle_opens_with_its_key_and_says_how_far_the_key_is_known() {
    let bytes = sealed(&small());
    assert_eq!(Verified::open(&bytes, None).unwrap().trust(), Trust::Unknown);
    let opened = Verified::open(&bytes, Some(&key().public())).unwrap();
    assert_eq!((opened.trust(), opened.key()), (Trust::Known, key().public()));
    assert_eq!(opened.entries().len(), 2);
    assert_eq!(opened.payload(), small().encode().unwrap());
    assert_eq!(opened.into_bundle(), small());
}

#[test]
fn a_bundle_signed_by_another_key_than_the_one_expected_is_refused() {
    let refused = Verified::open(&sealed(&small()), Some(&other_key().public()));
    assert_eq!(refused.unwrap_err(), ExchangeError::OtherKey {});
}

#[test]
fn a_withheld_note_leaves_its_digest_and_nothing_of_its_text() {
    let opened = Verified::open(&sealed(&small()), None).unwrap();
    let payload = std::str::from_utf8(opened.payload()).unwrap();
    assert!(!payload.contains(PRIVATE_TEXT) && !payload.contains("ex-conjoint"));
    assert!(payload.contains("Crèche demandée"));
    let withheld = opened.entries().iter().flat_map(|entry| &entry.events).filter(|event| event.content.is_none());
    assert_eq!(withheld.count(), 1);
}

#[test]
fn a_referral_to_the_panel_stays_out_of_a_bundle_of_activity_and_only_the_exit_names_it() {
    let story = whole_story();
    let bundle = story.bundle(1);
    let payload = String::from_utf8(bundle.encode().unwrap()).unwrap();
    assert!(!payload.contains(PANEL_TEXT) && !payload.contains("En emploi depuis"));
    assert!(
        !payload.contains(REPORT_TEXT)
            && !payload.contains("child_protection")
            && !payload.contains("child-protection-reported"),
        "not even that there was a report"
    );
    assert!(!payload.contains("panel_referrals") && payload.contains("panel_referral"));
}

#[test]
fn every_single_bit_flip_of_a_bundle_is_refused() {
    let bytes = sealed(&small());
    assert!(bytes.len() < 8_000, "{} bytes", bytes.len());
    let (left, right) = (0..bytes.len()).partition::<Vec<_>, _>(|position| position % 2 == 0);
    std::thread::scope(|scope| {
        for positions in [left, right] {
            let mut flipped = bytes.clone();
            scope.spawn(move || {
                for position in positions {
                    for bit in 0..8 {
                        flipped[position] ^= 1 << bit;
                        assert!(Verified::open(&flipped, None).is_err(), "bit {bit} of byte {position}");
                        flipped[position] ^= 1 << bit;
                    }
                }
            });
        }
    });
}

#[test]
fn a_bundle_cut_at_any_length_is_refused() {
    let bytes = sealed(&small());
    for length in 0..bytes.len() {
        assert!(Verified::open(&bytes[..length], None).is_err(), "{length} bytes");
    }
}

#[test]
fn a_bundle_with_any_byte_added_is_refused() {
    let bytes = sealed(&small());
    for position in 0..=bytes.len() {
        for byte in [b' ', b'\n', b'A', b'=', b'"', 0] {
            let mut longer = bytes.clone();
            longer.insert(position, byte);
            assert!(Verified::open(&longer, None).is_err(), "byte {byte} at {position}");
        }
    }
}

#[test]
fn a_bundle_over_32_mib_is_neither_sealed_nor_read() {
    let payload = vec![b'1'; MAX_BYTES / 4 * 3];
    assert_eq!(seal(&payload, SYNC_TYPE, &key()).unwrap_err(), ExchangeError::TooLarge {});
    let mut bytes = sealed(&small());
    bytes.resize(MAX_BYTES + 1, b' ');
    assert_eq!(Verified::open(&bytes, None).unwrap_err(), ExchangeError::TooLarge {});
    bytes.truncate(MAX_BYTES);
    assert_eq!(Verified::open(&bytes, None).unwrap_err(), ExchangeError::NotAnEnvelope {});
}
