# What a person reads, in English. A message, and under it its advice: what is wrong (.hint: what to do).
# One section per screen or layer; fr.ftl has the same ids, attributes and variables.

## Dates, ages, lengths

month-1 = January
    .short = Jan
month-2 = February
    .short = Feb
month-3 = March
    .short = Mar
month-4 = April
    .short = Apr
month-5 = May
    .short = May
month-6 = June
    .short = Jun
month-7 = July
    .short = Jul
month-8 = August
    .short = Aug
month-9 = September
    .short = Sep
month-10 = October
    .short = Oct
month-11 = November
    .short = Nov
month-12 = December
    .short = Dec
weekday-1 = Monday
    .short = Mon
weekday-2 = Tuesday
    .short = Tue
weekday-3 = Wednesday
    .short = Wed
weekday-4 = Thursday
    .short = Thu
weekday-5 = Friday
    .short = Fri
weekday-6 = Saturday
    .short = Sat
weekday-7 = Sunday
    .short = Sun
date-first-day = 1
relative-day = D
age-months = { $months }m
age-years-months = { $months ->
        [0] { $years }y
       *[other] { $years }y { $months }m
    }
days = { $days ->
        [one] { $days } day
       *[other] { $days } days
    }

## Lock screen

### BELOW: read when first needed

## Dates and times typed freely

date-fault-empty = A date is missing.
    .hint = For example 12/3, yesterday, +7d or monday.
date-fault-unknown = This date is not understood.
    .hint = For example 12/3, 12/03/2026, 12 March, yesterday, +7d or monday.
date-fault-impossible = There is no such day.
    .hint = Check the day and the month; 29 February only exists in leap years.
date-fault-other-weekday = This date falls on another day of the week.
    .hint = Correct the day of the week, or leave it out.
date-fault-too-far = This date is too far away.
    .hint = Dates go from 1900 to 2200.
time-fault-empty = A time is missing.
    .hint = For example 14:30, 9h or 0930.
time-fault-unknown = This time is not understood.
    .hint = For example 14:30, 2:30pm, 9h or 0930.
time-fault-impossible = There is no such time.
    .hint = Times go from 0:00 to 23:59.

## Refusals (a rule that the act would break)

refusal-AntennaAlreadyFounded = This antenna already exists.
    .hint = Open this store, or create the antenna in another directory (--store).
refusal-AntennaNotFounded = There is no antenna in this store yet.
    .hint = Create it first with jalon init.
refusal-CenterAlreadyKnown = The MDS { $center } is already in the list.
    .hint = Give another code, or change the one that exists.
refusal-CenterUnknown = The MDS { $center } is not in the list.
    .hint = Choose one from the list, or add it in the settings.
refusal-ReferentAlreadyKnown = This referent is already in the antenna.
    .hint = Choose them from the list.
refusal-ReferentUnknown = This referent is not in the antenna.
    .hint = Choose a referent from the list.
refusal-ReferentNotThere = This referent is not in post on { $date }.
    .hint = Choose a referent in post on that day, or another date.
refusal-ReferentAlreadyChanged = The family already has a referent from { $date }.
    .hint = Choose a date after { $date }.
refusal-ReferentUnchanged = This is already the family’s referent.
    .hint = Choose another referent, or leave it as it is.
refusal-StandInIsReferent = The family’s referent cannot stand in for themselves.
    .hint = Choose another agent.
refusal-StandInOverlaps = A stand-in is already named for part of this period.
    .hint = Choose a period that does not overlap it.
refusal-ConventionMissing = No convention is in force on this date.
    .hint = Record the antenna’s convention in the settings.
refusal-ConventionDateTaken = A version of the convention already takes effect on { $date }.
    .hint = Give the amendment another effective date.
refusal-FieldEmpty = This field is empty.
    .hint = Fill it in: the act needs it.
refusal-TextTooLong = This text is too long: at most { $longest } characters.
    .hint = Shorten it, or make several notes of it.
refusal-NirIsNeverStored = This text contains a social-security number.
    .hint = Take it out: a family is known by its CAF number, the NIR is never kept.
refusal-MatriculeMalformed = This does not have the form of a CAF number.
    .hint = It has at most 15 letters or digits, and no other sign.
refusal-MatriculeTaken = This CAF number already belongs to another family.
    .hint = Open that family, or correct the number.
refusal-DateInFuture = { $date } is still to come.
    .hint = Give the date on which it happened, today at the latest.
refusal-DateBefore = { $date } is too early: not before { $earliest }.
    .hint = Give a date from { $earliest } on.
refusal-DateImplausible = { $date } is not plausible.
    .hint = Check the year.
refusal-PeriodReversed = The period ends on { $to }, before it begins on { $from }.
    .hint = Swap the two dates, or correct one of them.
refusal-NothingChanges = Nothing changes.
    .hint = Change a field, or close with Esc.
refusal-FamilyUnknown = This family is not in the store.
    .hint = Check the CAF number.
refusal-FamilyAlreadyIncluded = This family is already in the caseload.
    .hint = Open its record.
refusal-FamilyNotIncluded = This family is not in the caseload.
    .hint = Decide on its inclusion first.
refusal-FamilyNotIncludedOn = The family was not in the caseload on { $date }.
    .hint = Give a date between its inclusion and its exit.
refusal-FamilyNotOut = This family is not out of the caseload.
    .hint = There is no exit to correct and no record to reopen.
refusal-OrientationAlreadyPending = An orientation of this family already awaits a decision.
    .hint = Include the family or refuse the orientation received.
refusal-NoOrientationPending = No orientation of this family awaits a decision.
    .hint = Record the orientation by the MDS first.
refusal-InclusionBeforeOrientation = The inclusion of { $date } comes before the orientation of { $orientation }.
    .hint = Give a date from { $orientation } on.
refusal-ParentNotIsolated = The parent is not isolated.
    .hint = Refuse the orientation with this motive, or correct the situation.
refusal-BenefitNotMajorated = The family does not receive the RSA majoré (code { $expected }).
    .hint = Refuse the orientation with this motive, or correct the benefit code.
refusal-NoChildUnderAge = No child is under three on { $date }.
    .hint = Check the birth dates; a pregnancy does not count yet.
refusal-FollowedByDepartment = The family is already followed by the Département’s social service.
    .hint = Refuse the orientation with this motive, or correct the situation.
refusal-CenterFull = The MDS already takes { $taken } of its { $places } places.
    .hint = Write the motive of the override to include all the same; it is kept.
refusal-CaseloadFull = The caseload already has { $taken } families for { $places } places.
    .hint = Write the motive of the override to include all the same; it is kept.
refusal-PossibleDuplicate = { $count ->
        [one] One family resembles it and may be the same.
       *[other] { $count } families resemble it and may be the same.
    }
    .hint = Compare them; if they are other people, write so as the motive.
refusal-ChildUnknown = This child is not in the record.
    .hint = Choose a child from the list.
refusal-ChildAlreadyKnown = A child with the same given name and birth date is already in the record.
    .hint = Check the name and the date; for twins, give two names.
refusal-ChildAlreadyDeparted = This child’s departure is already recorded.
    .hint = Correct the recorded act if it is wrong.
refusal-PregnancyAlreadyDeclared = A pregnancy is already declared.
    .hint = Record its end first.
refusal-NoPregnancyDeclared = No pregnancy is declared.
    .hint = Declare it first, or add the child.
refusal-ExpectedBirthTooFar = A birth expected on { $expected_on } is too far away.
    .hint = Check the expected date.
refusal-EncounterUnknown = This encounter is not in the record.
    .hint = Choose it on the timeline.
refusal-EncounterWithoutStep = The encounter does not say which steps it dealt with.
    .hint = Tick at least one of the five steps.
refusal-AppointmentInThePast = { $date } is already past.
    .hint = Give a date to come, or record the encounter as held.
refusal-AppointmentAlreadyPlanned = An appointment is already planned on { $date } at this time.
    .hint = Choose another time, or change the one that exists.
refusal-AppointmentStillToCome = The appointment of { $date } is still to come.
    .hint = Wait for that day, or cancel the appointment.
refusal-AppointmentAlreadySettled = The outcome of the appointment of { $date } is already recorded.
    .hint = Undo the recorded act if it is wrong.
refusal-NoAppointment = No appointment is planned.
    .hint = Record the encounter as unplanned.
refusal-ThemeUnknown = The theme { $theme } is not in the convention.
    .hint = Choose a theme from the list.
refusal-ThemeOnlyReported = Child protection only gives rise to a report.
    .hint = Take this theme out; the report is the only act that the convention allows.
refusal-ThemeOnlyRedirected = Emergency housing only gives rise to a redirect to the DDCS.
    .hint = Take this theme out; the redirect is the only act that the convention allows.
refusal-ItemOutsideThemes = The item { $item } belongs to none of the chosen themes.
    .hint = Add its theme, or take this item out.
refusal-DraftAlreadyOpen = A draft contract is already open.
    .hint = Sign it, revise it or drop it first.
refusal-NoDraft = No draft contract is open.
    .hint = Draft a contract first.
refusal-FirstContractAlreadySigned = The family has already signed a first contract.
    .hint = Choose a renewal or an amendment.
refusal-NoContractSigned = The family has not signed any contract yet.
    .hint = Choose a first contract.
refusal-NoContractRuns = No contract runs on { $date }.
    .hint = An amendment begins during a contract: change the date, or choose a renewal.
refusal-ContractUnknown = This contract is not in the record.
    .hint = Choose it on the timeline.
refusal-DurationNotOffered = { $months } months is not a duration of the convention.
    .hint = Choose a duration in months among { $offered }.
refusal-ContractBeforeInclusion = The contract would begin before the inclusion of { $included_on }.
    .hint = Give a start from { $included_on } on.
refusal-ContractWouldStartAfterThirdBirthday = The contract would begin on { $starts }, after the youngest child’s third birthday ({ $birthday }).
    .hint = Give a start on { $birthday } at the latest; a contract that has begun goes on to its end.
refusal-ContractWithoutChild = No child is in the household on { $starts }.
    .hint = Record the children with their birth dates, or change the start.
refusal-ContractsOverlap = Contract { $rank } runs until { $last_day } inclusive.
    .hint = Begin on the next day, or make an amendment.
refusal-SignedAfterTerm = { $date } is after the contract’s term ({ $term }).
    .hint = Give a signature date of { $term } at the latest, or revise the draft.
refusal-CommitmentMissing = { $party ->
        [beneficiary] The contract has no commitment of the beneficiary.
        [referent] The contract has no commitment of the referent.
        [department] The contract has no commitment of the Département.
       *[partner] The contract has no commitment of the partner.
    }
    .hint = Add one: commitments are reciprocal.
refusal-AmendmentOnFirstDay = The contract to amend begins on { $date } too.
    .hint = Let the amendment begin at least one day later.
refusal-ContractAlreadyEnded = The contract ended on { $date }.
    .hint = There is nothing left to end.
refusal-EndOutsideContract = The contract runs from { $starts } to { $term }.
    .hint = Give an end within this period.
refusal-TermNotReached = The contract’s term is { $term }.
    .hint = Give this date, or choose another reason.
refusal-ReasonFollowsFromAnotherAct = This choice follows from another act.
    .hint = Do that act (amendment, exit or renewal), or choose something else here.
refusal-CommitmentUnknown = This commitment is not in the record.
    .hint = Choose it from the contract’s list.
refusal-CommitmentNotSigned = This commitment’s contract is not signed.
    .hint = Sign the contract first.
refusal-CommitmentAlreadySettled = The outcome of this commitment is already recorded.
    .hint = Undo the recorded act if it is wrong.
refusal-ExitWithoutReason = The exit has no reason.
    .hint = Choose at least one of the convention’s reasons.
refusal-ExitReasonUnknown = The reason { $reason } is not in the convention.
    .hint = Choose a reason from the list.
refusal-ExitOutcomeUnknown = The outcome { $outcome } is not in the convention.
    .hint = Choose an outcome from the list.
refusal-BenefitEndsAfterExit = The RSA majoré ends on { $ended_on }, after the exit.
    .hint = Give an exit date from { $ended_on } on, or another reason.
refusal-NoContractEnded = No contract of this stay has come to its end by { $date }.
    .hint = Choose another reason, or the date on which the contract ends.
refusal-PanelAgreementMissing = The panel’s agreement is not recorded.
    .hint = Refer to the panel and record its agreement before this exit.
refusal-PanelRequestAfterExit = The panel’s request, of { $requested_on }, is after the exit.
    .hint = Give an exit date from { $requested_on } on.
refusal-EncounterAfterExit = An encounter is recorded on { $date }, after this exit.
    .hint = Give an exit date from { $date } on, or undo that encounter.
refusal-ChangedSince = An act of { $date } builds on this one.
    .hint = Undo the later act first.
refusal-AlreadyUndone = This act is already undone.
    .hint = Redo it if that was a mistake.
refusal-NothingToUndo = There is nothing to undo.
    .hint = Choose an act in the history.
refusal-NothingToRedo = There is nothing to redo.
    .hint = Choose an undone act in the history.
refusal-NothingToHandOver = No act has been recorded since the last bundle.
    .hint = There is nothing to hand over today.
refusal-BundleUnknown = Bundle no. { $sequence } was not sealed by this antenna.
    .hint = Check its number on the exchange screen.
refusal-FileInTheWay = Another file already bears this name: { $path }.
    .hint = Move it or choose another folder; it was not touched.

## Words of the domain

status-oriented = oriented
status-included = in the caseload
status-out = out
status-refused = refused
setting-caf-premises = at the CAF
    .short = CAF
setting-department-premises = at the Département
    .short = Département
setting-home-visit = home visit
    .short = home
setting-remote = telephone or video
    .short = remote
step-1 = Recall of the benefit, rights and duties
    .short = rights and duties
step-2 = Assessment of the social situation and access to rights
    .short = assessment
step-3 = Problems and obstacles
    .short = diagnosis
step-4 = Working out the contract and its reciprocal commitments
    .short = contract design
step-5 = Following and evaluating the contract
    .short = contract follow-up
encounter-planned = appointment
    .short = planned
encounter-unsettled = past appointment without outcome
    .short = no outcome
encounter-held = encounter
encounter-missed = missed appointment
    .short = missed
encounter-excused = excused absence
    .short = excused
encounter-cancelled = cancelled appointment
    .short = cancelled
confidentiality-shareable = shareable
confidentiality-panel-only = for the panel only
confidentiality-private = private, never leaves the antenna
contract-kind-first = first contract
contract-kind-renewal = renewal
contract-kind-amendment = amendment
contract-phase-draft = draft
contract-phase-signed = signed, not begun
contract-phase-running = running
contract-phase-review-due = running, review due
contract-phase-ended = ended
party-beneficiary = beneficiary
party-referent = referent
party-department = Département
party-partner = partner
result-kept = kept
result-partly-kept = partly kept
result-not-kept = not kept
result-dropped = dropped
result-carried-over = carried over to the next contract
result-open = open
end-reason-term = at its term
end-reason-agreement = by agreement
end-reason-breach = commitments not kept
end-reason-amended = replaced by an amendment
end-reason-exit = exit from the caseload
deadline-appointment = appointment
    .short = appointment
deadline-referent-missing = family without referent
    .short = no referent
deadline-orientation-to-answer = orientation to answer
    .short = orientation
deadline-first-meeting = first meeting
    .short = first meeting
deadline-contract-to-sign = contract to sign
    .short = contract to sign
deadline-contract-review = contract review
    .short = review
deadline-contract-renewal = contract renewal
    .short = renewal
deadline-contract-end = end of contract
    .short = end
deadline-commitment-due = commitment
    .short = commitment
deadline-panel-examination = panel examination
    .short = panel
deadline-third-birthday = third birthday
    .short = 3 years
deadline-silence = no contact
    .short = no contact
deadline-retention = end of retention
    .short = retention
deadline-convention-notice = notice of the convention
    .short = notice
deadline-convention-report = impact report of the convention
    .short = impact report
deadline-convention-end = end of the convention
    .short = end of convention
source-practice = practice
event-antenna-founded = Antenna founded
event-center-added = Solidarity centre added
event-referent-added = Referent added
event-referent-left = Referent left
event-convention-adopted = Convention adopted
event-orientation-received = Orientation received
event-orientation-refused = Orientation refused
event-family-included = Family included
event-identity-recorded = Identity recorded
event-contact-recorded = Contact recorded
event-situation-recorded = Situation recorded
event-child-added = Child added
event-child-corrected = Child corrected
event-child-departed = Child departed
event-pregnancy-declared = Pregnancy declared
event-pregnancy-ended = Pregnancy ended
event-referent-assigned = Referent assigned
event-stand-in-named = Stand-in named
event-encounter-planned = Appointment planned
event-encounter-held = Encounter held
event-encounter-missed = Appointment missed
event-encounter-cancelled = Appointment cancelled
event-shared-note-written = Shareable note
event-panel-note-written = Note for the panel
event-private-note-written = Private note
event-contract-drafted = Contract drafted
event-contract-draft-revised = Contract draft revised
event-contract-draft-dropped = Contract draft dropped
event-contract-signed = Contract signed
event-contract-reviewed = Contract reviewed
event-contract-ended = Contract ended
event-commitment-settled = Commitment settled
event-family-exited = Exit from the caseload
event-exit-corrected = Exit corrected
event-family-reopened = File reopened

## Frame, menus, help

## Caseload

## Family

family-matricule = CAF no. { $number }
family-center = MDS { $name }
family-included-on = included { $date }
family-out-on = out { $date }
family-oriented-on = oriented { $date }
family-referent = referent { $name }
family-stand-in = { $name } stands in until { $until }
family-without-referent = without referent
family-steps-done = steps
family-landmark = { $years } on { $date } (majoration until { $until })
family-landmark-short = { $years } on { $date }
family-landmark-passed = { $years } since { $date } (majoration ended { $until })
family-deadlines = Deadlines
family-contract-deadline = { $rule } (CER { $rank })
family-contract = Contract
family-no-contract = No contract.
family-past-contracts = Past contracts
family-review = review of { $date }: { $summary }
family-household = Household
family-born-on = born { $date }
family-departed-on = left the household { $date }
family-pregnancy = pregnancy declared { $declared }, birth expected { $date }
family-pregnancy-ended = pregnancy ended { $date }
family-encounters = Encounters and appointments
family-notes = Notes
family-steps = Steps of the framework (art. 4)
family-situation = Situation
family-situation-date = known on
family-isolated = lone parent
family-benefit = benefit
family-followed = Dept follows
family-yes = yes
family-no = no
family-contact = Contacts
family-telephone = telephone
family-email = e-mail
family-address = address
family-language = language
family-stays = Caseload: entries and exits
family-orientation = orientation of { $date } by MDS { $center } ({ $document })
family-orientation-refused = refused { $date }: { $motive }
family-override = override: { $motive }
family-exit = exit { $date } · { $reasons } · { $outcome }
family-none = No family under the cursor.

## Timeline

timeline-title = Path
timeline-zoom-month = month
timeline-zoom-quarter = quarter
timeline-zoom-year = year
timeline-row-contracts = CER
timeline-row-acts = acts
timeline-row-deadlines = due
timeline-row-landmarks = lmk.
timeline-bar = CER { $rank }
timeline-bar-draft = CER { $rank } (draft)
timeline-months = { $count } months
timeline-years = { $count } years
timeline-reviewed = review held
    .short = review held
timeline-oriented = orientation
timeline-included = inclusion
timeline-exited = exit
timeline-steps = { $count ->
        [one] step { $steps }
       *[other] steps { $steps }
    }
timeline-contract-span = { $from } to { $to }, { $months } months
timeline-contract-signed = signed { $date }, { $place }
timeline-open-commitments = { $count ->
        [0] {""}
        [one] 1 open commitment
       *[other] { $count } open commitments
    }
timeline-majoration-ends = majoration until { $date }
timeline-from = possible from { $date }
timeline-empty = Nothing on the path yet: it begins with the orientation.

## Deadlines and agenda

## Forms

said-act = ✓ { $act }: recorded.
said-undone = ✓ Act undone. Shift+U brings it back.
said-redone = ✓ Act brought back.
said-nothing-to-undo = This family has no act to undo.
said-nothing-to-redo = This family has no act to bring back.
said-drafts = { $count ->
    [one] One form was left unfinished: open it again, what you typed is still there.
   *[other] { $count } forms were left unfinished: open them again, what you typed is still there.
}
popup-not-done = Nothing was recorded
months = { $months } months
sign-what = Contract no. { $rank }, { $months } months, from { $starts } to { $last } inclusive.
sign-composition = Composition frozen at signature: { $adult }; children: { $children }.

## Exchange

exchange-too-large = This file is larger than a bundle can be (32 MiB).
    .hint = Check that it is a bundle; ask the sender for it again.
exchange-not-an-envelope = This file is not a bundle, or it was changed.
    .hint = Ask the sender for it again, as it is, without opening it in an editor.
exchange-other-payload-type = This file is signed, but it is not a bundle for this use.
    .hint = Check that you chose the right file.
exchange-not-canonical = This file was rewritten after it was signed.
    .hint = Ask the sender for it again, as it is.
exchange-bad-signature = The signature does not match: the file was changed after it was signed.
    .hint = Disregard it and ask the sender for it again.
exchange-other-key = This bundle is signed by another key than the one you gave.
    .hint = Check the sender and the key file.
exchange-not-a-key = This file is not an Ed25519 public key.
    .hint = Ask the sender for the key file (“BEGIN PUBLIC KEY”).
exchange-too-deep = The bundle’s content is nested deeper than allowed.
    .hint = It is not a bundle of this program; ask the sender for it again.
exchange-not-a-bundle = The content is not that of a bundle (line { $line }, column { $column }).
    .hint = Ask the sender for it again.
exchange-payload-not-canonical = The bundle’s content is not written in the form agreed.
    .hint = It does not come from this program; ask the sender for it again.
exchange-newer-bundle = This bundle needs a newer version of the program (format { $needed }, this one reads format { $known }).
    .hint = Update the program, then try again.
exchange-number-too-large = A number in the bundle is larger than allowed.
    .hint = It is not a bundle of this program; ask the sender for it again.
exchange-unknown-extension = This bundle holds “{ $name }”, which this version must understand and does not.
    .hint = Update the program, then try again.
exchange-kind-not-read = This version does not read bundles of kind “{ $kind }” yet.
    .hint = Update the program, then try again.
exchange-device-mismatch = The bundle is not signed by the device that it names.
    .hint = Disregard it and tell the sender.
exchange-entry-altered = Entry { $number } of the journal does not match its digest.
    .hint = Disregard it and tell the sender.
exchange-entries-out-of-order = The journal’s entries do not follow one another (entry { $number }).
    .hint = Disregard it and tell the sender.
exchange-heads-mismatch = The bundle does not announce the entries that it holds.
    .hint = Disregard it and tell the sender.
exchange-entry-unreadable = Entry { $number } of the journal holds an event that cannot be read.
    .hint = Disregard it and tell the sender.
exchange-record-discloses = A record in the bundle holds what must not leave the antenna.
    .hint = Do not pass this file on, and tell the sender.
exchange-disclosure-mismatch = Entry { $number } holds what must not leave the antenna.
    .hint = Do not pass this file on, and tell the sender.
exchange-not-next = This is not the bundle expected: no. { $found } instead of no. { $expected }.
    .hint = Ask the sender for the missing bundles.
exchange-not-linked = This bundle does not follow the one before it.
    .hint = Tell the sender: the sequence of bundles may have been restored.
exchange-unreadable = An event of the journal cannot be read.
    .hint = Run “jalon check”, then restore a backup if needed.

## Settings and antenna

## Command line

## Store, backups, checks

store-wrong-passphrase = This passphrase does not open the store.
    .hint = Check the name chosen, the Shift key and the keyboard layout, then try again. Forgotten: a colleague or the recovery sheet can replace it.
store-wrong-recovery-code = This recovery code does not open this store.
    .hint = It may have been replaced since, or belong to another store: look for the latest sheet.
store-mistyped-recovery-code = The recovery code has a typing mistake.
    .hint = It has 32 symbols in eight groups of four; dashes, spaces and case do not matter.
store-passphrase-too-short = This passphrase is too short.
    .hint = It needs at least { $minimum } characters. A whole sentence is easier to remember, and safer, than a complicated word.
store-no-such-slot = Nobody of this name has access to this store.
    .hint = Choose a name from the list, or ask a colleague to add the access.
store-slot-name-taken = An access already bears this name.
    .hint = Choose another short name, for example with one more initial.
store-last-referent-slot = This is the last referent’s access: it cannot be removed.
    .hint = First add another referent’s access.
store-no-referent-slot = A store needs at least one referent.
    .hint = Give a referent’s name and passphrase.
store-weak-key-derivation = The key file asks for too weak a protection; it was refused.
    .hint = At least { $floor } MiB are needed. If nobody changed this setting the file may have been tampered with: take back the keys.json kept beside a backup.
store-excessive-key-derivation = The key file asks for an absurd computation; it was refused.
    .hint = The limit is { $ceiling } MiB and { $passes } passes. The file may have been tampered with: take back the keys.json kept beside a backup.
store-not-enough-memory = There is not enough free memory to open the store.
    .hint = Close other programs, then try again.
store-keys-unreadable = The key file { $path } cannot be read.
    .hint = Take back the keys.json kept beside a backup; without it nothing can be opened.
store-not-a-store = There is no antenna’s store in { $path }.
    .hint = Check the path given with --store, or create a store with “jalon init”.
store-already-a-store = There is already an antenna’s store in { $path }.
    .hint = Open it, or choose another directory with --store.
store-newer-store = This store was written by a newer version of the program.
    .hint = Nothing was changed. Update the program (format { $found }, this version knows { $known }).
store-wrong-key = { $path } does not open with this store’s key.
    .hint = The file comes from another store, or its beginning is damaged. Put the right file back, or restore a backup with “jalon restore”.
store-corrupted = { $path } is damaged.
    .hint = Record nothing more in it. Restore the last backup with “jalon restore”; the damaged file will be kept aside.
store-rolled-back = This store is older than what had been recorded in it.
    .hint = An old file was put back, or the end of the journal is missing. The store is open for reading only. Look for the latest file, or restore a backup with “jalon restore”.
store-disk-full = The disk is full: nothing was recorded.
    .hint = Make room, then try again; what was already recorded is intact.
store-read-only = { $path } cannot be changed: nothing was recorded.
    .hint = Check the directory’s permissions and that the disk is not write-protected.
store-network-share = { $path } is on a network share ({ $kind }).
    .hint = Two machines could write there at once and damage the store. Put it on this machine’s disk; backups can be copied to the network.
store-busy = Another program is using this store.
    .hint = Close the other jalon window, or wait until it is done, then try again.
store-unreachable = { $path } can be neither read nor written ({ $kind }).
    .hint = Check that the disk is plugged in and that the directory exists.
store-old-sqlite = This program’s database engine is too old ({ $found }).
    .hint = Install the complete version of the program.
store-setting-refused = A safety setting of the database could not be made ({ $name }).
    .hint = Nothing was changed. Report this line to whoever maintains the program.
store-backup-damaged = The backup { $path } is damaged or incomplete.
    .hint = It was not used. Try the one before; “jalon check” checks the store itself.
store-unreadable = A recorded line cannot be read back.
    .hint = Run “jalon check”, then “jalon rebuild”; if it stays, restore a backup.
store-not-next = A line of the journal does not follow the one before (number { $number }): it was refused.
    .hint = Nothing was recorded. Close and open the store again, then try again.
store-chain-broken = The journal was tampered with (line { $number }).
    .hint = Record nothing more in it. Restore the last backup with “jalon restore”; the altered store will be kept aside.
store-views-differ = The lists no longer match the journal ({ $table }).
    .hint = Nothing is lost: “jalon rebuild” makes them again from the journal.
store-journal-is-append-only = The journal is never rewritten.
    .hint = Nothing was changed. Correct with a new act, or undo the act.
store-refused = The database refused the operation (code { $code }).
    .hint = Nothing was recorded. Run “jalon check”; if it happens again, report this code.

## Impact
