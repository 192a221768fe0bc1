//! The four words of a receipt: of everything that it says, and of the day that it says it.

use jalon::app::access::{self, Opener};
use jalon::app::{AppError, receipt_in};
use jalon::base::clock::Clock;
use jalon::base::id::MatterId;
use jalon::exchange::ExchangeError;
use jalon::exchange::receipt::{Matter, Receipt, RefusalCode};

use super::{enrolled, handed_over};
use crate::app::{Antenna, day};

/// An antenna on a later day.
pub(super) fn on(antenna: Antenna, date: &str) -> Antenna {
    let Antenna { app, directory, referent } = antenna;
    app.close_without_backup().unwrap();
    let clock = Clock::frozen(day(date), format!("{date}T10:00:00Z").parse().unwrap());
    Antenna { app: access::open(directory.path(), &Opener::Demonstration, clock).unwrap(), directory, referent }
}

#[test]
fn words_tell_the_day_on_which_the_bundle_was_received_and_no_day_before_it_was_sealed() {
    let (_office, mut antenna) = enrolled();
    let family = antenna.included("Alpha", "1001");
    handed_over(&mut antenna);
    let mut antenna = on(antenna, "2026-11-30");
    let sealed = antenna.app.outbox().unwrap().into_iter().find(|one| one.kind == "activity").unwrap();
    let words = |received_on| {
        let matters = vec![Matter::accepted(MatterId::from_bytes(family.bytes()))];
        let (epoch, sequence, digest) = (sealed.epoch, sealed.sequence, sealed.digest);
        Receipt { epoch, sequence, digest, received_on, matters, figures_differ: false }.words().join(" ")
    };
    for early in ["2026-11-22", "2026-12-01"] {
        let refused = antenna.app.confirm_by_words(sealed.sequence, &words(day(early)));
        assert!(
            matches!(refused, Err(AppError::Exchange(ExchangeError::ReceiptNotTold { .. }))),
            "{early}: {refused:?}"
        );
    }
    let received_on = day("2026-11-25");
    assert_eq!(antenna.app.confirm_by_words(sealed.sequence, &words(received_on)).unwrap(), received_on);
    let kept = antenna.app.outbox().unwrap().into_iter().find(|one| one.sequence == sealed.sequence).unwrap();
    assert_eq!(kept.acknowledged_on, Some(received_on));
}

#[test]
fn words_are_counted_first_and_a_clock_that_is_late_refuses_none_of_the_day_of_sealing() {
    let (mut office, mut antenna) = enrolled();
    antenna.included("Alpha", "1001");
    for path in handed_over(&mut antenna) {
        office.receive(&path).unwrap();
    }
    // As an evening west of Greenwich, where the day of the seal is tomorrow for whoever counts in universal time.
    let mut antenna = on(antenna, "2026-11-22");
    let sealed = antenna.app.outbox().unwrap().into_iter().find(|one| one.kind == "activity").unwrap();
    let few = antenna.app.confirm_by_words(sealed.sequence, "abandon abeille");
    let expected = ExchangeError::ReceiptWordsCount { found: 2, needed: 4 };
    assert!(matches!(&few, Err(AppError::Exchange(fault)) if *fault == expected), "{few:?}");
    let came = office.department.inbox().unwrap().into_iter().find(|line| line.came.kind == "activity").unwrap();
    let told = antenna.app.confirm_by_words(sealed.sequence, &came.words.join(" ")).unwrap();
    assert_eq!(told, day("2026-11-23"));
}

#[test]
fn another_answer_for_one_family_another_bundle_and_another_day_have_other_words() {
    let (mut office, mut antenna) = enrolled();
    antenna.included("Alpha", "1001");
    office.exchange(&mut antenna);
    let sealed = antenna.app.outbox().unwrap().remove(0);
    let receipt = receipt_in(sealed.receipt.as_deref()).unwrap();
    let said = receipt.words().join(" ");
    assert_eq!(receipt.compare(&said), Ok(()));
    let id = receipt.matters[0].id;
    let others: [fn(&mut Receipt); 5] = [
        |receipt| receipt.matters[0].refused = Some(RefusalCode::RecordDiffers),
        |receipt| receipt.matters.clear(),
        |receipt| receipt.figures_differ = true,
        |receipt| receipt.sequence += 1,
        |receipt| receipt.received_on = receipt.received_on.succ_opt().unwrap(),
    ];
    for change in others {
        let mut other = receipt.clone();
        change(&mut other);
        assert!(other.compare(&said).is_err(), "{other:?}");
    }
    // A family refused for one reason is not refused for another.
    let refused = |code| Receipt { matters: vec![Matter::refused(id, code)], ..receipt.clone() }.words();
    assert_ne!(refused(RefusalCode::UnknownPerson), refused(RefusalCode::KnownElsewhere));
}
