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

lock-title = jalon
lock-intro = This store is locked. Choose your name, then give your passphrase.
lock-demonstration = A made-up antenna: it has no passphrase. { $key } opens it.
lock-referent = Referent
lock-passphrase = Passphrase
lock-recovery-code = Recovery code
lock-recovery-intro = The recovery code is on the sheet given when the store was created. Spaces and capitals do not matter.
lock-opening = Unlocking…
lock-wait = Another try in { $seconds } s.
lock-empty = Nothing is typed.
lock-offline = Everything stays on this machine: no network is used.
lock-left = jalon locked itself: nothing is kept in memory.
action-open = open
    .help = Opens or chooses what is under the cursor; folds a section of the record on its heading.
action-quit = quit
    .help = Leaves jalon; the open draft is kept.
action-choose = choose
    .help = Chooses what is under the cursor.
action-cancel = close
    .help = Closes without recording anything.
action-change-referent-slot = other referent
    .help = Chooses who unlocks.
action-use-recovery-code = recovery code
    .help = Unlocks by the code of the sheet, or goes back to the passphrase.
key-up = ↑
key-down = ↓
key-left = ←
key-right = →
key-enter = Enter
key-esc = Esc
key-tab = Tab
key-space = Space
key-comma = ,
key-backspace = Backspace
key-delete = Del
key-insert = Ins
key-home = Home
key-end = End
key-page-up = PgUp
key-page-down = PgDn
key-ctrl = Ctrl
key-alt = Alt
key-shift = Shift
frame-too-small = The terminal is { $width } columns by { $height } rows: it takes at least { $least-width } by { $least-height }.
    .hint = Enlarge the window or make its letters smaller (Ctrl+-).
crash-sentence = jalon stopped on an error of the program. What was recorded still is, and the draft in progress will be offered at the next opening. No report was written or sent.
terminal-not-a-terminal = jalon needs a terminal: the keyboard or the screen is a file or a pipe.
    .hint = Run it in a terminal window, or take a command without a screen (jalon --help).
terminal-io = The terminal does not answer.
    .hint = Open another terminal window and start jalon again.

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
    .hint = Check the year: a date goes from 1900 to twenty years from now.
time-fault-empty = A time is missing.
    .hint = For example 14:30, 9h or 0930.
time-fault-unknown = This time is not understood.
    .hint = For example 14:30, 2:30pm, 9h or 0930.
time-fault-impossible = There is no such time.
    .hint = Times go from 0:00 to 23:59.

## Refusals (a rule that the act would break)

refusal-AntennaAlreadyFounded = The antenna already exists in this store.
    .hint = Open it as it is, or create the other antenna in another directory (--store).
refusal-AntennaNotFounded = The antenna has not been created yet.
    .hint = Start with “jalon init”: it asks for the antenna, its referents and the convention.
refusal-CenterAlreadyKnown = The solidarity centre “{ $center }” is already recorded.
    .hint = Choose another code, or keep the one that exists.
refusal-CenterNameTaken = A solidarity centre is already named “{ $center }”.
    .hint = Give another name, or keep the one that exists.
refusal-CodeMalformed = The code “{ $code }” does not have the expected form.
    .hint = A code is written in lower-case letters without accents, digits and dashes.
refusal-CenterUnknown = No solidarity centre has the code “{ $center }”.
    .hint = Choose a centre from the list, or add it to the antenna first.
refusal-CenterIsClosed = The solidarity centre “{ $center }” orients nobody since { $from }.
    .hint = Choose another centre, or correct the closing date in the settings.
refusal-CommuneOfAnotherCenter = The commune “{ $commune }” is already of the territory of the centre { $center }.
    .hint = A commune has a single centre: take it away from the other first.
refusal-PlacesImplausible = This number of places is not plausible.
    .hint = Give a number from { $least } to { $most }, or leave it empty: the convention then decides.
refusal-ReferentLeftBefore = This referent left the antenna on { $left_on }, before that first day.
    .hint = Give an earlier first day, or correct the leaving first.
refusal-ReferentAlreadyKnown = This referent is already recorded in the antenna.
    .hint = Keep the one that exists.
refusal-ReferentUnknown = This referent is not known to the antenna.
    .hint = Choose a referent from the list, or add one first (jalon referent add).
refusal-ReferentFollowsNobody = This person supports the others: no family is given to her.
    .hint = Choose a referent, or change her role in the settings.
refusal-ReferentStillFollows = { $families ->
        [one] One family is still followed by this person.
       *[other] { $families } families are still followed by this person.
    }
    .hint = Change their referent first, then the role.
refusal-ReferentNotThere = This referent does not work at the antenna on { $date }.
    .hint = Choose a referent who is there that day, or correct the date.
refusal-ReferentAlreadyChanged = The family’s referent has already changed from { $date } on.
    .hint = Give a date after { $date }, or undo that change in the history first.
refusal-ReferentUnchanged = This referent is already the family’s.
    .hint = Choose another referent, or close the form: nothing has to change.
refusal-StandInIsReferent = The stand-in chosen is the family’s own referent.
    .hint = Choose another agent for the period of absence.
refusal-StandInOverlaps = Another stand-in is already named for part of this period.
    .hint = Give dates that do not overlap.
refusal-ConventionMissing = The antenna has no convention.
    .hint = Adopt one first: “jalon init” proposes that of Seine-et-Marne.
refusal-ConventionTextMissing = The convention lacks a text: “{ $part }”.
    .hint = Complete it, in both languages where it is a label.
refusal-ConventionNumberImplausible = The number “{ $part }” of the convention is not plausible.
    .hint = Give a number from { $least } to { $most }.
refusal-ConventionListEmpty = The list “{ $part }” of the convention is empty.
    .hint = Keep one line at least.
refusal-ConventionCodeTwice = The code “{ $code }” is twice in the convention.
    .hint = Each line has a code of its own, made of its first label: give it another label.
refusal-ConventionCodeInUse = The code “{ $code }” is missing from this version, and { $files ->
        [one] { $files } file in progress uses
       *[other] { $files } files in progress use
    } it.
    .hint = Keep this code, or end these contracts, claims and aids first.
refusal-ConventionDateTaken = A version of the convention already takes effect on { $date }.
    .hint = Give the amendment another effective date.
refusal-ConventionWouldBeOver = The convention would end on { $ends }, before it takes effect on { $from }.
    .hint = Put the end of the period later, or give an earlier effective date.
refusal-FieldEmpty = Something is missing: { field-in-a-sentence }.
    .hint = Fill in this field, then confirm again.
refusal-TextTooLong = The text is too long: { field-in-a-sentence } cannot exceed { $longest } characters.
    .hint = Shorten it, or spread it over several notes.
refusal-NirIsNeverStored = There is a social-security number in { field-in-a-sentence }: it is never stored.
    .hint = Delete that number; the family is known by its CAF number.
refusal-TelephoneWithoutDigit = This telephone holds no digit.
    .hint = Write the number, or leave the field empty.
refusal-MatriculeMalformed = This CAF number does not have the expected form.
    .hint = A CAF number has at most 15 letters or digits, without accents or punctuation.
refusal-MatriculeTaken = This CAF number already belongs to another family.
    .hint = Check the number; if it is the same family, open its record and enter the orientation there.
refusal-DateInFuture = { $date } has not come yet.
    .hint = Give the date on which it happened, today at the latest.
refusal-DateBefore = { $date } is too early: the date cannot be before { $earliest }.
    .hint = Give a date from { $earliest } on.
refusal-DateImplausible = { $date } cannot be the right date.
    .hint = Check the year.
refusal-PeriodTooLong = The period is longer than { $years } years.
    .hint = Check the years of the two dates.
refusal-PeriodReversed = The period ends on { $to }, before it begins on { $from }.
    .hint = Swap or correct the two dates.
refusal-NothingChanges = Nothing has changed.
    .hint = Change a field, or close the form.
refusal-FamilyUnknown = This family is not among the antenna’s records.
    .hint = Check the CAF number, or enter its orientation first.
refusal-FamilyAlreadyIncluded = The family is already in the caseload.
    .hint = Open its record: there is no orientation to deal with.
refusal-FamilyNotIncluded = The family is not in the caseload.
    .hint = Include it from an orientation first, or reopen its record if it has left.
refusal-FamilyNotIncludedOn = The family was not in the caseload on { $date }.
    .hint = Give a date between the inclusion and the exit, both days included.
refusal-FamilyNotOut = The family has not left the caseload.
    .hint = There is no exit to correct, and no record to reopen, archive or erase.
refusal-OrientationAlreadyPending = An orientation of this family is already waiting for an answer.
    .hint = Include the family or refuse that orientation before going on.
refusal-OrientationAlreadyReceived = This orientation was received before.
    .hint = There is nothing to do: its family is already in the list.
refusal-NoOrientationPending = No orientation of this family is waiting for an answer.
    .hint = Enter the orientation sent by the solidarity centre first.
refusal-InclusionBeforeOrientation = The inclusion, on { $date }, would come before the orientation of { $orientation }.
    .hint = Give a date of inclusion from { $orientation } on.
refusal-ParentNotIsolated = The parent is not known to live alone with the children.
    .hint = If the situation has changed, update it; otherwise refuse the orientation with its motive.
refusal-BenefitNotMajorated = The family does not receive the RSA majoré (code { $expected }).
    .hint = Check the benefit code in the situation; otherwise refuse the orientation with its motive.
refusal-NoChildUnderAge = No child of the household is under { $years } years old on { $date }; a pregnancy does not count.
    .hint = Check the birth dates; otherwise refuse the orientation with its motive.
refusal-FollowedByDepartment = The Département’s social service already follows the family.
    .hint = If that follow-up has ended, update the situation; otherwise refuse the orientation with its motive.
refusal-CenterFull = Every place of this solidarity centre is taken: { $taken } of { $places }.
    .hint = Wait for an exit, or write the motive for going over: it will be kept.
refusal-CaseloadFull = Every place of the caseload is taken: { $taken } of { $places }.
    .hint = Wait for an exit, or write the motive for going over: it will be kept.
refusal-CenterPlaceTaken = The family’s place has been taken: those of this solidarity centre are all occupied, { $taken } of { $places }.
    .hint = Wait for an exit, or record a new orientation: its inclusion may go over the places, with a motive.
refusal-CaseloadPlaceTaken = The family’s place has been taken: those of the caseload are all occupied, { $taken } of { $places }.
    .hint = Wait for an exit, or record a new orientation: its inclusion may go over the places, with a motive.
refusal-PossibleDuplicate = { $count ->
        [one] A family already known has a near name and the same birth date.
       *[other] { $count } families already known have a near name and the same birth date.
    }
    .hint = Compare the records; if it is not the same family, write why in the motive: it will be kept.
refusal-ChildUnknown = This child is not in the family’s record.
    .hint = Choose a child from the list, or add the child first.
refusal-ChildAlreadyKnown = A child of this given name and birth date is already in the record.
    .hint = Correct the child already recorded instead of adding one; twins have two given names.
refusal-ChildBornBeforeParent = The child, of { $child }, would be born before the parent, of { $parent }.
    .hint = Check both dates of birth: one of them probably has another year.
refusal-ParentTooYoung = The child, of { $child }, would be born before the parent, of { $parent }, was { $years }.
    .hint = Check both dates of birth: one of them probably has another year.
refusal-ChildDepartedBeforeBirth = This child left the household on { $departed_on }, before the birth that is given.
    .hint = Give a date of birth up to { $departed_on }, or undo the departure in the history first.
refusal-ChildAlreadyDeparted = This child’s departure is already recorded.
    .hint = To correct it, undo that departure in the history first.
refusal-PregnancyAlreadyDeclared = A pregnancy is already declared.
    .hint = Record the end of that one first.
refusal-NoPregnancyDeclared = No pregnancy is declared.
    .hint = Declare the pregnancy first, or add the child directly.
refusal-ExpectedBirthTooFar = The birth cannot be expected on { $expected_on }.
    .hint = Check the year: a declared pregnancy ends within ten months.
refusal-EncounterUnknown = This encounter is not in the family’s record.
    .hint = Choose an encounter or an appointment from the list.
refusal-EncounterWithoutStep = The encounter does not say which step it dealt with.
    .hint = Tick at least one of the five steps of article 4.
refusal-AppointmentInThePast = An appointment cannot be planned for { $date }, which is past.
    .hint = Give a coming date; if the encounter took place, record it as held.
refusal-AppointmentAlreadyPlanned = An appointment is already planned on { $date } at the same time.
    .hint = Choose another time, or keep the appointment that exists.
refusal-AppointmentStillToCome = The appointment of { $date } is still to come.
    .hint = Wait for that day to say that it was missed, or cancel the appointment.
refusal-AppointmentAlreadySettled = This appointment, dated { $date }, already has its outcome.
    .hint = To change it, undo that outcome in the history first.
refusal-NoAppointment = No appointment of today or before waits for an outcome.
    .hint = Plan an appointment, or record the encounter held directly.
refusal-ThemeUnknown = The theme “{ $theme }” is not in the convention.
    .hint = Choose among the themes of article 5.
refusal-ThemeOnlyReported = In child protection the agent only reports: this theme is worked on neither in an encounter nor in a contract.
    .hint = Remove this theme; report the situation by the antenna’s procedure.
refusal-ThemeOnlyRedirected = In emergency housing the agent redirects to the DDCS: this theme is worked on neither in an encounter nor in a contract.
    .hint = Remove this theme; redirect the family to the DDCS.
refusal-ItemOutsideThemes = The item “{ $item }” belongs to none of the themes chosen.
    .hint = Add its theme, or remove the item.
refusal-DraftAlreadyOpen = A contract draft is already open.
    .hint = Take it up and revise it, or drop it first.
refusal-NoDraft = No contract draft is open.
    .hint = Draft the contract first.
refusal-FirstContractAlreadySigned = A first contract is already signed.
    .hint = Choose a renewal or an amendment.
refusal-NoContractSigned = No contract is signed.
    .hint = Start by drafting and signing the first contract.
refusal-NoContractRuns = No contract runs on { $date }.
    .hint = An amendment begins during the contract that it changes: change the date, or choose a renewal.
refusal-ContractUnknown = This contract is not in the family’s record.
    .hint = Choose a contract from the list.
refusal-DurationNotOffered = The convention does not offer a contract of { $months } months.
    .hint = Choose one of these durations: { $offered } months.
refusal-ContractBeforeInclusion = The contract would begin before the inclusion of { $included_on }.
    .hint = Let it begin on { $included_on } at the earliest.
refusal-ContractWouldStartAfterThirdBirthday = The contract would begin on { $starts }, after the youngest child’s third birthday ({ $birthday }).
    .hint = Signed by that day, it goes on to its term. After it, no contract can begin any more: prepare the exit.
refusal-ContractWithoutChild = No child of the age that the convention is for lives in the household on { $starts }.
    .hint = Check the children of the record before drafting the contract.
refusal-ContractsOverlap = Contract { $rank } runs until { $last_day }: two contracts cannot run on the same day.
    .hint = Let this one begin after { $last_day }, end before that contract begins, or choose an amendment of it.
refusal-SignedAfterThirdBirthday = The contract cannot be signed on { $date }, after the youngest child’s third birthday ({ $birthday }).
    .hint = Only a contract signed by that day goes on to its term. If it was, give the date of its signature; otherwise prepare the exit.
refusal-SignedAfterTerm = The contract cannot be signed on { $date }, after its term of { $term }.
    .hint = Correct the date of signature, or change the draft’s start and duration.
refusal-CommitmentMissing = { $party ->
        [beneficiary] The contract holds no commitment of the beneficiary.
       *[other] The contract holds no commitment of the referent, the Département or a partner.
    }
    .hint = A contract binds both sides: add the missing commitment to the draft, then sign.
refusal-AmendmentOnFirstDay = The amendment would begin on { $date }, the first day of the contract that it changes.
    .hint = Let it begin at least one day later.
refusal-ContractAlreadyEnded = The end of this contract is already recorded, on { $date }.
    .hint = To change it, undo in the history the act that set it first.
refusal-EndOutsideContract = The end must fall within the contract, from { $starts } to { $term }.
    .hint = Give a date between these two days, both included.
refusal-TermNotReached = The contract’s term is { $term }: another date is not its term.
    .hint = Give { $term } once that day has come, or choose another reason.
refusal-ReasonFollowsFromAnotherAct = { $field ->
        [result] Carrying a commitment over
       *[other] This reason for the end
    } cannot be chosen: it follows from another act.
    .hint = Choose another answer; signing a renewal or an amendment, or recording the exit, does the rest.
refusal-NoCommitmentOpen = No commitment is waiting to be settled.
    .hint = A commitment is settled once, after its contract was signed.
refusal-CommitmentUnknown = This commitment is not in the family’s contracts.
    .hint = Choose a commitment from the list.
refusal-CommitmentNotSigned = This commitment is in a draft that is not signed.
    .hint = Sign the contract first.
refusal-CommitmentAlreadySettled = This commitment already has its result.
    .hint = To change it, undo it in the history first.
refusal-CarriedCommitmentNotOpen = One of the commitments to carry over is no longer open, or it is taken up twice.
    .hint = Remove that line: only a commitment without result is carried over, and only once.
refusal-CommitmentDueBeforeContract = The commitment would be due on { $due }, before the contract binds anybody.
    .hint = Make it due on { $from } or later, or leave the date out.
refusal-ExitWithoutReason = The exit has no reason.
    .hint = Tick at least one of the reasons of article 6.
refusal-ExitReasonUnknown = The exit reason “{ $reason }” is not in the convention.
    .hint = Choose among the reasons of article 6.
refusal-ExitOutcomeUnknown = The outcome “{ $outcome }” is not in the convention.
    .hint = Choose an outcome from the list.
refusal-BenefitEndsAfterExit = The RSA majoré ends on { $ended_on }, after the exit.
    .hint = Let the family leave on that day or later, or correct the date on which the benefit ended.
refusal-ContractStillRuns = Contract no. { $rank } runs until { $last_day }: its end is no reason to leave yet.
    .hint = End it first, if it stops, or choose another reason.
refusal-NoContractEnded = No contract of the family had ended by { $date }.
    .hint = Record the end of the contract first, or choose another reason.
refusal-PanelAgreementMissing = An exit at the agent’s request needs the panel’s agreement, and the record holds none.
    .hint = Choose another reason, or refer to the panel first.
refusal-PanelRequestAfterExit = The panel asked for the exit on { $requested_on }, after the date of the exit.
    .hint = Correct one of the two dates.
refusal-OrientedBeforeExit = The family was sent again on { $date }, before the exit that is given.
    .hint = Give a date of exit up to { $date }.
refusal-EncounterAfterExit = An encounter was held on { $date }, after the date of the exit.
    .hint = Give a date of exit from { $date } on.
refusal-ContractActAfterExit = A contract was signed or broken off on { $date }, after the date of the exit.
    .hint = Give a date of exit from { $date } on.
refusal-RetentionNotOver = This record is kept until { $date } inclusive.
    .hint = Propose to archive or erase it from the day after.
refusal-DisposalAlreadyProposed = A proposal already waits for an answer.
    .hint = Another referent confirms it, or the record is kept.
refusal-AlreadyArchived = This record is already archived.
    .hint = Propose to erase it.
refusal-NoDisposalProposed = Nothing is proposed for this record.
    .hint = First propose to archive or erase it; another referent will confirm.
refusal-DisposalNeedsAnother = You made this proposal yourself.
    .hint = It takes two referents: another confirms it from their own access.
refusal-DisposalIsAnother = This is not what was proposed.
    .hint = Read the proposal again; confirm it as it is, or keep the record.
refusal-FamilyIsArchived = This record is archived: it is read, no longer changed.
    .hint = A new orientation by the centre brings it back into use.
refusal-FamilyIsErased = This record has been erased.
    .hint = An erasure is for good: it is not undone and nothing can be taken back.
refusal-PanelActAfterExit = A referral to the panel, or its information letter, left on { $date }, after the date of the exit.
    .hint = Give a date of exit from { $date } on.
refusal-AlreadyRecorded = This is already recorded on { $date }.
    .hint = Check the date, or undo the earlier record from the history.
refusal-ProfessionalKindUnknown = “{ $kind }” is no kind of professional referent of the convention.
    .hint = Choose from the list; an amendment to the convention adds to it.
refusal-WorkKindUnknown = “{ $kind }” is no kind of return to work or training of the convention.
    .hint = Choose from the list; an amendment to the convention adds to it.
refusal-NoScaleRated = No scale is rated.
    .hint = Keep at least one row, with its level.
refusal-EffectScaleUnknown = “{ $scale }” is no scale of the convention.
    .hint = Choose from the list of scales.
refusal-EffectScaleTwice = One scale is rated twice.
    .hint = Keep one row for each scale.
refusal-EffectLevelUnknown = There is no level { $level }.
    .hint = Choose a level of the list.
refusal-LandmarkAfterExit = An act of the record took place on { $date }, after the date of the exit.
    .hint = Give a date of exit from { $date } on.
refusal-RightUnknown = “{ $right }” is not a right of the convention.
    .hint = Choose from the list; an amendment adds to it.
refusal-NoRightsClaim = No rights claim is open.
    .hint = Open the claim first.
refusal-RightsClaimUnknown = This rights claim is not the family’s.
    .hint = Choose a claim from the list.
refusal-RightsClaimAlreadyOpen = A claim of this right has been open since { $date }.
    .hint = Record what comes next of it, or choose another right.
refusal-RightsClaimAlreadySubmitted = This claim was submitted on { $date } already.
    .hint = Record the answer when it comes.
refusal-RightsClaimAlreadyFinalised = This claim has been closed since { $date }.
    .hint = Undo the answer from the history if it is wrong, or open another claim.
refusal-RightsClaimNotSubmitted = This claim was not submitted: it can be neither granted nor refused.
    .hint = Record the submission first, or that it was abandoned.
refusal-InstrumentUnknown = “{ $instrument }” is not an aid of the convention.
    .hint = Choose from the list; an amendment adds to it.
refusal-AmountImplausible = The amount is not plausible.
    .hint = Type an amount between €0.01 and €100,000.
refusal-NoFinancialAid = No financial aid was asked for.
    .hint = Record the request first.
refusal-FinancialAidUnknown = This aid is not the family’s.
    .hint = Choose an aid from the list.
refusal-FinancialAidAlreadyAnswered = The answer to this aid was recorded, dated { $date }.
    .hint = Undo it from the history if it is wrong, or request a new aid.
refusal-GrantedBeyondAsked = { $granted } granted for { $asked } asked: it is more than was asked.
    .hint = Check the amount. If the funder did grant more, record the rest as another request.
refusal-RefusedAidHasNoAmount = An aid that was refused has no granted amount.
    .hint = Clear the amount, or choose “granted”.
refusal-DiagnosisEmpty = The diagnosis says nothing of one of its themes, or has none.
    .hint = Write the situation, the strengths or the obstacles of at least one theme.
refusal-GroupActionUnknown = This group action does not exist.
    .hint = Choose an action from the list.
refusal-GroupActionWithoutSession = A group action has one session at least.
    .hint = Give the date of a session.
refusal-GroupSessionUnknown = This session does not exist.
    .hint = Choose a session from the list.
refusal-GroupSessionTwice = A session is planned on { $date } at this time already.
    .hint = Change the date or the time.
refusal-TopicUnknown = There is no open topic.
    .hint = Raise the topic for the steering committee first.
refusal-RevokedBeyondReceived = { $received ->
    [0] No bundle of this antenna was received.
   *[other] The last bundle received from this antenna is no. { $received }.
}
    .hint = Beyond it, a bundle may be signed by somebody else. Leave empty, or give at most this number; if a bundle that is safe is under way, receive it first.
refusal-TopicIsClosed = The topic was closed on { $date }.
    .hint = Raise a new topic if the matter comes back.
refusal-PeriodNotOver = The period ends on { $to }: it is not over.
    .hint = Close it from the day after on, or choose an end in the past.
refusal-PeriodAlreadyClosed = The period from { $from } to { $to } is closed already.
    .hint = Its figures stay frozen; choose days outside it.
refusal-GroupSessionHasPresences = { $families ->
        [one] { $families } family is entered as present at this session: it was held.
       *[other] { $families } families are entered as present at this session: it was held.
    }
    .hint = If it was not held, correct the presences first (absent or excused), then cancel it.
refusal-GroupSessionIsCancelled = The session of { $date } was cancelled.
    .hint = Choose another session, or add one.
refusal-GroupSessionStillToCome = The session is on { $date }: it was not held yet.
    .hint = Record the presence from that day on.
refusal-ThemeTwice = A theme is there twice.
    .hint = Keep one row a theme.
refusal-PanelReferralUnknown = This referral is not in the family’s record.
    .hint = Choose a referral from the list.
refusal-NoPanelReferral = The record holds no referral to the panel.
    .hint = Prepare the referral first.
refusal-PanelReferralAlreadyOpen = { $motive ->
        [reorient] A referral to reorient the family is already underway.
        [suspend] A referral to suspend the benefit is already underway.
        [reduce] A referral to reduce the benefit is already underway.
        [twelve-months] A referral for the examination at twelve months is already underway.
       *[agent-exit] A referral for an exit at the agent’s request is already underway.
    }
    .hint = Go on with the one that exists, or cancel it first.
refusal-PanelProposalOutsideMotive = { $motive ->
        [agent-exit] A referral for an exit at the agent’s request proposes the exit and nothing else.
       *[other] The exit is proposed in a referral at the agent’s request only.
    }
    .hint = Change the proposal, or prepare a referral with another motive.
refusal-PanelGroundsMissing = A suspension or a reduction needs its reasons: the information letter will tell the person.
    .hint = Write the reasons of the referral.
refusal-PanelReferralAlreadySent = The referral left on { $date }.
    .hint = It can no longer be changed; the decision or a cancellation comes next.
refusal-PanelReferralNotSent = The referral has not left yet.
    .hint = Send it to the panel first.
refusal-PanelReferralIsCancelled = The referral was cancelled on { $date }.
    .hint = Prepare a new referral if one is needed.
refusal-PanelLetterNotNeeded = The referral proposes neither a suspension nor a reduction: no information letter is to be sent.
    .hint = Send the referral.
refusal-PanelLetterAlreadySent = The information letter left on { $date }.
    .hint = Record the person’s observations, or wait for the end of her month.
refusal-PanelLetterSaysOtherwise = The information letter of { $date } tells another measure or other reasons.
    .hint = Keep what the letter says, or cancel the referral and prepare another.
refusal-PanelLetterMissing = A suspension or a reduction does not leave before the information letter and the person’s month for observations.
    .hint = Record the information letter first.
refusal-PanelObservationsAwaited = The person can give her observations until { $until } inclusive.
    .hint = Record her observations, or wait for the end of the month.
refusal-PanelExaminationTooEarly = The panel’s examination can be asked for from { $from } on.
    .hint = Send the referral on that day or later, or choose another motive.
refusal-NoteNotForPanel = Only notes written for the panel leave with a referral.
    .hint = Take this note out of the referral.
refusal-PanelPostponedToThePast = A postponement is to a day to come, not to { $until }.
    .hint = Give the day of the next sitting.
refusal-PanelOpinionAlreadyGiven = The panel gave its opinion on { $date }.
    .hint = Record the decision.
refusal-PanelOpinionDeemedGiven = The panel’s month ended on { $until }: its opinion counts as given.
    .hint = Record the decision.
refusal-PanelOpinionAwaited = The panel’s opinion is awaited until { $until } inclusive.
    .hint = Record the opinion; without it, the decision can follow from the day after.
refusal-PanelDecisionBeforeOpinion = The panel’s opinion is of { $opinion }: the decision cannot come before it.
    .hint = Give that day or a day after.
refusal-PanelExitNotAsked = This referral does not ask for an exit.
    .hint = Choose another measure; an exit at the agent’s request has a referral of its own.
refusal-PanelDecisionAlreadyMade = The decision was made on { $date }.
    .hint = To correct it, undo it first in the history.
refusal-PanelDecisionSent = The decision was made on { $date } and sent to the antenna: it cannot be taken back.
    .hint = To correct it, ask the antenna for a new referral.
refusal-PanelDecisionMissing = No decision is recorded for this referral.
    .hint = Record the decision of the President of the council first.
refusal-PanelDecisionAlreadyNotified = The decision was notified on { $date }.
    .hint = To correct this date, undo it first in the history.
refusal-ChangedSince = An act entered on { $date } builds on this one.
    .hint = Undo the later act first, in the history.
refusal-AlreadyUndone = This act is already undone.
    .hint = To bring it back, redo it.
refusal-NothingToUndo = There is nothing to undo.
    .hint = Choose an act in the family’s history.
refusal-NothingToHandOver = No act has been recorded since the last bundle.
    .hint = There is nothing to hand over today.
refusal-BundleUnknown = No bundle no. { $sequence } was sealed here.
    .hint = Check the number on the screen, among the bundles sealed.
refusal-BundleNotReceived = Bundle no. { $sequence }, which carries this record, has not been received by the Département yet.
    .hint = Once erased here it could not be handed over again. Hand it over, note its receipt, then erase the record.
refusal-BundleErased = Bundle no. { $sequence } held a record erased since: it is no longer kept here.
    .hint = Its digest and its place among the bundles remain. The Département holds the copy that was handed over.
refusal-FileInTheWay = Another file already bears this name: { $path }.
    .hint = Move it or choose another folder; it was not touched.

## Domain: states and lists

source-practice = practice
status-oriented = oriented
    .help = Sent by a solidarity centre, waiting for an answer.
status-included = in the caseload
    .help = Included and not out yet.
status-out = out
    .help = Out of the caseload; it can come back.
status-refused = orientation refused
    .help = The orientation received a motivated refusal.
status-archived = archived
    .help = The record is past its retention: out of the lists and the search, before it is erased.
orientation-state-pending = waiting for an answer
orientation-state-included = followed by an inclusion
orientation-state-refused = refused
setting-caf-premises = at the CAF
    .short = CAF
setting-department-premises = at the Département
    .short = Département
setting-home-visit = home visit
    .short = home
setting-remote = telephone or video
    .short = remote
step-rights-and-duties = Recall of the benefit, rights and duties
    .short = rights and duties
step-assessment = Assessment of the social situation and access to rights
    .short = assessment
step-diagnosis = Problems and obstacles
    .short = diagnosis
step-contract-design = Working out the contract and its reciprocal commitments
    .short = contract design
step-contract-follow-up = Following and evaluating the contract
    .short = contract follow-up
encounter-planned = appointment
    .short = planned
encounter-unsettled = past appointment without outcome
    .short = no outcome
encounter-held = encounter
encounter-state-planned = planned
encounter-state-held = held
encounter-state-missed = missed, without excuse
encounter-state-excused = missed, excused
encounter-state-cancelled = cancelled
encounter-missed = missed appointment
    .short = missed
encounter-excused = excused absence
    .short = excused
encounter-cancelled = cancelled appointment
    .short = cancelled
confidentiality-shareable = shareable
    .sign = shareable
    .help = May be handed over in a bundle.
confidentiality-panel-only = for the panel only
    .sign = panel
    .help = Leaves only inside a panel referral.
confidentiality-private = private, never leaves the antenna
    .sign = private
    .help = Never leaves the antenna.
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
panel-motive-reorient = reorient
panel-motive-suspend = suspend the benefit
panel-motive-reduce = reduce the benefit
panel-motive-twelve-months = examination at twelve months
panel-motive-agent-exit = exit at the agent’s request
panel-measure-keep = keep the accompaniment
panel-measure-change-referent = change of referent
panel-measure-reorient = professional referent
panel-measure-suspend = suspension
panel-measure-reduce = reduction
panel-measure-exit = agreement to the exit
panel-stage-draft = draft
    .heading = Drafts
panel-stage-adversarial = observations awaited
    .heading = Observations awaited
panel-stage-ready-to-leave = ready to leave
    .heading = Ready to leave
panel-stage-sent = sent, opinion awaited
    .heading = Sent, opinion awaited
panel-stage-postponed = postponed, opinion awaited
    .heading = Postponed, opinion awaited
panel-stage-opinion-deemed = opinion deemed given
    .heading = Opinion deemed given
panel-stage-opinion-given = opinion given
    .heading = Opinion given
panel-stage-decided = decided, to be notified
    .heading = Decided, to be notified
panel-stage-notified = notified
    .heading = Notified
panel-stage-cancelled = cancelled
    .heading = Cancelled
panel-since = since { $date }
panel-proposal = Proposal: { $measure }
panel-letter-until = The person’s observations until { $until } inclusive
panel-opinion-until = Opinion awaited until { $until } inclusive
panel-observations-of = Observations of { $date }
panel-companion = accompanied by { $companion }
panel-postponed = Postponed on { $date } to { $until }
panel-opinion-of = Opinion of { $date }: { $measure }
panel-decision-of = Decision of { $date }: { $measure }
panel-scale = Scale for a procedure of { $date } ({ $source }), for information:
panel-by-stage = by stage
panel-by-delay = by delay
panel-delay-passed = Delay passed
panel-delay-running = Delay running
panel-without-delay = No delay running
panel-closed = Closed
panel-delay-passed-on = Delay passed since { $date }
panel-composition = Composition frozen on departure: { $adult }; children: { $children }.
panel-agreed-by = agreed after the referral of { $date }
panel-loading = Reading the referrals…
panel-empty = The antenna has no referral to the panel. They are prepared from a family’s record.
panel-filled-household = { $count ->
        [0] No child in the household.
        [one] One child in the household: { $children }.
       *[other] { $count } children in the household: { $children }.
    }
panel-filled-stay = Benefit { $benefit }; accompanied since { $included }.
panel-filled-contract = Contract no. { $rank } from { $from } to { $to }.
panel-filled-encounters = { $held ->
        [0] No encounter held
        [one] One encounter held, on { $last }
       *[other] { $held } encounters held, the last on { $last }
    }; { $missed ->
        [0] no appointment missed.
        [one] one appointment missed.
       *[other] { $missed } appointments missed.
    }
commitment-result-kept = kept
commitment-result-partly-kept = partly kept
commitment-result-not-kept = not kept
commitment-result-dropped = dropped
    .help = No longer makes sense.
commitment-result-carried-over = carried over to the next contract
commitment-open = open
disposal-archive = archive
disposal-erase = erase for good
end-reason-term = at its term
end-reason-agreement = by agreement
end-reason-breach = commitments not kept
end-reason-amended = replaced by an amendment
end-reason-exit = exit from the caseload

## Domain: checks at inclusion (art. 2)
# The question, then the answer with the fact that decides it: $fact is the kind of fact, the other arguments what it holds.

check-isolated-parent = Isolated parent
check-isolated-parent-passed = The parent lives alone with the children (situation on { $on }).
check-isolated-parent-failed = { $fact ->
        [not-recorded] The situation is not recorded.
       *[recorded] The parent is not isolated (situation on { $on }).
    }
check-majorated-benefit = RSA majoré
check-majorated-benefit-passed = The benefit in payment has the code { $code }.
check-majorated-benefit-failed = { $fact ->
        [not-recorded] The situation is not recorded.
       *[benefit] The benefit in payment has the code { $code }, which is not that of the RSA majoré.
    }
check-child-under-age = Child under the age limit
check-child-under-age-passed = The youngest child reaches the age limit on { $birthday }.
check-child-under-age-failed = { $fact ->
        [no-child] No child born lives in the household; a pregnancy does not count.
       *[birthday-on] The youngest child reached the age limit on { $birthday }.
    }
check-not-followed-by-department = Not followed by the Département
check-not-followed-by-department-passed = The Département’s social service does not follow the family (situation on { $on }).
check-not-followed-by-department-failed = { $fact ->
        [not-recorded] The situation is not recorded.
       *[recorded] The Département’s social service already follows the family (situation on { $on }).
    }
check-center-has-room = Room in the solidarity centre
check-center-has-room-passed = { $taken } of this centre’s { $places } places are taken.
check-center-has-room-failed = Every place of this centre is taken: { $taken } of { $places }.
check-caseload-has-room = Room in the caseload
check-caseload-has-room-passed = { $taken } of the caseload’s { $places } places are taken.
check-caseload-has-room-failed = Every place of the caseload is taken: { $taken } of { $places }.
check-not-already-known = Family not already known
check-not-already-known-passed = No record with a near name and the same birth date.
check-not-already-known-failed = { $count ->
        [one] One record has a near name and the same birth date.
       *[other] { $count } records have a near name and the same birth date.
    }

## Domain: deadlines
# The rule’s name (.short for the list), then the deadline itself in brief (-about) and in a sentence (-long).

deadline-appointment = appointment
    .short = appointment
deadline-appointment-about = appointment
deadline-appointment-long = Appointment planned; its outcome is recorded from its day on.
deadline-referent-missing = family without referent
    .short = no referent
deadline-referent-missing-about = without referent
deadline-referent-missing-long = The family’s referent leaves the antenna: name the next one.
deadline-referent-gap-about = no referent until { $until }
deadline-referent-gap-long = The referent has left, the next one begins after { $until }: entrust the family to somebody until then.
deadline-orientation-to-answer = orientation to answer
    .short = orientation
deadline-orientation-to-answer-about = orientation to answer
deadline-orientation-to-answer-long = Answer the solidarity centre’s orientation: include the family or refuse with a motive.
deadline-first-meeting = first meeting
    .short = first meeting
deadline-first-meeting-about = first meeting
deadline-first-meeting-long = Meet the family for the first time after its inclusion.
deadline-contract-to-sign = contract to sign
    .short = contract to sign
deadline-contract-to-sign-about = contract to sign
deadline-contract-to-sign-long = Sign the contract within the delay that runs from the orientation.
deadline-contract-review = contract review
    .short = review
deadline-contract-review-about = review of contract { $rank }
deadline-contract-review-long = Review contract { $rank } before its end.
deadline-contract-renewal = contract renewal
    .short = renewal
deadline-contract-renewal-about = renewal of contract { $rank }
deadline-contract-renewal-long = Prepare what follows contract { $rank }: a renewal or an exit.
deadline-contract-end = end of contract
    .short = end
deadline-contract-end-about = end of contract { $rank }
deadline-contract-end-long = Last day of contract { $rank }.
deadline-commitment-due = commitment
    .short = commitment
deadline-commitment-due-about = commitment “{ $text }”
deadline-commitment-due-long = Commitment to keep: “{ $text }”.
deadline-panel-examination = panel examination
    .short = panel
deadline-panel-examination-about = panel examination
deadline-panel-examination-long = Refer to the panel for the examination of the situation, without a professional reorientation.
deadline-panel-observations = person’s observations
    .short = observations
deadline-panel-observations-about = person’s observations
deadline-panel-observations-long = Last day of the person’s observations; after it the referral can leave without them.
deadline-panel-opinion = panel’s opinion
    .short = panel’s opinion
deadline-panel-opinion-about = panel’s opinion
deadline-panel-opinion-long = Last day of the panel’s opinion; silence counts as an opinion given.
deadline-third-birthday = third birthday
    .short = 3 years
deadline-third-birthday-about = { $given_name }’s third birthday
deadline-third-birthday-long = { $given_name } turns three: the majoration ends after { $majoration_ends }.
deadline-third-birthday-crossed-long = { $given_name } turns three: the majoration ends after { $majoration_ends }, and the contract goes on to its end, on { $until } (art. 6).
deadline-third-birthday-of = { $given_name } (majoration until { $date })
deadline-silence = no contact
    .short = no contact
deadline-silence-about = silence
deadline-silence-long = Get back in touch: no encounter held since the last one.
deadline-retention = end of retention
    .short = retention
deadline-retention-about = retention
deadline-retention-long = Archive or erase the record: the last contact is too long ago.
deadline-disposal-to-confirm = archiving or erasure to confirm
    .short = to confirm
deadline-disposal-to-confirm-about = archiving or erasure to confirm
deadline-disposal-to-confirm-long = A referent proposes to archive or erase the record: another confirms it, or keeps the record.
deadline-convention-notice = notice of the convention
    .short = notice
deadline-convention-notice-about = convention notice
deadline-convention-notice-long = Last day to give notice before the convention ends.
deadline-convention-report = impact report of the convention
    .short = impact report
deadline-convention-report-about = impact report
deadline-convention-report-long = Hand in the impact report on which the renewal depends.
deadline-convention-end = end of the convention
    .short = end of convention
deadline-convention-end-about = end of the convention
deadline-convention-end-long = Last day of the convention.
deadline-department-silent = Département silent
    .short = silent Département
deadline-department-silent-about = receipt of a bundle
deadline-department-silent-long = Get the Département's receipt of a bundle handed over.

## Domain: what happened (history, timeline)

event-antenna-founded = Antenna founded
event-center-added = Solidarity centre added
event-center-changed = Solidarity centre changed
event-center-closed = Solidarity centre closed or open again
event-referent-corrected = Referent corrected
event-referent-added = Referent added
event-referent-left = Referent left
event-convention-adopted = Convention adopted
event-disposal-proposed = Archiving or erasure proposed
event-disposal-declined = Record kept
event-family-archived = Record archived
event-family-erased = Record erased
event-orientation-received = Orientation received
event-orientation-refused = Orientation refused
event-family-included = Family included
event-identity-recorded = Identity recorded
event-contact-recorded = Contact details recorded
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
event-shared-note-written = Shareable note written
event-panel-note-written = Panel note written
event-private-note-written = Private note written
event-contract-drafted = Contract drafted
event-contract-draft-revised = Contract draft revised
event-contract-draft-dropped = Contract draft dropped
event-contract-signed = Contract signed
event-contract-reviewed = Contract reviewed
event-contract-ended = Contract ended
event-commitment-settled = Commitment settled
event-family-exited = Exit from the caseload
event-exit-corrected = Exit corrected
event-family-reopened = Record reopened
event-panel-referral-opened = Referral prepared
event-panel-referral-revised = Referral changed
event-panel-letter-sent = Information letter sent
event-panel-observations-recorded = Person’s observations
event-panel-referral-sent = Referral sent
event-panel-referral-postponed = Referral postponed
event-panel-referral-cancelled = Referral cancelled
event-panel-opinion-given = Panel’s opinion
event-panel-decision-made = Decision after the referral
event-panel-decision-notified = Decision notified
event-professional-referral-made = Referral to a professional referent
event-return-to-work-recorded = Return to work or training
event-housing-redirected = Redirection to the DDCS
event-child-protection-reported = Report passed on
event-effects-rated = Effects rated
event-rights-claim-opened = Rights claim opened
event-rights-claim-submitted = Rights claim submitted
event-rights-claim-finalised = Rights claim finalised
event-financial-aid-requested = Financial aid asked for
event-financial-aid-answered = Answer to the financial aid
event-diagnosis-recorded = Diagnosis
event-attendance-recorded = Presence at a group action
event-group-action-planned = Group action planned
event-topic-raised = Steering topic
event-topic-followed = Topic followed
event-topic-closed = Topic closed
event-partnership-noted = Effect on the partnership
event-period-closed = Period closed
event-group-session-added = Session added
event-group-session-cancelled = Session cancelled
event-unknown = Act of a newer version

## Domain: acts

act-receive-orientation = Enter an orientation
    .help = The family sent by a solidarity centre, with its children and situation.
act-include-family = Include the family
    .help = Checks every condition of article 2, then names the referent.
act-refuse-orientation = Refuse the orientation
    .short = refuse
    .help = Answers the solidarity centre with a motivated refusal, which is kept.
act-correct-identity = Correct the identity
    .help = Surname, given name, birth date and CAF number.
act-record-contact = Record the contact details
    .help = Telephone, e-mail, address and language; never leaves the antenna.
act-record-situation = Update the situation
    .help = Isolation, benefit in payment, follow-up by the Département.
act-add-child = Add a child
    .help = A child who lives in the household.
act-correct-child = Correct a child
    .help = The given name or the birth date.
act-record-child-departure = Record a child’s departure
    .help = From the day on which the child no longer lives there, with the motive.
act-declare-pregnancy = Declare a pregnancy
    .help = It is recorded but does not count as a child.
act-end-pregnancy = Record the end of a pregnancy
    .help = With the child who was born, if there is one.
act-change-referent = Change the referent
    .help = A family has exactly one referent at any date; the former one is kept.
act-name-stand-in = Name a stand-in
    .help = Sees the family during an absence without becoming its referent.
act-plan-encounter = Plan an appointment
    .help = The day, time and place of the next appointment.
act-hold-encounter = Record an encounter
    .help = An encounter or a visit that took place, planned or not.
act-miss-encounter = Mark an appointment as missed
    .help = Excused or not, with the motive if it is known.
act-cancel-encounter = Cancel an appointment
    .help = The next appointment, with the motive.
act-write-note = Write a note
    .help = Free text, private unless you decide otherwise.
act-draft-contract = Draft a contract
    .help = Dates, objectives and commitments on both sides.
act-renew-contract = Prepare the renewal
    .help = After the present contract, with its commitments still open.
act-amend-contract = Prepare an amendment
    .help = Replaces the running contract from its own start on.
act-revise-contract = Revise the contract draft
    .help = While it is not signed.
act-drop-contract-draft = Drop the contract draft
    .help = The unsigned draft leaves the record; the history keeps it.
act-sign-contract = Sign the contract
    .help = Freezes the family’s composition on the date of signature.
act-review-contract = Review the contract
    .help = What was done, what remains to be done.
act-end-contract = End the contract
    .help = On its term or before, with the reason.
act-settle-commitment = Settle a commitment
    .help = Kept, partly kept, not kept or dropped.
act-exit-family = Record the exit
    .help = One or several reasons of article 6; frees the solidarity centre’s place.
act-correct-exit = Correct the exit
    .help = Date, reasons or outcome of the exit recorded.
act-propose-disposal = Propose to archive or erase
    .help = A record past its retention; another referent confirms.
act-decline-disposal = Keep the record
    .short = keep
    .help = The proposal to archive or erase is set aside, with its motive.
act-confirm-disposal = Confirm the archiving or erasure
    .help = By another than the one who proposes; an erasure is for good.
act-reopen-family = Reopen the record
    .help = The family goes on in the same stay, if there is room.
act-open-panel-referral = Prepare a referral
    .help = Refer to the panel: the referral fills itself from the record.
act-revise-panel-referral = Change the referral
    .help = As long as it has not left.
act-record-panel-letter = Record the information letter
    .help = Opens the month for observations of a suspension or a reduction.
act-record-panel-observations = Record the observations
    .help = What the person answers, and who comes with her.
act-send-panel-referral = Send the referral
    .help = Freezes the family’s composition; waits for the end of the adversarial phase.
act-postpone-panel-referral = Record a postponement
    .short = postpone
    .help = The panel puts the referral off to another sitting.
act-cancel-panel-referral = Cancel the referral
    .help = With the motive; as long as no decision is made.
act-record-panel-opinion = Record the opinion
    .short = opinion
    .help = What the panel advises.
act-record-panel-decision = Record the decision
    .short = decision
    .help = That of the President of the council, after the opinion or a month of silence.
act-notify-panel-decision = Record the notification
    .help = The day on which the person receives the decision.
act-refer-to-professional = Refer to a professional referent
    .help = Pôle emploi, AAVE… The examination at twelve months need no longer be asked for (art. 4).
act-record-return-to-work = Record a return to work or training
    .help = Counted by the evaluation, by kind (art. 7).
act-redirect-housing = Redirect to the DDCS (housing)
    .help = The only act allowed on emergency housing (art. 5).
act-report-child-protection = Report (child protection)
    .help = The only act allowed on child protection; it does not leave the antenna (art. 5).
act-rate-effects = Rate the effects
    .help = The six scales of article 7, at entry, at a review, at exit.
act-open-rights-claim = Open a rights claim
    .help = Family support, housing benefit, childcare…; followed until the answer (art. 5).
act-submit-rights-claim = Record the submission of a claim
    .help = The claim now waits for its answer.
act-finalise-rights-claim = Finalise a rights claim
    .help = Granted, refused or abandoned; counted by the impact measure (art. 7).
act-request-financial-aid = Ask for a financial aid
    .help = Housing or energy fund, relief, APRE… with the amount asked (art. 5).
act-answer-financial-aid = Record the answer to an aid
    .help = Amount granted, or refused; counted by the impact measure (art. 7).
act-record-diagnosis = Record the diagnosis
    .help = Situation, strengths, obstacles and priority by theme; it prepares the contract’s objectives (art. 4).
act-record-attendance = Record presence at an action
    .help = Group action: present, absent or excused at a session (art. 4).
act-change-center = Change a solidarity centre
    .help = Its name, places of its own, the communes of its territory (art. 2).
act-close-center = Close or reopen a solidarity centre
    .help = From a day on no orientation comes from it; without a date it is open again.
act-correct-referent = Correct a referent
    .help = The name or the first day at the antenna (art. 3).
act-plan-group-action = Plan a group action
    .short = new action
    .help = Title, theme, leaders and sessions (art. 4).
act-add-group-session = Add a session
    .short = add a session
    .help = One more session of a group action.
act-cancel-group-session = Cancel a session
    .short = cancel the session
    .help = The session is not held; it does not count.
act-raise-topic = Raise a topic
    .short = topic
    .help = About the public oriented or the path offered; it leaves with the next bundle (art. 8).
act-follow-topic = Record an answer to a topic
    .short = answer
    .help = What the Département answers, or what the antenna does (art. 8).
act-close-topic = Close a topic
    .short = close
    .help = What came of it (art. 8).
act-note-partnership = Note an effect on the partnership
    .short = effect
    .help = The part of the measure that no figure tells (art. 7).
act-close-period = Close a period
    .short = close
    .help = Its figures are frozen; what is recorded later shows as a correction (art. 7).
act-found-antenna = Found the antenna
    .help = Gives the store its antenna: the first act.
act-add-center = Add a solidarity centre
    .help = One of the centres that orient families to the antenna.
act-add-referent = Add a referent
    .help = A social-development agent of the antenna.
act-record-referent-leaving = Record a referent’s leaving
    .help = The referent’s families will be flagged as without one.
act-adopt-convention = Adopt a convention
    .help = The first version, an amendment or a renewal.

## Domain: fields of the acts
# field-<member>, or field-<act>-<member> where the act calls it otherwise; in a list, field-<list>-<member>.

field-date = Date
    .hint = 12/3, yesterday, +7d, monday…
field-motive = Motive
    .hint = Why, in a few words.
field-comment = Comment
    .hint = Optional.
field-center = Solidarity centre
    .hint = The solidarity centre that orients the family.
field-document = Document of origin
    .hint = For example: orientation form of 12 March.
field-surname = Surname
field-given-name = Given name
field-birth-date = Birth date
    .hint = 12/3/1998 or 12 March 1998.
field-matricule = CAF number
    .hint = At most 15 letters or digits; never the social-security number.
field-children = Children
    .hint = Those who live in the household.
field-isolated = Isolated parent
    .hint = Lives alone with the children.
field-benefit-code = Benefit code
    .hint = CNAF code of the benefit in payment.
field-followed-by-department = Followed by the Département
    .hint = The Département’s social service already accompanies the family.
field-referent = Referent
    .hint = The agent who accompanies the family.
field-override-motive = Motive for going over
    .hint = Only when a place is missing or the family resembles another; it is kept.
field-telephone = Telephone
field-email = E-mail
field-address = Address
field-language = Language
    .hint = Languages spoken, or an interpreter needed.
field-child = Child
field-expected-on = Birth expected on
    .hint = 12/3, yesterday, +7d, monday…
field-pregnancy = Pregnancy
field-child-given-name = Given name of the child born
    .hint = Leave empty if there is none.
field-from = From
    .hint = 12/3, yesterday, +7d, monday…
field-to = To
    .hint = Last day, included.
field-time = Time
    .hint = 14:30, 9h…; optional.
field-setting = Setting
field-purpose = Purpose
    .hint = Optional.
field-encounter = Appointment
    .hint = The one that this act is about.
field-steps = Steps
    .hint = At least one of the five steps of article 4.
field-themes = Themes
    .hint = Those of article 5 that were dealt with.
field-items = Items
    .hint = Within the themes chosen.
field-note = Note
    .hint = Optional.
field-confidentiality = Confidentiality
    .hint = A private note never leaves the antenna.
field-excused = Excused
    .hint = The parent gave a valid reason.
field-subject = Subject
field-by = From
field-topic = Topic
field-partner = Partner
field-note-partnership-text = Effect seen
field-raise-topic-text = Topic
field-follow-topic-text = Answer
field-text = Text
field-kind = Kind
    .hint = First contract, renewal or amendment.
field-starts = Start
    .hint = 12/3, yesterday, +7d, monday…
field-months = Duration in months
    .hint = One of the convention’s durations.
field-objectives = Objectives
    .hint = Optional: what the contract works towards.
field-objectives-theme = Theme
    .hint = Optional.
field-objectives-text = Objective
field-commitments = Commitments
    .hint = Each side commits itself: the contract can be signed (art. 4).
field-commitments-party = Party
field-commitments-text = Commitment
field-commitments-due = Due
    .hint = 12/3, yesterday, +7d, monday…
field-commitments-carried-from = Carried from the previous contract
field-sessions-place = Place
field-add-group-session-place = Place
field-close-topic-outcome = What came of it
    .hint = What the committee decided.
field-place = Place of signature
    .hint = For example: the Melun antenna.
field-contract = Contract
    .hint = The latest signed, unless chosen otherwise.
field-summary = Review
    .hint = What was done, what remains to be done.
field-reason = Reason for the end
field-commitment = Commitment
field-result = Result
field-reasons = Reasons for the exit
    .hint = One or several, of article 6.
field-outcome = Outcome
    .hint = What the family leaves for.
field-benefit-ended-on = RSA majoré ended on
    .hint = When the end of the benefit is a reason.
field-panel-requested-on = Panel’s request on
    .hint = When the panel’s request is a reason.
field-panel-referral = Referral
field-referral = Referral
    .hint = The one that this act is about.
field-proposal = Proposal
    .hint = The motive’s own unless you choose another.
field-measure = Measure
field-situation = Situation
    .hint = Filled from the record; read it again and complete it.
field-initial-objectives = Initial objectives
    .hint = Those of the first contract.
field-reached-objectives = Objectives reached
    .hint = The commitments that were kept.
field-new-objectives = New objectives
    .hint = Those of the present contract and what is still open.
field-grounds = Reasons
    .hint = Needed for a suspension or a reduction: the letter tells the person.
field-companion = Accompanied by
    .hint = Whoever she chooses; optional.
field-until = Postponed to
    .hint = The day of the next sitting.
field-notes = Notes enclosed
    .hint = The notes for the panel, which leave nowhere else.
field-open-panel-referral-motive = Motive
    .hint = Why the panel is called on.
field-record-panel-letter-date = Letter sent on
    .hint = 12/3, yesterday, +7d, monday…
field-record-panel-observations-date = Received on
    .hint = 12/3, yesterday, +7d, monday…
field-record-panel-observations-text = Observations
    .hint = What the person says about the measure.
field-send-panel-referral-date = Sent on
    .hint = 12/3, yesterday, +7d, monday…
field-record-panel-opinion-date = Opinion of
    .hint = 12/3, yesterday, +7d, monday…
field-record-panel-opinion-measure = Opinion
    .hint = The measure that the panel advises.
field-record-panel-decision-date = Decision of
    .hint = 12/3, yesterday, +7d, monday…
field-record-panel-decision-measure = Decision
    .hint = The measure decided; amount and duration in the comment.
field-notify-panel-decision-date = Notified on
    .hint = 12/3, yesterday, +7d, monday…
field-addressee = Passed on to
field-occasion = Moment
field-ratings = Scales
field-scale = Scale
field-level = Level
field-quote = The person’s words
    .hint = In her own words; the evaluation may quote them.
field-record-return-to-work-date = First day
    .hint = 12/3, hier, +7j, lundi…
addressee-reporting-unit = Département’s unit (CRIP)
addressee-prosecutor = Public prosecutor
occasion-entry = entry
occasion-review = review
occasion-exit = exit
field-right = Right
field-claim = Claim
field-instrument = Aid
field-amount = Amount asked
    .hint = In euros: 450 or 1,234.50.
field-granted = Amount granted
    .hint = In euros; empty: the amount asked.
field-funder = Funder
    .hint = Empty: the aid’s own.
field-aid = Request
field-request-financial-aid-purpose = Purpose
field-finalise-rights-claim-result = Answer
field-answer-financial-aid-result = Answer
field-open-rights-claim-date = Opened on
field-submit-rights-claim-date = Submitted on
field-record-diagnosis-themes = Themes
    .hint = A theme without text is not recorded.
field-record-diagnosis-items = Items
field-themes-theme = Theme
field-priority = Priority
field-themes-situation = Situation
field-strengths = Strengths
field-obstacles = Obstacles
aid-choice = { $instrument }, { $amount } ({ $date })
claim-choice = { $right }, { $stage } ({ $date })
claim-stage-opened = opened
claim-stage-submitted = submitted
claim-stage-granted = granted
claim-stage-refused = refused
claim-stage-abandoned = abandoned
claim-opened-on = opened on { $date }
claim-submitted-on = submitted on { $date }
claim-granted-on = granted on { $date }
claim-refused-on = refused on { $date }
claim-abandoned-on = abandoned on { $date }
claim-result-granted = granted
claim-result-refused = refused
claim-result-abandoned = abandoned
aid-stage-requested = asked
aid-stage-granted = granted
aid-stage-refused = refused
aid-requested-on = { $amount } asked on { $date }
aid-granted-on = { $amount } granted on { $date }
aid-refused-on = { $amount } refused on { $date }
aid-asked = { $amount } asked
aid-result-granted = granted
aid-result-refused = refused
funder-caf = CAF
funder-department = Département
funder-other = other
priority-low = low
priority-medium = medium
priority-high = high
priority-low-long = low priority
priority-medium-long = medium priority
priority-high-long = high priority
presence-present = present
    .short = P
presence-absent = absent
    .short = A
presence-excused = excused
    .short = E
field-session = Session
field-presence = Presence
field-title = Title
field-plan-group-action-theme = Theme
field-animators = Leaders
field-sessions = Sessions
field-action = Group action
indicator-beneficiaries = Beneficiaries
    .short = famil.
indicator-encounters-held = Encounters held
    .short = meetings
indicator-contracts-signed = Contracts signed
    .short = CER
indicator-group-actions = Group actions
    .short = group
indicator-rights-claims-finalised = Rights claims finalised
    .short = rights
indicator-financial-interventions = Financial interventions
    .short = aids
indicator-granted = Amount granted
    .short = granted
indicator-professional-referrals = Referrals to a professional referent
    .short = prof.
indicator-returns-to-work = Returns to work or training
    .short = work
topic-subject-public = Public oriented
    .short = public
topic-subject-path = Path offered
    .short = path
topic-voice-department = Département
topic-voice-antenna = antenna
topic-stage-raised = Waiting for an answer
topic-stage-answered = Answered
topic-stage-closed = Closed
steering-empty = No topic for the steering committee, no effect noted on the partnership. What you raise here leaves for the Département with the next bundle.
steering-loading = Reading the topics…
steering-notes = Effects on the partnership
steering-note-on = Effect on the partnership, { $date }
steering-said = { $date }, { $who }: { $text }
steering-raised = topic
steering-closed = closed
impact-closed-on = Period closed on { $date }: figures frozen on that day; corrections follow.
impact-closed-short = closed on { $date }
impact-closure = { $antenna }: period closed on { $date }.
impact-closure-corrected = Corrected since: { $indicator }, { $then } at the closing, { $now } today.
impact-left-out = { $antenna }: { $indicator }, { $count } of families refused, left out of these figures
impact-known-twice = { $count ->
    [one] One person known to two antennas: counted once in the total, once in each.
   *[other] { $count } persons known to two antennas: counted once in the total, once in each.
}
impact-corrected = → { $count } today { $granted }
impact-partnership = Effects on the partnership
impact-table-corrections = Corrections since the closing
impact-then = At the closing
    .short = closing
impact-now = Today
    .short = today
impact-granted-then = Granted at the closing
    .short = gr. closing
impact-granted-now = Granted today
    .short = gr. today
groups-empty = No group action yet. Plan the first one with its sessions: it will show here, and attendance is entered in a grid.
groups-loading = Reading the group actions…
groups-cancelled = cancelled: { $motive }
groups-nobody = presences to note, or to cancel
groups-came = { $present } present, { $absent } absent, { $excused } excused
attendance-cancelled = cancel.
attendance-to-come = session to come: attendance is recorded from that day on.
attendance-nobody = No family recorded at a session of this action.
attendance-no-family = No family of that name in the caseload.
attendance-cut = list cut, look for a name
impact-by-antenna = antenna
impact-by-center = MDS
impact-by-referent = referent
impact-title = { $antenna }: impact from { $from } to { $to } (art. 7)
impact-table-groups = Indicators
impact-table-months = Month by month
impact-table-kinds = By kind
impact-table-scales = Effects, from entry to the last rating
impact-total = Total
impact-nobody = Without referent or MDS
impact-hidden = n/a
impact-hidden-note = n/a: not disclosed, fewer than { $least } or deducible (statistical secrecy).
impact-quotes = The beneficiaries’ own words
impact-count = Number
    .short = number
impact-rated = Families rated
    .short = rated
impact-higher = Higher
    .short = up
impact-same = The same
    .short = same
impact-lower = Lower
    .short = down
impact-first-level = entry { $level }
impact-last-level = last { $level }
impact-counting = counting { $from } to { $to }…
impact-counting-already = A count is under way: try again when it is over.
impact-close-title = Close the period from { $from } to { $to }?
impact-close-text = Its figures are frozen by centre and by referent, and a closing cannot be undone. What is entered later about these days shows as a correction.
impact-close-yes = Close this period
impact-close-no = Do not close it
impact-counting-period = Counting the figures to freeze…
impact-looking = looking for the acts…
impact-first-acts = the first { $count }
impact-erased-kind = erased files, kind unknown
impact-erased-note = Of erased files only numbers by month are left: no kinds, no effects, no words.
impact-erased-acts = { $count ->
    [one] erased file (whole month)
   *[other] erased file: { $count } in the month
    }
impact-loading = Counting…
impact-period = { $from } – { $to }
impact-no-act = No act behind this figure.
impact-at-entry = At entry, families by level:
impact-at-last = At the last rating:
decimal-mark = .
cli-report = Gives the indicators of the impact measure (art. 7)
cli-report-from = First day (YYYY-MM-DD; otherwise 1 January)
cli-report-to = Last day (YYYY-MM-DD; otherwise today)
cli-report-by = antenna: the whole antenna (default), mds: by MDS, referent: by referent
cli-report-format = text to read (default), csv for a spreadsheet, json for a program
cli-report-published = Hides small figures (statistical secrecy)
form-not-an-amount = This is not an amount.
    .hint = Type for instance 450 or 1,234.50.
limit-report-only = The accompaniment does not deal with child protection (art. 5): the report is the only act. No encounter, commitment or follow-up is about it, and no bundle carries anything of it.
limit-redirect-only = The accompaniment does not deal with emergency housing (art. 5): the redirection to the DDCS is the only act. No encounter, commitment or follow-up is about it.
field-id = Identifier
    .hint = Leave empty for a new one.
field-name = Name
field-department = Département
field-code = Code
    .hint = Lower case, without accents, with dashes.
field-places = Places
    .hint = Where they differ from the convention.
field-communes = Communes
    .hint = With commas between them.
field-close-center-from = Closed from
    .hint = First day without orientations; empty, the centre is open again.
field-since = Since
    .hint = 12/3, yesterday, +7d, monday…
field-left-on = Gone from
    .hint = First day on which the referent is no longer there.
field-convention = Convention
    .hint = The convention’s text, as TOML.
field-receive-orientation-date = Date of the orientation
    .hint = 12/3, yesterday, +7d, monday…
field-include-family-date = Date of inclusion
    .hint = 12/3, yesterday, +7d, monday…
field-refuse-orientation-date = Date of the answer
    .hint = 12/3, yesterday, +7d, monday…
field-record-situation-date = Situation on
    .hint = 12/3, yesterday, +7d, monday…
field-record-child-departure-date = No longer in the household from
    .hint = 12/3, yesterday, +7d, monday…
field-declare-pregnancy-date = Declared on
    .hint = 12/3, yesterday, +7d, monday…
field-end-pregnancy-date = End or birth on
    .hint = 12/3, yesterday, +7d, monday…
field-change-referent-date = From
    .hint = 12/3, yesterday, +7d, monday…
field-change-referent-referent = New referent
field-name-stand-in-referent = Stand-in
    .hint = The agent who will see the family during the absence.
field-hold-encounter-encounter = Appointment kept
    .hint = The one planned for that day, unless chosen otherwise.
field-write-note-encounter = Encounter
    .hint = The one that the note is about; optional.
field-sign-contract-date = Signed on
    .hint = 12/3, yesterday, +7d, monday…
field-review-contract-date = Date of the review
    .hint = 12/3, yesterday, +7d, monday…
field-end-contract-date = Last day of the contract
    .hint = 12/3, yesterday, +7d, monday…
field-settle-commitment-date = Settled on
    .hint = 12/3, yesterday, +7d, monday…
field-exit-family-date = Last day in the caseload
    .hint = 12/3, yesterday, +7d, monday…
field-correct-exit-date = Last day in the caseload
    .hint = 12/3, yesterday, +7d, monday…
field-disposal = What becomes of the record
    .hint = Archived, it leaves the lists and the search. Erased, it is destroyed for good, backups included; only figures remain.
field-confirm-disposal-disposal = What you confirm
    .hint = Choose what was proposed. An erasure also destroys every older backup, and is not undone.
field-reopen-family-date = Reopened on
    .hint = 12/3, yesterday, +7d, monday…
field-add-referent-name = Name of the agent
field-in-a-sentence = { $field ->
        [address] the address
        [benefit_code] the benefit code
        [benefit_ended_on] the date on which the RSA majoré ended
        [birth_date] the birth date
        [child_given_name] the given name of the child born
        [children] a child’s given name
        [comment] the comment
        [commitments] the text of a commitment
        [date] the date
        [department] the name of the Département
        [document] the document of origin
        [email] the e-mail
        [given_name] the given name
        [language] the language
        [matricule] the CAF number
        [motive] the motive
        [name] the name
        [note] the note
        [objectives] the text of an objective
        [override_motive] the motive for going over
        [panel_requested_on] the date of the panel’s request
        [communes] a commune
        [companion] who comes with the person
        [grounds] the reasons
        [initial_objectives] the initial objectives
        [new_objectives] the new objectives
        [reached_objectives] the objectives reached
        [reason] the reason
        [situation] the situation
        [place] the place of signature
        [purpose] the purpose of the appointment
        [summary] the review
        [surname] the surname
        [telephone] the telephone
        [text] the text
       *[other] this field
    }

## Frame, menus, help

action-lock = lock
    .help = Clears the screen, forgets everything in memory and asks for the passphrase again.
action-help = help
    .help = The keys heard here, then all the others; type to search.
action-palette = all actions
    .help = Finds an action by a few letters.
action-leader = acts
    .help = The acts, at one or two keys.
action-toggle-privacy = mask names
    .help = Hides or shows names and numbers on the screen.
action-next-theme = other colours
    .help = Dark, light, high contrast.
action-show-caseload = caseload
    .help = The list of families, the record and the path.
action-show-agenda = deadlines
    .help = The deadlines and appointments of the antenna.
action-show-panel = referrals
    .help = The antenna’s referrals to the panel, by stage and date.
action-show-groups = group actions
    .help = Group actions, their sessions, and the attendance grid.
action-show-impact = impact
    .help = The indicators of article 7, by period, centre and referent; each figure opens onto its acts.
action-show-steering = steering committee
    .help = The topics raised for the steering committee, their answers, and the effects on the partnership.
action-show-history = history
    .help = Who did what and when for this family; take back from there.
action-show-retention = retention
    .help = The records past their retention: archive or erase, by two.
action-show-accesses = accesses
    .help = Who opened, searched, printed or handed over what.
action-show-search = search everywhere
    .help = In names, notes, contracts and everything that was typed.
action-show-exchange = exchange
    .help = What leaves for the Département, and sealing the bundle.
action-next-pane = next pane
    .help = Goes to the next pane.
action-previous-pane = previous pane
    .help = Goes back to the previous pane.
action-back = back
    .help = Goes back to the list.
action-undo = undo
    .help = Takes back what was just done, or the family’s last act, by a new act.
action-redo = redo
    .help = Puts back the act last taken back.
action-up = up
    .help = One line up.
action-down = down
    .help = One line down.
action-to-sections = sections
    .help = Goes back to the list of sections.
action-into-section = contents
    .help = Goes into what the section holds.
action-period-before = before
    .help = The period before this one.
action-period-after = after
    .help = The period after this one, up to today.
action-next-presence = note the next one
    .help = Present, then absent, then excused: each press notes the next one, recorded at once.
action-session-before = before
    .help = The session before this one.
action-session-after = after
    .help = The session after this one.
action-left = before
    .help = The mark before.
action-right = after
    .help = The mark after.
action-page-up = page up
    .help = One page up.
action-page-down = page down
    .help = One page down.
action-first = first
    .help = Goes to the beginning.
action-last = last
    .help = Goes to the end.
action-filter = filter
    .help = Finds a family as one types: neither accents nor word order matter.
action-clear-filter = show all
    .help = Leaves the filter.
action-choose-view = view
    .help = My families, due this week, silent, without a contract…
action-choose-sort = sort
    .help = By name, by deadline, by last contact.
action-zoom-in = closer
    .help = Shows less time, in more detail.
action-zoom-out = farther
    .help = Shows more time.
action-scroll-back = back in time
    .help = Scrolls towards the past.
action-scroll-on = on in time
    .help = Scrolls towards the future.
action-go-to-today = today
    .help = Goes back to today.
action-undo-this = undo this
    .help = Takes back the act under the cursor.
action-print-family = write the record out
    .help = The whole record as text, or everything held about the person.
action-regroup-agenda = regroup
    .help = By day or by rule.
action-regroup-panel = regroup
    .help = By stage or by delay.
action-mark-present = present
    .help = Marks the family present at the session and goes to the next one.
action-mark-absent = absent
    .help = Marks the family absent from the session and goes to the next one.
action-mark-excused = excused
    .help = Marks the family excused and goes to the next one.
action-only-recorded = recorded only
    .help = Only the families already recorded at a session, or all.
action-regroup-impact = regroup
    .help = For the antenna, by centre or by referent.
action-change-span = period
    .help = Year, half-year, quarter, month, then the periods as they were closed.
action-preview = preview
    .help = What leaves and what is withheld, family by family.
action-seal = seal
    .help = Seals and signs the next bundle.
action-acknowledge = received
    .help = Notes that the Département has confirmed the receipt of a bundle.
action-choose-folder = folder
    .help = Chooses the folder or the drive where bundles are written and looked for.
action-show-inbox = bundles received
    .help = What comes from the Département: files to take in, orientations to include or to refuse, bundles received.
action-hand-over = handed over
    .help = Notes that the bundle under the cursor and those before it were given to whoever carries them; once more, that it and those after it were not.
action-write-slip = slip
    .help = Writes the slip of the receipt under the cursor into the folder, with its four words for the telephone.
action-read-card = its card
    .help = Reads the other side’s card; then you type the words that it reads aloud.
action-give-card = our card
    .help = Writes our card, to be given to the other side, and shows the words to read to it.
action-compare = compare
    .help = Compares the words typed with those that are expected.
action-next-field = next field
    .help = Goes to the next field.
action-previous-field = previous field
    .help = Goes back to the previous field.
action-confirm = next
    .help = Goes to the next field; records on the last one.
action-new-line = new line
    .help = Begins a new line of the text.
action-submit = record
    .help = Records the act.
action-choose-from-list = list
    .help = Opens the list of what the field can take.
action-add-row = add a row
    .help = Adds a row to the list.
action-remove-row = remove the row
    .help = Removes the row under the cursor.
noun-encounter = Encounters and notes
noun-contract = Contract
noun-family = Family
noun-children = Children
noun-referent = Referent
noun-orientation = Orientation
noun-exit = Exit
noun-panel = Panel
noun-rights = Rights and aids
noun-group = Group actions
noun-work = Towards work, effects
noun-limits = Limits of article 5
noun-steering = Steering committee, measure
noun-journal = Journal
context-always = Everywhere
context-global = On every screen
context-moving = Moving about
context-caseload = Caseload
context-detail = Record
context-timeline = Path
context-agenda = Deadlines
context-panel = Referrals
context-groups = Group actions
context-steering = Steering committee and partnership
context-attendance = Attendance
context-impact = Impact
context-history = History
context-retention = Retention of records
context-accesses = Access journal
context-search = Search everywhere
context-exchange = Exchange
    .face = To hand over
context-inbox = Bundles received
    .face = Received
context-supports = Published supports
    .face = Supports
context-enrolment = Enrolment
    .face = Enrolment
context-filter = Filter
context-form = Form
context-paragraph = Text of several lines
context-question = Question
context-picker = List
context-popup = Message
context-words = Words read aloud
context-palette = Finding an action, help
context-leader = Menu of acts
context-lock = Lock
header-masked = names masked ({ $key })
header-masked-short = masked
header-caseload = caseload { $taken }/{ $places }
header-caseload-short = { $taken }/{ $places }
header-overdue = ! overdue { $count }
header-overdue-short = ! { $count }
header-due = this week { $count }
header-due-short = week { $count }
header-to-hand-over = to hand over { $count }
header-to-hand-over-short = to hand { $count }
header-offline = offline
header-demo = demonstration
header-demo-short = demo
header-read-only = read only
header-read-only-short = read only
palette-title = All actions
leader-title = Acts
help-title = Help: the keys
list-nothing-found = Nothing matches.
list-path-typed = { $key }: go to this path.
notice-no-family-here = What is here is the antenna’s, not a family’s: such an act is not undone, another one corrects it.
notice-no-family = There is no family under the cursor: put it on one first.

## Caseload

view-active = Caseload
view-mine = My families
view-due-this-week = Due this week
view-silent = No contact
view-without-contract = Without contract
view-oriented = Oriented
view-gone = Out and refused
sort-name = By name
    .short = name
sort-due = By deadline
    .short = deadline
sort-last-contact = By last contact
    .short = contact
caseload-choose-view = Choose the view
caseload-choose-sort = Choose the order
caseload-loading = Reading the caseload…
caseload-oriented = oriented
caseload-out = out
caseload-archived = archived
caseload-refused = refused
caseload-no-contract = no CER
caseload-contract-over = over
caseload-none-found = No family of this view answers to “{ $typed }”: { $clear } clears the filter, { $view } looks in another view.
caseload-empty-active = The caseload is empty: { $orient } records an orientation.
caseload-empty-mine = No family is entrusted to you: { $view } shows another view.
caseload-empty-due-this-week = Nothing is due by Sunday: { $view } shows another view.
caseload-empty-silent = No family is without contact: { $view } shows another view.
caseload-empty-without-contract = Every family has a contract: { $view } shows another view.
caseload-empty-oriented = No orientation waits for an answer: { $orient } records one, { $view } shows another view.
caseload-empty-gone = No family is out or refused: { $view } shows another view.

## Family

family-matricule = CAF no. { $number }
family-center = { $name }
family-included-on = included { $date }
family-out-on = out { $date }
family-oriented-on = oriented { $date }
family-referent = referent { $name }
family-stand-in = { $name } stands in until { $until }
family-without-referent = without referent
family-steps-done = steps
family-landmark = { $years } on { $date } (majoration until { $until })
family-landmark-narrow = { $years } on { $date }, majoration to { $until }
family-landmark-passed-narrow = { $years } on { $date }, majoration to { $until }
family-landmark-short = { $years } on { $date }
family-landmark-passed = { $years } since { $date } (majoration ended { $until })
family-child-left = No child under { $years } at home since { $date }: check the majoration
family-no-child = No child at home: check the majoration
family-inclusion-ungrounded = No child under { $years } at the inclusion, on { $date } (art. 2)
family-contract-ungrounded = No child under { $years } when CER { $rank } began, on { $date } (art. 6)
family-deadlines = Deadlines
family-contract-deadline = { $rule } (CER { $rank })
family-contract = Contract
family-panel = Panel
family-landmarks = Referrals, work, reports
family-effects = Effects, from entry to now
family-effect-moved = { $first } → { $now } / 5
family-effect-quote = “{ $quote }” ({ $date })
landmark-professional-referral = professional referent
landmark-return-to-work = return to work or training
landmark-housing-redirect = redirected to the DDCS
landmark-child-protection = report
landmark-effects = effects rated
effect-line = { $scale }: { $level }, { $word }
family-rights = Rights and aids
family-diagnosis = Diagnosis
family-attendances = Group actions
family-diagnosis-first = of { $date }
family-diagnosis-since = of { $date }, beside that of { $before } ({ $versions } versions)
diagnosis-theme-gone = no longer named
diagnosis-before = before
family-no-contract = No contract.
family-next-contract = Contract to come
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
family-orientation = orientation of { $date } by { $center } ({ $document })
family-orientation-refused = refused { $date }: { $motive }
family-override = override: { $motive }
family-exit = exit { $date } · { $reasons } · { $outcome }
family-none = No family under the cursor: its record is read here. { $caseload } shows the caseload.

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
timeline-panel-letter = information letter
    .short = letter
timeline-panel-sent = referral sent
    .short = referral
timeline-panel-opinion = panel’s opinion
    .short = opinion
timeline-panel-decided = decision after the referral
    .short = decision
timeline-panel-cancelled = referral cancelled
timeline-reoriented = referred to a professional referent
    .short = prof. referent
timeline-back-to-work = return to work or training
    .short = work
timeline-redirected = redirected to the DDCS
    .short = DDCS
timeline-reported = report
    .short = report
timeline-rated = effects rated
    .short = effects
timeline-claim = rights claim
    .short = rights
timeline-aid = financial aid
    .short = aid
timeline-diagnosed = diagnosis
    .short = diagnosis
timeline-attended = group action
    .short = group
timeline-steps = { $count ->
        [one] step { $steps }
       *[other] steps { $steps }
    }
timeline-contract-cut-short = from { $from } to { $to }, instead of { $term }
timeline-contract-span = { $from } to { $to }, { $months } months
timeline-contract-signed = signed { $date }, { $place }
timeline-open-commitments = { $count ->
        [0] {""}
        [one] 1 open commitment
       *[other] { $count } open commitments
    }
timeline-majoration-ends = majoration until { $date }
timeline-contract-until = the contract goes on to { $date }
timeline-from = possible from { $date }
timeline-none = No family under the cursor: its path is read here. { $caseload } shows the caseload.
timeline-empty = Nothing on the path yet: it begins with the orientation.

## Deadlines and agenda

## Forms

said-act = ✓ { $act }: done.
said-act-with = ✓ { $act }: done ({ $what }).
said-undone = ✓ Undone: { $what }. { $key } brings it back.
said-redone = ✓ Brought back: { $what }.
said-nothing-to-undo = This family has no act to undo.
said-nothing-to-redo = This family has no act to bring back.
drafts-title = Left unfinished: which one to go on with?
popup-not-done = Nothing was recorded
popup-goes-on-above = ▲ beginning
popup-goes-on-below = ▼ more
months = { $months } months
contract-choice = CER { $rank }, { $from } to { $to }
hold-waiting = Appointment of { $date }{ $time }: an encounter of the same date settles it; of another date, it stays to be settled.
sign-what = Contract no. { $rank }, { $months } months, from { $starts } to { $last } inclusive.
drop-draft-question = Drop this draft? It can no longer be signed then.
sign-uncovered = From { $from } to { $to } no contract covers the family. If that is not meant, close this form, then bring the start forward in the draft.
reopen-what = Reopening undoes the exit of { $date }: the family goes on as if it had not left.
reopen-instead = If it comes back after an absence, record a new orientation instead.
include-as-of = On { $date }; another date is checked when it is recorded:
sign-composition = Composition frozen at signature: { $adult }; children: { $children }.
form-missing = To be filled in.
    .hint = Without it the act cannot be recorded.
form-name-without-letter = At least one letter from A to Z or a digit is needed.
    .hint = Give the name by which the centre is known.
form-not-a-number = This is not a whole number.
    .hint = Digits only, for example 6.
form-not-understood = This form could not be read.
    .hint = Nothing is recorded; the draft is kept. Close the form and open it again.
form-draft-kept = draft kept
form-draft-resumed = Draft taken up again: { $leave }, then “erase”, to start anew.
form-rows-keys = { $add } adds a row, { $remove } removes this one.
form-rows-add = { $add } adds a row.
form-leave-title = Close the form
form-leave-text = Nothing is recorded yet.
form-leave-keep = Close and keep the draft
form-leave-drop = Close and erase what is typed
form-leave-stay = Go on
toggle-yes = yes
toggle-no = no

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
exchange-unreadable = An event of the journal cannot be read.
    .hint = Run “jalon check”, then restore a backup if needed.
exchange-kind-not-allowed = This bundle is of kind “{ $kind }”: that kind does not come from this sender.
    .hint = Do not use it; tell the sender by a way that you already know.
exchange-not-an-encryption-key = This encryption key is not an age (X25519) key.
    .hint = Ask the other side for a new card.
exchange-encrypted-to-others = This file is encrypted to somebody else.
    .hint = Ask the sender to whom it was encrypted. If you changed machines, the sender must know your new card.
exchange-not-decrypted = This encrypted file was altered or cut on its way.
    .hint = Ask the sender for the same bundle again: they keep its exact copy.
exchange-is-encrypted = This file is encrypted: without its recipient’s key it can be neither read nor checked.
    .hint = Give the store that received or sealed it, with --store and --passphrase-file.
exchange-not-encrypted = This bundle is not encrypted, though both sides have exchanged their cards.
    .hint = Leave it, and ask the sender to export it again.
exchange-not-a-card = This file is not an enrolment card.
    .hint = Ask the other side for their card (a file ending in .carte.json).
exchange-card-of-other-side = This card is one of your own side.
    .hint = The antenna takes the Département’s card, and the Département the antenna’s.
exchange-card-words-count = { $needed } words are expected, { $found ->
    [0] none was typed
    [one] only one was typed
   *[other] { $found } were typed
    }.
    .hint = Have the card read aloud and type at least the first four letters of each word.
exchange-card-word-differs = Word no. { $place } is not the one of this card.
    .hint = Have it read again. If it is what was read, this card is not the other side’s: do not accept it.
exchange-wrong-recipient = This bundle is addressed to “{ $name }”, not to you.
    .hint = Hand it to its recipient, or destroy it.
exchange-other-department-named = This bundle, sealed before the cards were exchanged, is addressed to “{ $name }”, and that is not your name.
    .hint = If it is you that the antenna meant, have it make new keys once the cards are exchanged (“jalon card --new-keys”): what was not answered is sealed anew in your name. Then enrol its new card.
exchange-unknown-sender = “{ $name }” is not in the registry.
    .hint = Enrol this side first, with its card.
exchange-keys-revoked = The keys of “{ $name }” were revoked on { $on }.
    .hint = A card of new keys is needed (at the antenna: “jalon card --new-keys”, or its enrolment screen): enrol it, then try again.
exchange-unknown-key = This bundle is signed by a key that the registry does not know for “{ $name }”.
    .hint = Do not use it. If the sender changed machines, they must be enrolled again first.
exchange-number-not-allowed = The registry accepts this sender from bundle no. { $from } on (received: no. { $found }).
    .hint = Ask the Département what the registry says.
exchange-revoked-key = The key that signs this bundle was revoked on { $on }: { $reason }.
    .hint = Do not use it: it may come from somebody else. The sender makes new keys (“jalon card --new-keys” at the antenna) and is enrolled again.
exchange-registry-older = This bundle goes by registry no. { $found }, and you know no. { $pinned }.
    .hint = It is older than it says, or its sender restored a copy: ask for a new bundle.
exchange-registry-newer = This bundle goes by registry no. { $found }, which you do not have yet (you have no. { $pinned }).
    .hint = Take in the missing bundles first.
exchange-registry-lost = This bundle goes by your registry no. { $found }, which your store does not know any more (it has no. { $pinned }): it was restored.
    .hint = First take in the bundles that you have yourself sealed since the copy: the registry is taken back from them. Then take this one in again.
exchange-registry-step-back = This registry (no. { $found }) is not newer than yours (no. { $pinned }).
    .hint = Keep yours, and tell the Département.
exchange-registry-jump = This registry is no. { $found }; no. { $expected } is expected.
    .hint = Ask the Département for the missing version.
exchange-registry-not-linked = This registry (no. { $found }) does not follow from yours.
    .hint = Do not accept it, and tell the Département: there may be two.
exchange-publication-not-next = This publication is no. { $found }; no. { $expected } is expected.
    .hint = Ask the Département for the missing publications.
exchange-publication-unreadable = { $path } cannot be read: the fault is on line { $line }.
    .hint = Mend that line; “jalon department publish --example plan” shows a plan.
exchange-publication-field-missing = { $path } cannot be read: “{ $field }” is missing from the part of line { $line }.
    .hint = Add it; “jalon department publish --example plan” shows a plan.
exchange-publication-field-unknown = { $path } cannot be read: on line { $line }, “{ $field }” is not expected.
    .hint = Mend the name or take it out; “jalon department publish --example plan” shows a plan.
exchange-publication-field-unfit = { $path } cannot be read: on line { $line }, the value of “{ $field }” does not fit.
    .hint = A text stands in quotes and is not empty, a number without quotes and from 1 on, a file lies beside the plan, a date is YYYY-MM-DD.
exchange-publication-file-missing = The plan names { $file }, which does not exist.
    .hint = Put this file beside the plan, or correct its name in { $plan }.
exchange-publication-blank-unknown = In { $path }, “{ $blank }” in braces names nothing of a file.
    .hint = The words that are filled in: { $known }. Correct it, or leave a place to be filled in by hand.
exchange-publication-is-convention = { $path } is a convention, not a plan of a publication.
    .hint = Write a plan of two lines that names it: [[convention]], then file = and the name of the file in quotes.
exchange-publication-empty = This plan publishes nothing.
    .hint = Name at least one support, one convention or one answer.
exchange-publication-unchanged = This plan changes nothing of what is published.
    .hint = Every antenna was handed it already. To publish another text, give it a new version number.
exchange-support-changed = Support { $code } already has a version { $version }, with another text.
    .hint = Give the changed text a new version number: what was published does not change.
exchange-convention-changed = The version “{ $code }” of the convention already has another text, published or in force at an antenna.
    .hint = Give this text a new code: a version of the convention does not change any more.
exchange-stream-forked = Alarm: two different bundles have no. { $number }.
    .hint = Nothing more is taken from this sender. Call them: somebody else may have used their key. New keys (“jalon card --new-keys” at the antenna) begin a new series.
exchange-sender-restored = Alarm: bundle no. { $number } comes from a machine restored from a copy, which gives numbers again.
    .hint = Nothing more is taken of this series. Ask the sender to begin a new one.
exchange-stream-frozen = After an alarm, this series of bundles is stopped.
    .hint = The sender must begin a new one: “jalon card --new-keys” at the antenna.
exchange-epoch-past = This bundle is of series { $found }, which has ended (current series: { $current }).
    .hint = Do not use it.
exchange-epoch-jump = This bundle is of series { $found }, far from series { $expected } which is expected.
    .hint = Ask the sender for the missing bundles.
exchange-too-far-ahead = This bundle is no. { $found }, far from no. { $expected } which is expected.
    .hint = Ask the sender for the missing bundles, in order.
exchange-already-enrolled = “{ $name }” is enrolled already.
    .hint = Its keys change by the registry that it signs, never by another card.
exchange-antenna-enrolled = { $name } is in the registry already, with this card.
    .hint = There is nothing to do again. A card made with new keys (“jalon card --new-keys” at the antenna) would be taken.
exchange-answer-to-nobody = No topic for the steering committee has the identifier “{ $topic }”.
    .hint = “jalon department publish”, without a plan, gives the identifier of each topic that waits.
exchange-card-of-revoked-key = A key of this card was revoked on { $on }: { $reason }. It is never used again.
    .hint = The antenna must first make new keys (“jalon card --new-keys”), then give you its new card.
exchange-card-of-past-epoch = This card is of series { $found }, and bundles of series { $current } have been received.
    .hint = The antenna makes new keys once more (“jalon card --new-keys”): each time begins a higher series.
exchange-not-enrolled = The cards have not been exchanged yet.
    .hint = Take the other side’s card first, and type the twelve words that they read aloud.
exchange-no-receipt = Bundle no. { $number } has no receipt.
    .hint = Wait until the other side answers, or ask it for its receipt.
exchange-bundle-not-answered = Bundle no. { $number } has no receipt in return: it carries only receipts, or a sign of presence.
    .hint = There is nothing to confirm.
exchange-receipt-words-count = { $needed } words are expected, { $found ->
    [0] none was typed
    [one] only one was typed
   *[other] { $found } were typed
    }.
    .hint = Have the four words of the receipt read aloud and type at least the first four letters of each.
exchange-receipt-word-differs = Word no. { $place } is not the one of the receipt that came.
    .hint = Have it read again. If it is the word that was read, the other side has not the same receipt: ask it to hand it over.
exchange-receipt-not-told = These words are of no receipt that accepts the whole of bundle no. { $number }.
    .hint = Have them read again. If they are those of the receipt, part of the bundle was refused: take in the file of the receipt, which says which.
exchange-receipt-unknown = This receipt answers bundle no. { $number }, which you did not send in this form.
    .hint = Call the other side: they may have received a bundle that is not yours.
exchange-journal-of-others = This bundle holds acts of another side’s journal or family. Nothing was taken in.
    .hint = Call the sender and tell the IT department: nobody hands over the acts of others.
exchange-antenna-unknown = No single antenna of the registry bears this name: { $name }.
    .hint = “jalon department” shows the antennas enrolled; write a name that only one of them bears.

## Settings and antenna

## Command line

cli = Social accompaniment of single-parent families on RSA majoré: caseload, contracts, deadlines, signed hand-off to the Département.
cli-demo = Opens the program on a made-up antenna, without a passphrase
cli-demo-department = A made-up Département, with three enrolled antennas (their stores are in “antennes”)
cli-init = Creates an antenna’s store: referent, convention, recovery code
cli-export = Seals the next bundle for the Département
cli-verify = Checks that bundles received are whole and signed; no store is needed
cli-show = Prints the content of a bundle, once verified
cli-schema = Prints the technical description (JSON Schema) of bundles or acts
cli-record = Records the acts of a file at once, one a line; a line given again is not recorded a second time
cli-import = Receives bundles of the Département (.json.age) and lists of orientations from the MDS (.csv or .xlsx)
cli-import-files = Bundles or lists to be received
cli-import-preview = Shows the lines and their checks, and receives nothing
cli-arg-mds = MDS that sent the lists, by its code, where no column names it
cli-value-MDS = MDS
cli-arg-only-valid = Receive the lines that can be, even if others are refused
cli-arg-errors = Write the refused lines and the reason to this file, for the MDS that sent them
cli-family = Prints a family’s record and deadlines
cli-family-everything = Everything held about the person, for her (GDPR art. 15)
cli-agenda = Prints the deadlines, or makes a calendar of them for your telephone
cli-access = Says who opened, searched, printed or handed over what: one line for each access, the latest first
cli-access-matricule = One family only
cli-check = Checks that the store is whole and that nothing is missing
cli-rebuild = Makes the lists and deadlines again from the acts recorded
cli-backup = Makes a backup and verifies it
cli-restore = Puts a backup back, once verified; the store that it replaces is kept
cli-referent = Manages who can open the store
cli-referent-add = Gives a referent the means to open the store
cli-referent-remove = Takes it away; their acts and families stay
cli-referent-list = Prints the antenna’s referents and their ids, which acts ask for
cli-referent-passphrase = Changes a referent’s passphrase
cli-help-usage = Usage:
cli-help-commands = Commands
cli-help-command = COMMAND
cli-help-options = Options
cli-help-arguments = To give
cli-value-FILE = FILE
cli-value-DIR = DIRECTORY
cli-value-NAME = NAME
cli-value-YYYY-MM-DD = YYYY-MM-DD
cli-value-THEME = THEME
cli-value-N = NUMBER
cli-value-S = NUMBER
cli-value-MATRICULE = CAF-NUMBER
cli-arg-help = Shows this help
cli-arg-version = Shows the version
cli-arg-store = Directory of the store (else that of JALON_STORE, else your own)
cli-arg-lang = Language: fr or en (else the machine’s)
cli-arg-today = Date taken for today (YYYY-MM-DD); the date of entry stays the true one
cli-arg-passphrase-file = File whose first line is your passphrase
cli-arg-referent = Who opens the store, when several people can
cli-arg-theme = Colours of the screen: dark, light, high-contrast or plain
cli-arg-families = Number of families, from 1 to 1,000,000 (else 47)
cli-arg-seed = The same number gives the same antenna (else 1)
cli-arg-keep = Keeps the made-up antenna in this directory
cli-arg-create-only = Creates the made-up antenna without opening it (with --keep)
cli-arg-antenna = The antenna’s name
cli-arg-department = The Département’s name
cli-arg-name = Name of the referent
cli-arg-centers = Name of a solidarity centre (once for each)
cli-arg-convention = The convention’s TOML file (else that of Seine-et-Marne, 2012)
cli-arg-out = Directory to write in (else the one you are in)
cli-arg-preview = Shows what leaves and what stays, family by family, and seals nothing
cli-arg-again = Writes the bundle of this number again, the same bytes
cli-arg-files = Bundles to verify
cli-arg-key = File of the sender’s public key (.pem)
cli-arg-file = File
cli-record-file = File of the acts (“jalon schema act” describes its lines)
cli-show-file = Bundle to print
cli-restore-file = Backup to put back
cli-agenda-format = text to read (the default), ics for a calendar
cli-init-name = Your name, as the screen will show it
cli-arg-what = bundle for bundles, act for acts
cli-arg-matricule = The family’s CAF number
cli-family-format = text to read (the default), json for a program
cli-arg-from = First day (YYYY-MM-DD; else a year ago)
cli-arg-to = Last day (YYYY-MM-DD; else in a month)
cli-arg-names = Writes names in the calendar; else initials only
cli-arg-new-passphrase-file = File whose first line is the new passphrase
cli-arg-recovery-file = File whose first line is the recovery code
cli-usage-command = “{ $argument }” is not a command of jalon.
    .hint = “jalon --help” shows the commands.
cli-usage-no-command = What is to be done is missing.
    .hint = Add --help to see the commands there are.
cli-usage-missing = { $argument } is missing.
cli-usage-no-value = What should follow { $argument } is missing.
cli-usage-value = “{ $value }” does not suit { $argument }.
cli-usage-conflict = { $argument } and { $other } do not go together.
    .hint = Keep one of the two; --help says what each does.
cli-usage-twice = { $argument } is given twice.
    .hint = Give it once; --help says what it does.
cli-usage-unknown = “{ $argument }” is not expected here.
    .hint = Take it away, or add --help to see what the command takes.
cli-usage-expected = What goes there: { $expected }. Add --help to see more.
cli-usage-help = Add --help to see what the command expects.
cli-usage-near = Did you mean “{ $near }”? Add --help to see what is possible.
cli-file = { $kind ->
        [missing] { $path } does not exist.
        [denied] You may not read or write { $path }.
        [directory] { $path } is a directory, not a file.
        [file] { $path } is a file, not a directory.
        [unreadable] { $path } is not a readable text.
        [full] There is no room left for { $path }.
       *[disk] { $path } can be neither read nor written.
    }
    .hint = Check the path and the permissions; nothing was written.
cli-no-home = Your home directory cannot be found.
    .hint = Give the store’s directory with --store.
cli-no-passphrase = The passphrase is missing, and nobody is at the keyboard to type it.
    .hint = Put it in a file, and give that file with { $option }.
cli-everything-is-text = Everything held about a person is only written as text, to be read again.
    .hint = Give --everything without “--format json”.
cli-unwritten = { $kind ->
        [full] There is no room left where the answer goes: it was not written to its end.
       *[disk] The answer could not be written to its end.
    }
    .hint = { $task ->
            [reads] Check where the answer goes (“>”, “|”), then ask for it again.
           *[records] What the command was to record is recorded. Check where the answer goes (“>”, “|”), then ask for it again.
        }
cli-not-interactive = { $option } is missing, and nobody is at the keyboard to answer.
    .hint = Give this option on the command line; the same command followed by --help says what it takes.
cli-ask-passphrase = Passphrase:
cli-ask-new-passphrase = New passphrase (12 characters at least, a whole sentence is best):
cli-ask-again = The same, once more:
cli-passphrases-differ = The two differ: try again.
cli-ask-antenna = The antenna’s name (such as “Antenne de Melun”)?
cli-ask-department = The Département’s name?
cli-ask-center = Name of a solidarity centre that will orient families (empty to end)?
cli-ask-referent = Your name, as the screen will show it?
cli-ask-last-group = Copy the last group of the code, to be sure that it is written down:
cli-last-group-differs = That is not the last group: read the sheet again.
cli-init-done = The antenna’s store is created in { $path }.
cli-init-next = “jalon” opens the store. The first orientation is recorded there, or imported from a list (jalon import LIST).
cli-init-recovery = Recovery code, shown only once. Write it down and lock it away, off the computer:
cli-convention-unreadable = { $field ->
        [none] The convention cannot be read (line { $line }).
       *[other] The convention cannot be read (line { $line }, “{ $field }”).
    }
    .hint = Compare it with the one that “jalon department publish --example convention” gives; nothing was created.
cli-demo-damaged = The made-up antenna cannot be made: a file of the program is damaged.
    .hint = Install the program again.
cli-demo-making = Making the made-up antenna
cli-exported = Bundle no. { $sequence } is sealed: { $entries ->
        [one] { $entries } act
       *[other] { $entries } acts
    }, { $families ->
        [one] { $families } family
       *[other] { $families } families
    }.
cli-exported-key = The Département verifies your bundles with your public key, to be given once: { $key } (fingerprint { $fingerprint }).
cli-encrypted = What is sealed is signed and encrypted: only the Département can read it.
cli-card = Writes the antenna’s card, to be given to the Département
cli-enroll = Enrols the Département from its card
cli-slip = Prints the slip of a receipt, with its four words for the telephone
cli-slip-number = Number of the bundle that the Département received
cli-slip-received = Of our receipt for a bundle of the Département, rather than of its own for one of the antenna
cli-slip-out = Directory to write the slip into, instead of printing it
cli-confirm = Notes that a bundle was received, by the four words that the Département reads from its receipt
cli-confirm-number = Number of the bundle handed over
cli-confirm-words = The four words read aloud (at least the first four letters of each)
cli-ask-receipt-words = Type the four words of the receipt that the Département reads aloud (four letters of each are enough):
cli-arg-card = The card received from the other side
cli-arg-words = The twelve words that the other side reads aloud (at least the first four letters of each)
cli-value-WORDS = WORDS
cli-arg-new-keys = First makes new keys, when those of before are revoked or known to others
cli-card-words = Give this card to the Département, then read these words aloud to them: { $words }
cli-ask-words = Type the twelve words that the other side reads aloud (four letters of each are enough):
cli-enrolled = { $name } is enrolled. The next bundles will be encrypted to it.
cli-department-taken = { $name } — { $told }
taken-in-whole = Bundle no. { $sequence } ({ $kind }) taken in.
taken-in = Bundle no. { $sequence } ({ $kind }) taken in: { $accepted ->
        [0] nothing to accept
       *[other] { $accepted } accepted
    }, { $refused ->
        [0] none refused
       *[other] { $refused } refused
    }.
taken-before = Bundle no. { $sequence }: received before, nothing has changed.
taken-waits = Bundle no. { $sequence } put aside: { $count ->
    [one] it waits for no. { $first }.
   *[other] it waits for no. { $first } to { $last }.
}
taken-back = Taken back from your own files: { $kind }, version { $version }.
taken-back-sent = Taken back from your own files: bundle no. { $sequence } ({ $kind }).
taken-own = { $count ->
    [one] One bundle of your own, known already: nothing to take back from it.
   *[other] { $count } bundles of your own, known already: nothing to take back from them.
}
cli-import-lists-or-bundles = Some of these files are bundles (.json, .age); { $file } is none.
    .hint = If it is a list of orientations, import it by itself; else leave it out. Nothing was imported.
bundle-activity = activity
bundle-panel-referral = referrals to the panel
bundle-orientation-answer = answers to orientations
bundle-orientation = orientations
bundle-panel-decision = decisions of the panel
bundle-supports = publications
bundle-registry = registry
bundle-receipt = receipts
bundle-presence = sign of presence
cli-not-encrypted = Note: this bundle is signed but not encrypted. Trust it only to a safe carrier.
cli-verified = { $path } is whole and signed by the key given (fingerprint { $fingerprint }). Bundle no. { $sequence }, { $entries ->
        [one] { $entries } act
       *[other] { $entries } acts
    }, sealed on { $created } by “{ $antenna }”.
cli-verified-by-store = { $path } is whole and signed by “{ $antenna }”, whose key this store knows (fingerprint { $fingerprint }). Bundle no. { $sequence }, { $entries ->
        [one] { $entries } act
       *[other] { $entries } acts
    }, sealed on { $created }.
cli-verified-unknown-key = { $path } is whole, but nothing proves yet who signed it: ask the sender for the fingerprint of the key ({ $fingerprint }), or give the key file with --key. Bundle no. { $sequence }, { $entries ->
        [one] { $entries } act
       *[other] { $entries } acts
    }, sealed on { $created } by “{ $antenna }”.
cli-preview = Next bundle: no. { $sequence }, { $entries ->
        [one] { $entries } act
       *[other] { $entries } acts
    }.{ $remaining ->
    [0] {""}
   *[other] {" "}{ $remaining } will remain for the bundles after it.
}
cli-bundle-refused = { $path }: { $fault }
cli-leaves = leaves:
cli-for-panel = leaves for the panel alone:
cli-stays = stays at the antenna:
cli-antenna-itself = Antenna
cli-import-list = { $count ->
        [one] { $file }: one line. To receive: { $ready }, to look at: { $look }, already received: { $known }, refused: { $refused }.
       *[other] { $file }: { $count } lines. To receive: { $ready }, to look at: { $look }, already received: { $known }, refused: { $refused }.
    }
cli-department-list = { $count ->
        [one] { $file }: one line. To send: { $ready }, to look at: { $look }, already sent: { $known }, refused: { $refused }.
       *[other] { $file }: { $count } lines. To send: { $ready }, to look at: { $look }, already sent: { $known }, refused: { $refused }.
    }
cli-import-line = line { $number }
cli-import-not-read = “{ $file }”: { $fault }
cli-directory-of-bundles = this is a directory.
    .hint = Name the files that are in it, not the directory.
cli-import-report = Report for the MDS: { $path }
cli-import-one-report = A report can be about one list only.
    .hint = Receive the lists one by one.
cli-import-nothing = { $count ->
        [one] Nothing was received, because one line is refused or to be looked at.
       *[other] Nothing was received, because { $count } lines are refused or to be looked at.
    }
    .hint = With --only-valid the others are received; those to look at are chosen on the screen “Orientation lists”.
cli-import-received = { $count ->
        [0] No orientation to receive.
        [one] One orientation received.
       *[other] { $count } orientations received.
    }
cli-recorded = { $accepted ->
        [one] { $accepted } line recorded
       *[other] { $accepted } lines recorded
    }, { $refused ->
        [one] { $refused } refused
       *[other] { $refused } refused
    }.
cli-recorded-before = { $count ->
        [one] { $count } line was recorded already: it is not recorded a second time.
       *[other] { $count } lines were recorded already: they are not recorded a second time.
    }
    .hint = An act that did happen twice is recorded twice when its line is written twice in the same file.
cli-line-refused = Line { $line }: { $fault }
cli-line-too-long = it is far longer than any act.
cli-line-endless = Line { $line } does not end: the rest of the file was not read.
    .hint = This is no file of acts: check its name.
cli-line-not-json = it is not written in JSON (column { $column }).
cli-line-no-act = “act” names no known act.
cli-line-missing = “{ $member }” is missing.
cli-line-unknown = “{ $member }” is not expected in this act.
cli-line-unsuitable = “{ $member }” does not suit: it takes { $expected }.
cli-line-doubled = one of its members is written twice.
cli-expected-date = a date that exists (YYYY-MM-DD)
cli-expected-time = a time (HH:MM:SS)
cli-expected-id = an id given by the program
cli-expected-number = a whole number, zero or more
cli-expected-boolean = true or false
cli-expected-text = a text in quotation marks
cli-expected-list = a list in square brackets
cli-expected-object = an object in braces
cli-expected-one-of = one of these values: { $values }
cli-lines-schema = “jalon schema act” describes each act, member by member.
cli-lines-hint = The lines refused have recorded nothing: correct them and give the file again; its other lines will not be recorded a second time.
cli-checked-erasure = Erased: { $events ->
        [one] { $events } event
       *[other] { $events } events
    } of a record, by the order in entry no. { $number } of { $date } ({ $by }).
cli-checked = All is in order: { $entries ->
        [one] { $entries } act
       *[other] { $entries } acts
    }, { $families ->
        [one] { $families } family
       *[other] { $families } families
    }{ $deadlines ->
        [0] {""}
        [one] , { $deadlines } deadline
       *[other] , { $deadlines } deadlines
    }.
cli-rebuilt = All that follows from the acts is made again, for { $families ->
        [one] { $families } family
       *[other] { $families } families
    }.
cli-restored = The backup is in place. “jalon check” checks the store.
cli-kept-aside = The former store is kept in { $path }.
cli-referent-added = { $name } can open the store.
cli-referent-removed = { $name } can no longer open the store. Their acts stay.
cli-referent-left = left on { $date }
cli-passphrase-changed = { $name }’s passphrase is changed.
agenda-overdue = Overdue
agenda-today = Today
agenda-this-week = This week
agenda-later = Later
agenda-nothing = Nothing is due in this period.
sheet-pair = { $name }: { $value }
sheet-quoted = “{ $text }”
sheet-status = Status
sheet-included = Included on
sheet-exit = Exit
sheet-children = Children
sheet-three-years = three on
sheet-deadlines = Deadlines
sheet-contracts = Contracts
sheet-encounters = Encounters
sheet-panel = Panel
sheet-landmarks = Referrals, work, effects
sheet-none = None so far.
sheet-notes = Notes

## Store, backups, checks

store-wrong-passphrase = This passphrase does not open the store.
    .hint = Check the name chosen, the Shift key and the keyboard layout, then try again. Forgotten: only the recovery sheet can replace it.
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
store-anchor-missing = The file anchor.json, which says how far this store had come, is missing.
    .hint = So nothing proves that this store is the latest one: it is open for reading only. If anchor.json is elsewhere, put it back. If not, and losing nothing: “jalon backup”, then “jalon restore” of that very backup; “jalon check” then checks the store.
store-anchor-unreadable = The file anchor.json, which says how far this store had come, cannot be read or is another store’s.
    .hint = So nothing proves that this store is the latest one: it is open for reading only. If anchor.json is elsewhere, put it back. If not, and losing nothing: “jalon backup”, then “jalon restore” of that very backup; “jalon check” then checks the store.
store-not-a-store = There is no store in { $path }.
    .hint = Check the path given with --store, or create a store: “jalon init” for an antenna, “jalon department init” for the Département.
store-keys-missing = The key file { $path } is missing: without it nothing can be opened.
    .hint = A copy is beside each backup, under the same name ending in “.keys.json”: copy it to this place, or restore that backup with “jalon restore”.
store-database-missing = { $path } is missing.
    .hint = Put that file back, or restore the last backup with “jalon restore”.
store-not-a-backup = { $path } is no copy of this store, or its beginning is damaged.
    .hint = Nothing was replaced. The copies are in “backups”, in the store’s directory: give one of the “.db” files there.
store-already-a-store = There is already a store in { $path }.
    .hint = Open it, or choose another directory with --store.
store-of-department = The store in { $path } is a Département’s.
    .hint = Open it with “jalon department”, or choose your antenna’s store with --store.
store-not-of-department = The store in { $path } is not a Département’s.
    .hint = Choose it with --store, or create it with “jalon department init”.
store-newer-store = This store was written by a newer version of the program.
    .hint = Nothing was changed. Update the program (format { $found }, this version knows { $known }).
store-wrong-key = { $path } does not open with this store’s key.
    .hint = The file comes from another store, or its beginning is damaged. Put the right file back, or restore a backup with “jalon restore”.
store-corrupted = { $path } is damaged.
    .hint = Record nothing more in it. Restore the last backup with “jalon restore”; the damaged file will be kept aside.
store-rolled-back = This store is older than what had been recorded in it.
    .hint = An old file was put back, or the end of the journal is missing. The store is open for reading only. Look for the latest file, or restore a backup with “jalon restore”.
app-not-backed-up = { $fault ->
        [store-disk-full] The disk is full: what was done is recorded, but the backup at the end is not made.
       *[other] What was done is recorded, but the backup at the end could not be written.
    }
    .hint = Make room or check the directory of the backups, then run “jalon backup”.
store-disk-full = The disk is full: nothing was recorded.
    .hint = Make room, then try again; what was already recorded is intact.
store-read-only = { $path } cannot be changed: nothing was written there.
    .hint = Check the directory’s permissions and that the disk is not write-protected; a store has to be changeable even to be read.
store-network-share = { $path } is on a network share ({ $kind }).
    .hint = Two machines could write there at once and damage the store. Put it on this machine’s disk; backups can be copied to the network.
store-busy = Another program is using this store.
    .hint = Close the other jalon window, or wait until it is done, then try again.
store-unreachable = { $kind ->
        [missing] { $path } does not exist.
        [denied] You may not read or write { $path }.
        [directory] { $path } is a directory, not a file.
        [file] { $path } is a file, not a directory.
        [unreadable] { $path } is not a readable text.
        [full] There is no room left for { $path }.
       *[disk] { $path } can be neither read nor written.
    }
    .hint = Nothing was recorded. Check that the disk is plugged in and that the directory exists.
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
store-erased-without-order = Facts of entry no. { $number } are gone from the journal and no order to erase explains it.
    .hint = Do not go on with this store: restore the last backup with “jalon restore”.
store-erasure-incomplete = The erasure ordered by entry no. { $number } is not complete.
    .hint = Facts of the record are still in the journal. Keep the store as it is and have it examined.
store-journal-is-append-only = The journal is never rewritten.
    .hint = Nothing was changed. Correct with a new act, or undo the act.
store-refused = The database refused the operation (code { $code }).
    .hint = Nothing was recorded. Run “jalon check”; if it happens again, report this code.

## Impact

action-open-family = open the record
    .help = Goes to the record of the line's family.

## Échéances

agenda-by-day = by day
agenda-by-rule = by rule
agenda-antenna = Antenna
agenda-loading = Reading the deadlines…
agenda-empty = No deadline until the end of next month: they follow from the records. “{ $orientation }” records an orientation, “{ $appointment }” plans an appointment.
agenda-settled-by = { $key }: { $act }
agenda-days-left = { $days ->
    [0] Today
    [one] In { $days } day
   *[other] In { $days } days
}
agenda-days-late = { $days ->
    [one] { $days } day overdue
   *[other] { $days } days overdue
}
agenda-settled-by-either = { $key }: { $act }, or { $drafted }
agenda-cut = the first ones only
agenda-opens-family = { $key }: open the record
agenda-opens-exchange = { $key }: the exchange, to ask again or note the receipt
agenda-opens-settings = { $key }: the settings, where the convention is adapted

## Historique

history-undone = undone
history-nothing-changed = Nothing changed in the record.
history-more = … and { $count } more: { $key } to read all.
history-undo-of = Undo of: { $what }
history-what-on = { $what }, { $date }
history-redo-of = Brought back: { $what }
history-redo-title = Bring this act back?
history-redo-text = { $what }, undone by { $author } on { $date } at { $time }. The act will count again.
history-redo-yes = Bring the act back
history-redo-no = Change nothing
history-value = { $label }: { $after }
history-value-changed = { $label }: { $before } → { $after }
history-value-removed = { $label }: { $before } → nothing
history-undo-title = Undo this act?
history-undo-text = { $what }, entered by { $author } on { $date } at { $time }. The act stays in the history, marked as undone; it can be brought back.
history-undo-yes = Undo the act
history-undo-no = Change nothing
history-undone-title = No longer in effect
history-undone-text = This line no longer counts: what it took back was brought back.

## Échanges

exchange-next = Next bundle, no. { $sequence }: { $entries ->
    [one] { $entries } act
   *[other] { $entries } acts
}, { $families ->
    [one] { $families } family
   *[other] { $families } families
}.{ $remaining ->
    [0] {""}
    [one] {" "}One act will go with the bundle after it.
   *[other] {" "}{ $remaining } acts will go with the bundles after it.
}
exchange-beside-referrals = { $count ->
    [one] For the panel alone: one referral, with its notes
   *[other] For the panel alone: { $count } referrals, with their notes
}
exchange-beside-answers = { $count ->
    [one] One orientation is answered
   *[other] { $count } orientations are answered
}
exchange-beside-receipts = { $count ->
    [one] One receipt leaves too
   *[other] { $count } receipts leave too
}
exchange-next-receipts = Next bundle, no. { $sequence }: { $count ->
    [one] { $count } receipt
   *[other] { $count } receipts
}.
exchange-seal-receipts = { $count ->
    [one] { $count } receipt leaves
   *[other] { $count } receipts leave
} for the Département, without any act. The bundle is signed, dated and archived, then written into { $folder }.
exchange-folder = Folder where bundles are written: { $folder }
exchange-in-folder = prepared · ✓ in the folder
exchange-not-in-folder = prepared · not in the folder
exchange-handed-over-on = handed over on { $date }
exchange-received-in-part = received on { $date } · ✗ { $refused ->
    [one] one refused
   *[other] { $refused } refused
}
exchange-handed-over-said = Bundles up to no. { $sequence }: handed over today.
exchange-kept-here-said = Bundles from no. { $sequence } on: to be handed over again.
exchange-bundle = { $kind } · digest { $digest }
exchange-receipt-says = The receipt of the Département:
exchange-receipt-words = Its four words, for the telephone: { $words }
exchange-figures-differ = ✗ The figures of this bundle are not those that its acts make, says the Département: call it.
exchange-do-again = Write it again, the very same
exchange-do-hand-over = Note that it was handed over, and those before it
exchange-do-keep-here = Note that it was not handed over yet, nor those after it
exchange-do-confirm = Confirm its receipt by the words of the receipt
exchange-do-slip = Write the slip of its receipt
exchange-do-nothing = Close
exchange-refused = Records refused by the Département
exchange-refused-title = Record refused
exchange-refused-open = Open the record to correct it
exchange-refused-send = Send it again alone, with the next bundle
exchange-refused-again = goes again with the next bundle
exchange-refused-gone = gone again in bundle no. { $sequence }, receipt awaited
exchange-not-answered = This bundle has no receipt in return: it carries only receipts, or a sign of presence. There is nothing to confirm.
exchange-refused-again-said = This record goes again with the next bundle.
exchange-no-file = no file (erased, or referral undone)
exchange-leaves-again = goes again whole
exchange-received-on = ✓ received { $date }
exchange-received-title = Bundle no. { $sequence }
exchange-received-text = Has the Département confirmed, in writing or by telephone, that it received this bundle and those before?
exchange-received-yes = Yes, note that it was received
exchange-received-no = No
exchange-received-said = Bundle no. { $sequence }: received by the Département.
exchange-received-which-title = Which bundle?
exchange-received-which = Put the cursor on a sealed bundle first, at the end of the list; if there is none, seal one.
exchange-nothing = Nothing to hand over: no act since the last bundle.
exchange-nothing-text = No act was recorded since the last bundle: the next one opens the bundle after it. To hand over a sealed bundle again: { $key } on its line.
exchange-nothing-title = Nothing to hand over
exchange-leaves-and-stays = What leaves and what stays, family by family
exchange-sealed-so-far = Bundles sealed so far
exchange-none-sealed = None yet.
exchange-leaves = { $count ->
    [one] leaves: 1
   *[other] leave: { $count }
}
exchange-stays = stay: { $count }
exchange-leaves-what = Leaves: { $what }.
exchange-for-panel-what = Leaves for the panel alone: { $what }.
exchange-stays-what = Stays at the antenna (professional secrecy, CASF L262-44): { $what }.
exchange-sealed-line = no. { $sequence }  { $date } { $time }  { $file }
exchange-written-again = Bundle written again, the very same: { $path }
exchange-seal-title = Seal bundle no. { $sequence }?
exchange-changed-meanwhile = Another window recorded an act: read again what leaves, then seal.
exchange-seal-text = { $entries ->
    [one] { $entries } act
   *[other] { $entries } acts
} of { $families ->
    [one] { $families } family
   *[other] { $families } families
}, acts of the antenna included; { $stays ->
    [0] nothing is withheld
    [one] one item (contact or note) stays at the antenna
   *[other] { $stays } items (contact, notes) stay at the antenna
}. The bundle is signed, dated and archived, then written into { $folder }.
exchange-seal-yes = Seal the bundle
exchange-seal-no = Do not seal
exchange-sealed-title = Bundle no. { $sequence } sealed
cards-open-title = Which card is to be read?
arrivals-open-title = Which file is to be taken in?
arrivals-here = ✓ Look here: { $folder }

## Bundles received

inbox-not-enrolled = The Département is not enrolled yet: nothing can be received from it. The face “Enrolment” is next to this one.
inbox-frozen = ✗ Alarm: two different bundles bore one number, or an old copy went on with the stream. Nothing more is taken in of this stream, received up to bundle no. { $sequence }. Call the Département: it begins a new one.
inbox-nothing = Nothing has come from the Département yet.
inbox-through = Received without a gap up to bundle no. { $sequence }.
inbox-missing = { $count ->
    [one] Bundle no. { $numbers } is missing. Ask the Département to hand it over again: it keeps the exact copy. Those after it wait.
   *[other] Bundles no. { $numbers } are missing. Ask the Département to hand them over again: it keeps the exact copies. Those after them wait.
}
inbox-proposals = Orientations to include or to refuse ({ $count })
inbox-more-proposals = Others wait in the caseload, under the view of orientations.
inbox-proposal = { $failed ->
    [0] ✓ nothing stands against it
    [one] ✗ one check
   *[other] ✗ { $failed } checks
} · { $center } · { $date }
inbox-proposal-how = Every check of article 2 passes: she can be included.
inbox-files = Files in { $folder }
inbox-files-known = { $count ->
    [one] One file is there, taken in before.
   *[other] { $count } files are there, taken in before.
}
inbox-no-files = No file of the Département is there.
inbox-came = Bundles received ({ $count })
inbox-file-next = ✓ no. { $sequence } · ready · { $kind }
inbox-file-waits = no. { $sequence } · { $count ->
    [one] waits for no. { $first }
   *[other] waits for no. { $first } to { $last }
} · { $kind }
inbox-open-title = Take this file in?
inbox-open-yes = Take it in
inbox-open-no = Do not take it in
inbox-file-known = no. { $sequence } · taken in before
inbox-file-own = ↺ to be taken back from your files · { $kind }, version { $version }
inbox-file-own-sent = ↺ to take back from your files · no. { $sequence } · { $kind }
inbox-file-refused = ✗ { $fault }
inbox-came-name = no. { $sequence } · { $kind }
inbox-came-waits = put aside on { $date }
inbox-came-left = left: a new stream began before it
inbox-came-applied = taken in on { $date }
inbox-came-accepted = ✓ taken in on { $date } · { $accepted ->
    [one] one item accepted
   *[other] { $accepted } items accepted
}
inbox-came-refused = taken in on { $date } · ✗ { $refused ->
    [one] one item refused
   *[other] { $refused } items refused
}
inbox-came-title = Bundle no. { $sequence } · { $kind } · { $date }
inbox-words = The four words of our receipt: { $words }
inbox-answered-in = The receipt left in our bundle no. { $sequence }.
inbox-answer-to-leave = The receipt will leave with our next bundle.
inbox-topic-answered = Topic for the steering committee: { $topic }
    Answer of { $date }: { $text }
inbox-support = Support published: { $title }, version { $version }, from { $date }
inbox-brought-nothing = This bundle changes nothing in the records.
inbox-taken-title = What was taken in
inbox-none-taken-title = Nothing was taken in

## What was refused

refused-part = ✗ { $of }: { $said }
refused-of-family = { $name } ({ $matricule })
refused-of-convention = Version “{ $code }” of the convention, from { $date }
refused-of-topic = Topic for the steering committee “{ $text }”
refused-of-unknown = Something that is no longer here
refused-families-title = Refused by the Département, to be corrected
lost-taken-back = { $of }: { $acts ->
        [one] one act that the first bundle of the antenna’s new series does not carry is taken back here
       *[other] { $acts } acts that the first bundle of the antenna’s new series does not carry are taken back here
    }. The next bundles bring back what it has kept; what it lost with its store, it enters again.
lost-handed = { $of }: handed over to the Département in bundle no. { $sequence }, lost with the store that the copy has replaced. Compare the file with your papers, and enter again what is missing.
lost-handed-unknown = Bundle no. { $sequence }, lost with the store that the copy has replaced: { $families ->
        [one] one family or referral is no longer here
       *[other] { $families } families or referrals are no longer here
    }. Ask the Département which, and enter them again.
refused-advice-theirs = Our receipt tells the Département.
refused-advice-step = The step is open again: correct it, then give it again.
refused-advice-cancelled = The cancellation stands: nobody was notified of the decision. If there is need, the antenna prepares a new referral.
refused-advice-same = The antenna holds another one. Call it, then give the same here, word for word: it will be accepted.
refused-advice-convention = The antenna has not adopted it. Publish a version under another code, on a free date, that keeps the codes in use.
refused-advice-orientation = Correct the orientation, then send it again.

## Receipts

receipt-unknown-person = Nobody is known under this number.
    .hint = Check the identity and the CAF number in the record, correct them, then send it again.
receipt-unknown-referent = The referent of the record is no referent known of the antenna.
    .hint = Check the referents in the settings, name one in the record, then send it again.
receipt-already-processed = It was processed already.
    .hint = Compare with what was recorded before; mostly there is nothing to do.
receipt-contract-dates-overlap = Two contracts run on one day.
    .hint = Correct the dates or the end of one of them, then send the record again.
receipt-record-differs = The record is not the one that its acts make.
    .hint = Run `jalon check`. If it finds nothing, send the record again; refused again, call the Département.
receipt-known-elsewhere = Another antenna already follows the person.
    .hint = Call the Département: a family has one referent (art. 3). One of the two antennas records the exit.
receipt-rule = A rule of the convention is against it.
    .hint = Correct what the rule refuses, then send it again.
slip-title = Slip of a receipt
slip-bundle = Bundle no. { $sequence } ({ $kind }), sealed by: { $sender }
slip-received = Received on { $date } by: { $recipient }
slip-digest = Digest of the bundle (SHA-256): { $digest }
slip-counts = { $accepted ->
    [0] Nothing to accept
    [one] One item accepted
   *[other] { $accepted } items accepted
}, { $refused ->
    [0] none refused
    [one] one refused
   *[other] { $refused } refused
}.
slip-words = The four words of this receipt:
slip-how-partly = Not everything is accepted: the file of the receipt must first reach the other side, as it alone says what. Then, on the telephone, one reads these four words, the other types them.
slip-how-both = On the telephone, each reads these four words from their own copy: the Département has the same once the receipt has come.
slip-how = On the telephone, one reads these four words, the other types them: her program compares. They tell the bundle and everything that the receipt says of it.
slip-file-came = slip-bundle-received
slip-file-sealed = slip-bundle-handed-over
slip-written = Slip written: { $path }
slip-which-title = Which receipt?
slip-which = Put the cursor on a bundle that has a receipt first.
words-receipt-title = Receipt of bundle no. { $sequence }
words-receipt-text = Have the four words of the receipt that the Département made of this bundle read on the telephone, and type at least the first four letters of each.
words-receipt-done-title = Receipt confirmed
words-receipt-done = The Département received bundle no. { $sequence } on { $date }: these are the words of its receipt.

## Supports

supports-none = The Département has published no support yet.
supports-filled-how = To fill one: { $key }, from the record of a family.
supports-title = { $title } · version { $version }
supports-version = Version { $version }
supports-in-force = ✓ in force since { $date }
supports-to-come = to come, from { $date }
supports-past = older, of { $date }

## Enrolment

enrolment-none = The Département is not enrolled yet: what leaves is signed but not encrypted, and nothing can be received from it.
enrolment-done = ✓ Enrolled: { $name }, key { $key }. What leaves is encrypted to it alone.
enrolment-registry = The Département’s registry: version { $version }.
enrolment-known = ✓ This registry knows our computer: the Département takes in what comes from it.
enrolment-no-registry = The Département’s first registry has not come yet. Give it our card and read it its words: it enters us, and its registry comes with its first bundle.
enrolment-not-known = This registry does not know our computer yet. Give our card to the Département and read it its words.
enrolment-revoked = ✗ The key of our computer was revoked on { $date }: { $reason }. The Département takes in nothing more that comes from it: call it.
enrolment-its-card = Its card
enrolment-its-card-how = The Département reads twelve words aloud. You type the first four letters of each: the program compares.
enrolment-read-it = found in the folder
enrolment-choose-card = Choose its card elsewhere…
enrolment-our-card = Our card
enrolment-write-card = Write it into { $folder }
enrolment-no-words = The words to read aloud are shown once the card is written.
enrolment-words = To be read aloud: { $words }
enrolment-own-key = Fingerprint of our key: { $key }
enrolment-given-title = Our card
enrolment-given = { $path }

    Give this file to the Département, then read it these words aloud:
    { $words }
enrolment-renew = Make new keys…
enrolment-renew-title = New keys
enrolment-renew-text = To be done when the Département has revoked the keys of this machine, or when somebody else may have copied them. Until it has enrolled the new card, it refuses what leaves. Bundles without a receipt will be sealed anew and handed over again.
enrolment-renew-no = Keep the keys
enrolment-renew-yes = Make new keys
enrolment-renewed-title = New card
enrolment-renewed =
    { $bundles ->
        [0] The antenna has new keys. Nothing is to be handed over again.
        [one] The antenna has new keys. The bundle without a receipt is sealed anew: hand it over once the new card is enrolled, and throw the old one away.
       *[other] The antenna has new keys. The { $bundles } bundles without a receipt are sealed anew: hand them over once the new card is enrolled, and throw the old ones away.
    }
enrolment-done-title = Département enrolled
enrolment-done-text = { $name } is enrolled: what leaves is encrypted to it from now on.

    Unless it has it already, give it our card and read it its words: it enters us in its registry.
words-card-title = Card: { $name }
words-card-text = Have the twelve words of this card read aloud, on the telephone or face to face, and type at least the first four letters of each. Accents do not matter.
words-card-replaces = “{ $name }” is enrolled already: the keys that this machine had will no longer be accepted.
words-typed = { $typed ->
    [one] { $typed } word
   *[other] { $typed } words
} of { $needed }
folder-title = Where to write bundles
folder-nothing-there = { $path }: no folder or file of this name. Check the path.
folder-here = ✓ Write here: { $folder }
folder-without = { $folder }: nothing of the kind here
exchange-sealed = { $path }

    { $entries ->
        [one] { $entries } act
       *[other] { $entries } acts
    }, { $families ->
        [one] { $families } family
       *[other] { $families } families
    }.{ $remaining ->
        [0] {""}
        [one] {" "}One act remains: seal the next bundle too.
       *[other] {" "}{ $remaining } acts remain: seal the next bundle too.
    }
    Digest of the bundle: { $digest }
    Public key: { $key } (fingerprint { $fingerprint })
    { $encrypted ->
        [yes] Encrypted: only the Département can read it.
       *[no] This bundle is signed but not encrypted: trust it only to a safe carrier.
    }{ $others ->
        [0] {""}
       *[other] {" "}To hand over with it, written beside it: { $names }
    }

## Retention and accesses

search-private = Private note
search-panel-only = Panel note
search-what = Type at least { $letters } letters: a name, a word of a note, a contract, a commitment. Accents and the order of words do not matter; archived records are not searched.
search-none = Nothing answers all these words.
print-title = Write the record out
print-text = A file in clear, readable by you alone, in { $folder } (the folder chosen in the exchange). Notes of every confidentiality are in it. The writing is noted in the access journal.
print-no = Write nothing
print-whole = The record as it is
print-everything = Everything held, for the person (GDPR art. 15)
print-support = Support filled in: { $title }, v. { $version }
print-support-written = Written to { $path }. The dotted places are to be filled in by hand. The version of the support is kept in a private note of the file. This file is not encrypted: destroy it once it has served.
support-child = { $name } ({ $date })
support-contract = CER { $rank }, from { $from } to { $to }
support-made = “{ $title }”, version { $version }, valid from { $from }. Filled in on { $date } by { $author }, { $antenna }.
support-note = Support filled in: “{ $title }”, version { $version }, valid from { $from }.
print-written = Written to { $path }. This file is not encrypted: destroy it once it has served.
printout-file = record
printout-everything-file = persons-access
printout-title = Record of { $name }
printout-everything-title = Everything that the antenna holds about { $name } (right of access, GDPR art. 15)
printout-made = { $antenna } · made on { $date } by { $author }
printout-rights = Why: the social accompaniment of beneficiaries of the RSA majoré, a public service entrusted by the Département ({ $department }) to the CAF by convention (CASF L262-27 and following; GDPR art. 6.1 e).
    From where: the centre that oriented the family, the person herself, her referents.
    To whom: the referents of the antenna; the Département, by the bundles named below. Contacts and private notes do not leave the antenna.
    For how long: { $kept } months after the last contact, then at most { $archived } months of archive, then erasure.
    Your rights: to have it rectified (art. 16), restricted (art. 18), to object (art. 21), to complain to the CNIL (cnil.fr). No decision is taken by a computation.
printout-read-again = Before giving this document: read it again and hide what concerns somebody else, a report or whoever made it (GDPR art. 15.4, CRPA L311-6). Notes of every confidentiality are in it: what is written about a person is hers to read.
printout-record = The record
printout-history = What was recorded, when and by whom
printout-bundles = What was handed over to the Département
printout-bundle = Bundle no. { $sequence }, on { $date }
printout-accesses = When the record was consulted
printout-access-opening = opened
printout-access-search = searched
printout-access-printing = written out or printed
printout-access-persons-access = written out for the person
printout-access-export = handed over
printout-none = Nothing.
retention-none = No record is past its retention.
retention-to-confirm = To confirm
retention-past = Past their retention
retention-archive = Archived
retention-archived-file = Archived record
retention-proposed = proposed by { $by } · { $what }
retention-proposed-by-me = waits for another referent · { $what }
retention-archived-on = archived · to erase after { $until }
retention-kept-until = to keep until { $date }
retention-proposal = “{ $motive }” ({ $by }, on { $date }): { $what }.
retention-needs-another = Another referent confirms, from their own access.
retention-confirm = Open the line to confirm, or keep the record.
retention-propose = Open the line to propose to archive or erase this record; another referent will confirm.
retention-in-the-archive = Out of the lists and the search; a new orientation by the centre brings it back into use.
retention-what-is-erased = An erasure destroys the facts of the journal, the sealed bundles that held the record, its drafts and every older backup; a new backup takes their place. Digests and figures by month remain.
retention-erased = { $count ->
        [0] No record erased so far.
        [one] { $count } record erased; “jalon check” gives its order.
       *[other] { $count } records erased; “jalon check” gives their orders.
    }
erasure-done = Record erased
erasure-done-text = No page of the store, no draft and no backup holds this record here any more. The older backups were removed and a new one made. The sealed bundles that held the record were destroyed; their digests remain. What was handed to the Département, printed or copied elsewhere cannot be erased from here.
erasure-waits = The erasure is recorded, but the store or the disk does not yet allow all its copies to be destroyed: this will be done on closing or at the next opening.
accesses-kept = Without content: who, when, what, which record. Passing over a name in the list does not open it. Kept { $months } months, never leaves the antenna.
accesses-gone = record that is no more
access-opening = opened
access-search = searched
access-printing = printed
access-persons-access = wrote out for the person
access-export = handed over a bundle

## Membres du dossier que les formulaires ne nomment pas

member-disposal = Proposal
member-by = By
member-archived-on = Archived on
member-rank = Rank
member-letter-on = Letter sent on
member-cancelled-on = Cancelled on
member-notified-on = Notified on
member-opened-on = Prepared on
member-departure-date = Sent on
member-opinion-date = Opinion of
member-decision-date = Decision of
member-postponements-date = Postponed on
member-state = State
member-included-on = Inclusion
member-declared-on = Declared on
member-departed-on = Departure
member-ended-on = Ended on
member-confidentiality = Confidentiality
member-pregnant = Pregnancy
member-from = Since
member-theme = Theme
member-party = Who commits
member-due = Due on
member-reviews-date = Date of the review
member-ended-date = Last day of the contract
member-signature-date = Signed on
member-exit-date = Last day in the caseload
member-assignments-from = From
member-situation-date = Situation on
record-identity = Identity
record-contact = Contact
record-situation = Situation
record-children = Child
record-pregnancies = Pregnancy
record-orientations = Orientation
record-state = Answer
record-stays = Stay in the caseload
record-exit = Exit
record-panel-referrals = Referral
record-statement = Content
record-departure = Departure
record-postponements = Postponement
record-opinion = Opinion
record-decision = Decision
record-observations = Observations
record-assignments = Referent
record-stand-ins = Stand-in
record-encounters = Encounter
record-notes = Note
record-proposal = Archiving or erasure
record-contracts = Contract
record-objectives = Objective
record-commitments = Commitment
record-outcome = Outcome
record-signature = Signature
record-composition = Composition of the family
record-reviews = Review
record-ended = End
record-professional-referrals = Referral to a professional referent
record-returns-to-work = Return to work or training
record-housing-redirects = Redirection to the DDCS
record-child-protection-reports = Report
record-effect-ratings = Effects
record-ratings = Scale
record-rights-claims = Rights claim
record-financial-aids = Financial aid
record-finalised = Answer
record-answer = Answer
record-diagnoses = Diagnosis
record-attendances = Presence at a group action
record-themes = Theme
member-submitted-on = Submitted on
member-requested-on = Asked on
member-rights-claims-opened-on = Opened on
member-themes-situation = Situation

## Orientation lists of the solidarity centres

list-column-surname = surname
list-column-given-name = given name
list-column-full-name = surname and given name
list-column-birth-date = date of birth
list-column-matricule = CAF number
list-column-center = MDS
list-column-date = date of orientation
list-column-document = document
list-column-isolated = single parent
list-column-benefit = benefit
list-column-followed = followed by the Département
list-column-children = children
list-column-child-given-name = child’s given name
list-column-child-birth-date = child’s date of birth
list-column-telephone = telephone
list-column-email = e-mail
list-column-address = address
list-column-post-code = postcode
list-column-town = town
list-column-language = language
list-column-nir = social-security number

list-unreadable = { $kind ->
        [missing] This file does not exist.
        [denied] You may not read this file.
        [directory] This is a directory, not a file.
       *[disk] This file cannot be read.
    }
    .hint = Check the path and the permissions; nothing was recorded.
list-empty = This file is empty.
    .hint = Ask the MDS to send it again.
list-too-large = This file is too large for a list of orientations.
    .hint = A list has at most { $lines } lines and 8 MB: make several of it.
list-too-many-lines = This list has more than { $lines } lines.
    .hint = Make several lists of it.
list-not-a-list = This file is neither an Excel workbook (.xlsx) nor delimited text (.csv).
    .hint = Save the list as .xlsx or .csv; a bundle of the Département is checked with “jalon verify”.
list-old-or-protected = This workbook is in the old Excel format (.xls), or protected by a password.
    .hint = Open it and save it as .xlsx, without a password.
list-damaged = This workbook is damaged or incomplete.
    .hint = Ask the MDS to send it again.
list-quote-left-open = A quote opened on line { $line } is never closed: the rest of the file cannot be read.
    .hint = Remove that quote or close it; the file may have been cut.
list-headers-missing = No line names the columns.
    .hint = Put a line of titles above the families: surname, given name, date of birth, CAF number, MDS, date of orientation.
list-columns-missing = { $count ->
        [one] A column is missing: { $columns }.
       *[other] { $count } columns are missing: { $columns }.
    }
    .hint = Add them to the list or ask the MDS for them; the order of the columns does not matter.
list-column-twice = Two columns say the same: “{ $first }” and “{ $second }”.
    .hint = Remove one of them, or change its title.
list-no-line = There is no family below the titles.
    .hint = Ask the MDS to send it again.
list-line-refused = Nothing was received, because line { $line } no longer can be: { $rule }
    .hint = Another machine has changed the store since: read the list again.
list-not-written = { $kind ->
        [missing] The directory of this file does not exist.
        [denied] You may not write in this directory.
        [full] There is no room left on the disk.
       *[disk] The report cannot be written.
    }
    .hint = Choose another directory; nothing was written.

list-problem-in-column = “{ $column }”: { $fault }
list-problem-missing = the cell is empty.
    .hint = It must be filled in.
list-problem-date-unknown = “{ $cell }” is not a date.
    .hint = Write day/month/year, such as 12/03/2026.
list-problem-date-impossible = there is no day { $cell }.
    .hint = The day is written before the month.
list-problem-number-shortened = the spreadsheet has replaced the last digits by zeros ({ $cell }).
    .hint = Format the column as text and type the number again.
list-problem-center-unknown = “{ $cell }” is not a known MDS.
    .hint = The known ones: { $known }.
list-problem-center-none = “{ $cell }” cannot be recognised: no MDS is known yet.
    .hint = The antenna adds its MDS in its settings; the Département knows them once it has received a bundle from it.
list-problem-answer-unknown = “{ $cell }” is neither yes nor no.
    .hint = Write oui or non.
list-problem-children-unknown = “{ $cell }” does not give each child’s date of birth.
    .hint = Write, for example: Awa 11/02/2024, Ali 03/05/2022.
list-problem-name-undivided = “{ $cell }” does not say where the surname ends and the given name begins.
    .hint = Write the surname in capitals.
list-problem-formula-failed = the spreadsheet’s formula has failed ({ $cell }).
    .hint = Type the value itself.
list-problem-nir-inside = the cell holds a social-security number, which is never asked or stored.
    .hint = Erase it.
list-problem-cells-moved = The line has more cells than there are columns: a delimiter within a text has moved them.
    .hint = Put that text in quotes, or save the list as .xlsx.
list-problem-number-twice = line { $line } bears the same CAF number.
    .hint = Keep only one of both lines.
list-problem-number-in-file = line { $line } of “{ $file }” bears the same CAF number.
    .hint = Keep only one of both lines.
list-problem-no-place-left = MDS full: { $taken } families for { $places } places.
    .hint = Wait for a place, or send beyond the places.
list-problem-followed-already = Followed by { $antenna } already (art. 3).
    .hint = There is nothing to send: her file is open there.
list-problem-other-person = this CAF number is that of a file of another name or another date of birth.
    .hint = Check the CAF number and the date of birth.

list-remark-lines-joined = The same family, one child a line: joined with { $lines }.
list-remark-zeros-restored = The spreadsheet had taken the first zeros of the CAF number: read as { $number }.
list-remark-year-of-two-digits = The year had only two digits: read as { $year }.
list-remark-child-unnamed = The given name of a child is missing: it is noted “?” and corrected in the file.
list-remark-comes-back = Known family ({ $status }): it comes back to its file, whose name and children stay as they are.
list-supposed = The list does not say, and it is supposed as in the form: { $rules }.

list-alike-family = Perhaps the same person as { $name } (same date of birth, near name).
list-alike-line = Perhaps the same person as line { $line } (same date of birth, near name).
list-alike-in-file = Perhaps the same person as line { $line } of “{ $file }” (same date of birth, near name).

list-known = This orientation is already recorded: there is nothing to do.
list-sent = This orientation was sent before: there is nothing to do.
list-standing-ready = ready
list-standing-to-send = to send
list-standing-to-look-at = to look at
list-standing-known = already recorded
list-standing-sent = already sent
list-standing-refused = refused
list-check-failed = { $count ->
        [one] fails art. 2 in one way
       *[other] fails art. 2 in { $count } ways
    }
list-nir-passed-over = { $count ->
        [one] The column { $titles } is not read: the social-security number is never asked or stored.
       *[other] The columns { $titles } are not read: the social-security number is never asked or stored.
    }
list-unread = { $count ->
        [one] Column that is not read: { $titles }.
       *[other] Columns that are not read: { $titles }.
    }
list-unread-sheets = { $count ->
        [one] Sheet that is not read: { $titles }.
       *[other] Sheets that are not read: { $titles }.
    }
list-title = “{ $title }”

list-report-line = line
list-report-reason = reason for refusal
list-report-file = refused
list-report-known = Perhaps already known to the antenna: a file has the same date of birth and a near name. The antenna checks.

## Screen of the orientation lists

action-show-lists = orientation lists
    .help = The families that the MDS sent as lists: checked line by line, then received together.
action-choose-list = list
    .help = Chooses the file (.csv or .xlsx) received from the MDS.
action-choose-line = choose
    .help = Chooses the line or leaves it out.
action-choose-all-lines = all or none
    .help = Chooses every line without a fault, or none.
action-receive-lines = receive
    .help = Receives the chosen lines, all together or none.
action-write-report = reasons for the MDS
    .help = Writes beside the list what is refused and why, for the MDS that sent it.
context-lists = Orientation lists
lists-open-title = Open an orientation list (.csv, .xlsx)
lists-sender-title = No column names the MDS: which one sent this list?
lists-none = No list is open. Every line of a list is checked before anything is received: what is missing, who is already known, the conditions of art. 2.
lists-chosen = { $chosen ->
        [0] none chosen of { $lines }
        [one] one chosen of { $lines }
       *[other] { $chosen } chosen of { $lines }
    }
lists-line = Line { $line } · { $name }
lists-all-well = All that the list says of this line is in order.
lists-receive-title = Receive the list
lists-receive-text = { $count ->
        [one] One orientation will be received; it will wait for your answer in the caseload.
       *[other] { $count } orientations will be received, all together or none; they will wait for your answer in the caseload.
    }
lists-supposed = What the list does not say is supposed as in the form: { $rules }. To be checked before the inclusion.
lists-left = { $left ->
        [one] One line is left out.
       *[other] { $left } lines are left out.
    }
lists-receive-yes = Receive
lists-receive-no = Look again
lists-nothing-chosen = No line is chosen. { $one } chooses the line under the cursor, { $all } all those without fault.
lists-not-to-be-chosen = This line cannot be chosen.
lists-receiving = Receiving: { $ready } orientations of { $count }, recorded together at the end…
lists-still-receiving = A list is being received: nothing is lost, try again in a moment.
lists-received = { $count ->
        [one] One orientation received; it waits for your answer.
       *[other] { $count } orientations received; they wait for your answer.
    }
lists-nothing-refused = Nothing is refused: there is nothing to send back to the MDS.
lists-report-title = Reasons for the MDS
lists-report-written = Written: { $path }

    It holds personal data: hand it over by safe means, then erase it.

## Settings

context-settings = Settings
action-show-settings = settings
    .help = Referents, solidarity centres, convention and amendments, themes, delays.
action-add-setting = add
    .help = A referent, a solidarity centre, an amendment or a line of the list, as the section has it.
action-end-setting = leaving, removal
    .help = The leaving of the referent, the closing of the centre or the removal of the line under the cursor.
noun-antenna = Antenna
settings-referents = Referents
settings-centers = Centres, territories
settings-versions = Convention, amendments
settings-themes = Themes and actions
settings-delays = Delays and thresholds
settings-no-center = No MDS yet: add the first one ({ $key }), then its communes.
settings-read-only = Read only: nothing can be changed here.
field-role = Role
role-referent = referent
role-lead = head of the antenna
role-support = support, no family
settings-role-lead = head
settings-role-support = support
settings-since = since { $date }
settings-left = left on { $date }
settings-leaves = leaves on { $date }
settings-families = { $families ->
    [0] no family
    [one] 1 family
   *[other] { $families } families
}
settings-leaving-any = From the leaving on, the families still followed will have no referent (art. 3); the list says how many.
settings-leaving-families = { $families ->
    [0] No family is followed by { $name }.
    [one] 1 family is still followed by { $name }: from the leaving on it will have no referent (art. 3).
   *[other] { $families } families are still followed by { $name }: from the leaving on they will have no referent (art. 3).
}
settings-key-slot = The act alone does not open the store: the new referent’s passphrase is then made by the command jalon referent add, with the same name.
settings-key-slot-short = Adding a referent does not open the store.
settings-key-slot-command = The passphrase: jalon referent add, same name.
settings-places = { $taken } of { $places } places
settings-own-places = { $taken } of { $places } places (its own)
settings-closed = closed since { $date }
settings-closes = closes on { $date }
settings-in-force = in force
settings-to-come = to come
settings-past = past
settings-version-from = From { $date }
settings-version-title = Version of { $date } ({ $article })
settings-version-period = From { $from } to { $to }
settings-version-first = It is the first text.
settings-version-changes = What it changes:
settings-changes-nothing = No parameter changes.
settings-changes-more = { $count ->
    [one] … and 1 other change
   *[other] … and { $count } other changes
}
settings-report-only = report only (art. 5)
settings-redirect-only = redirection to the DDCS only (art. 5)
settings-avenant-from = Made from the version of { $date } ({ $article }): what is not changed stays as it is.
settings-adopt-title = Adopt “{ $article }” from { $date }?
settings-adopt-yes = Adopt this version
settings-adopt-no = Back to the form
settings-prepared-mark = prepared
settings-prepared = Avenant being prepared
settings-prepared-open = to read again, date and adopt
settings-ends-nothing-title = Nothing to take away here
settings-ends-nothing = A version of the convention is not taken away: the next one replaces it. In the themes and actions, put the cursor on a line to take it away.
settings-prepared-said = ✓ Prepared ({ $count ->
    [one] { $count } change
   *[other] { $count } changes
    }): { $key } dates the avenant and adopts it.
settings-prepared-before = { $count ->
    [one] { $count } change prepared in the lists goes into this avenant.
   *[other] { $count } changes prepared in the lists go into this avenant.
    }
settings-part-title = Amendment to the convention
settings-part-prepared = The change is prepared here; it holds for everyone from the day of the avenant that adopts it (art. 9).
settings-reductions-from = procedures from { $date }
field-part-label-fr = Label
field-part-label-en = English label
field-part-ground = Ground
field-part-source = Text
field-part-from = Procedures from
field-part-steps = Steps
exit-ground-benefit = suspension or end of the RSA majoré
exit-ground-contract = contract over
exit-ground-agent = the agent’s request, agreed by the panel
exit-ground-panel = the panel’s request
convention-list-levels = Levels of the effects
convention-part-changed = { $part }: { $before } → { $after }
convention-part-added = Added: { $part }
convention-part-removed = Removed: { $part }
convention-part-caseload-places = Places in all
    .hint = Of the caseload (art. 1).
convention-part-caseload-places-per-center = Places per centre
    .hint = Of each solidarity centre (art. 2).
convention-part-inclusion-child-under-years = Child’s age (years)
    .hint = At least one child younger on the day of inclusion (art. 2).
convention-part-inclusion-benefit-code = Code of the benefit
convention-part-delays-first-meeting-days = 1st meeting (days)
    .hint = After the inclusion.
convention-part-delays-contract-months-after-orientation = Contract due (months)
    .hint = After the orientation (CASF L262-36).
convention-part-delays-review-months-before-end = Review (months)
    .hint = Before the contract’s end (art. 4).
convention-part-delays-renewal-months-before-end = Renewal (months)
    .hint = Before the contract’s end (art. 4).
convention-part-delays-examination-from-months = Panel, from (months)
    .hint = Examination by the panel, after the inclusion (art. 4).
convention-part-delays-examination-by-months = Panel, latest (months)
    .hint = Examination by the panel, after the inclusion (art. 4).
convention-part-delays-observations-months = Observations (months)
    .hint = The person’s, after the letter (CASF R262-69).
convention-part-delays-opinion-months = Opinion (months)
    .hint = The panel’s, after the referral (CASF R262-70).
convention-part-delays-silence-days = No encounter (days)
    .hint = Alert when no encounter was held.
convention-part-delays-department-silence-days = No receipt (days)
    .hint = Alert when a bundle stays without a receipt.
convention-part-delays-retention-months = Retention (months)
    .hint = After the last contact.
convention-part-delays-archive-months = Archives (months)
    .hint = How long an archived file is kept.
convention-part-delays-disposal-days = Other referent (days)
    .hint = To answer a proposal to archive or erase.
convention-part-delays-access-months = Accesses kept (months)
    .hint = Who opened, searched or printed a file.
convention-part-delays-backup-days = Backup (days)
convention-part-contract-durations-months = Durations (months)
    .hint = Of a contract, with commas between them.
convention-part-publication-hidden-below = Counts hidden below
    .hint = In published tables (statistical secrecy).
convention-part-period-starts = Beginning
    .hint = Of the convention (art. 11).
convention-part-period-ends = End
    .hint = Of the convention (art. 11).
convention-part-period-notice-months = Notice (months)
    .hint = Before the convention’s end (art. 10).
convention-part-period-report-months-before-end = Impact report (months)
    .hint = Before the convention’s end (art. 7, 11).
convention-part-parties-department = Département
convention-part-parties-organisation = Organisation
convention-part-title = Title
convention-part-effective-from = In force from
    .hint = First day on which acts are judged by this version (art. 9).
convention-part-article = Reference
    .hint = amendment no. 1, renewal 2027…
convention-list-themes = Themes
convention-list-exit-reasons = Exit reasons
convention-list-exit-outcomes = Outcomes
convention-list-reduction-scales = Reduction scales
convention-list-professional-kinds = Professional referents
convention-list-work-kinds = Returns to work or training
convention-list-rights = Rights
convention-list-instruments = Financial aids
convention-list-effects = Effects

## The Département on the command line

cli-department = The other side of the hand-off: the Département, on its own store (without a command: where each antenna stands)
cli-department-init = Creates the Département’s store
cli-department-card = Writes the Département’s card, to be given to every antenna
cli-department-enroll = Enrols an antenna from its card
cli-department-revoke = Revokes the keys of an antenna
cli-department-orient = Sends lists of orientations (.csv or .xlsx) to the antennas of the MDS
cli-department-receive = Receives the antennas’ bundles and seals the receipts
cli-department-decide = Shows the panel’s agenda; with a referral, records an opinion, a decision or a postponement
cli-department-publish = Shows what is published and the topics that wait; with a plan, publishes the next
cli-department-report = Gives the indicators of article 7 over all antennas, counted again from their acts
cli-department-presence = Tells every antenna that the Département is there, and how far it has read
cli-department-identity = Gives the key that reads bundles (an age identity), to read them with other tools
cli-department-identity-warning = This key reads all that the antennas hand over to you: keep it as you keep the store itself.
cli-department-signing-key = { $name }, signing key in the registry: { $key }
cli-department-slip = Prints the slip of a receipt, with its four words for the telephone
cli-department-slip-antenna = Antenna, by words of its name
cli-department-slip-number = Number of the bundle that the antenna handed over
cli-department-slip-sent = Of the antenna’s receipt for a bundle of the Département, rather than of ours for one of the antenna
cli-department-again = Writes again a bundle sealed for an antenna
cli-department-orient-files = Lists of families to orient
cli-department-orient-preview = Shows the lines and their checks, and sends nothing
cli-department-orient-only-valid = Sends the lines that can be sent, though others are refused
cli-department-receive-files = Bundles handed over by the antennas
cli-department-report-by = antenna: the whole antenna (default), mds: by MDS, referent: by referent
cli-department-report-format = text to read (default), csv for a spreadsheet, json for a program
cli-department-report-from = First day (YYYY-MM-DD; otherwise 1 January)
cli-department-report-to = Last day (YYYY-MM-DD; otherwise today)
cli-arg-example = Gives an example to be changed: plan, a plan of a publication; convention, a version of the convention
cli-department-publish-plan = Plan of the publication (.toml)
cli-department-revoke-antenna = Antenna, by words of its name
cli-department-again-antenna = Antenna, by words of its name
cli-department-init-name = Your name, as the accesses will show it
cli-department-card-out = Directory to write into (the present one otherwise)
cli-arg-presence = Tells the Département only that you are here, and how far you have read
cli-arg-reason = Why these keys are no longer good
cli-arg-until = Last number still accepted (otherwise the last received)
cli-arg-beyond-places = Also sends beyond the free places of an MDS
cli-arg-referral = Referral, by its identifier
cli-arg-opinion = The panel’s opinion: keep, change-referent, reorient, suspend, reduce or exit
cli-arg-decision = Decision of the President of the council: keep, change-referent, reorient, suspend, reduce or exit
cli-arg-postpone = Day to which the panel puts the referral off
cli-arg-date = Date of the step (today otherwise)
cli-arg-comment = Comment, or why it is put off
cli-arg-number = Number of the bundle
cli-arg-plan = Plan of the publication (.toml)
cli-value-REFERRAL = REFERRAL
cli-value-MEASURE = MEASURE
cli-value-TEXT = TEXT
cli-department-words = Give this card to every antenna, then read these words aloud: { $words }
cli-department-enrolled = { $name } is enrolled (registry no. { $version }). Hand these bundles over:
cli-department-revoked = The keys of { $name } are revoked. Hand these bundles over to the other antennas:
cli-department-done = The Département’s store is created in { $path }.
cli-department-no-antenna = No antenna is enrolled. Receive its card, then enrol it with “jalon department enroll”.
cli-department-waiting = Waiting for an answer: { $orientations ->
        [0] no orientation
        [one] one orientation
       *[other] { $orientations } orientations
    }. On the panel’s agenda: { $referrals ->
        [0] no referral
        [one] one referral
       *[other] { $referrals } referrals
    }.
cli-standing = { $name }: { $received ->
        [0] nothing received
       *[other] received up to bundle no. { $received }
    }; bundles sealed for it: { $sent }, read by it: { $acknowledged }; families refused: { $refused }
cli-department-nothing-received = No antenna has handed over any acts yet: there is nothing to count.
    .hint = Take in their bundles first, with “jalon department receive”.
cli-standing-last = last bundle on { $date } ({ $days ->
        [0] today
        [one] yesterday
       *[other] { $days } days ago
    })
cli-standing-last-ahead = last bundle on { $date }
cli-standing-nothing = no bundle received
cli-standing-frozen = STOPPED: two bundles bear one number; call the antenna
cli-standing-revoked = keys revoked on { $date }: { $reason }
cli-department-not-oriented = { $count ->
        [one] Nothing was sent: one line is refused or to be looked at. Correct it, or add --only-valid to send the others.
       *[other] Nothing was sent: { $count } lines are refused or to be looked at. Correct them, or add --only-valid to send the others.
    }
cli-department-oriented = { $count ->
        [0] No orientation to send.
        [one] One orientation to hand over:
       *[other] { $count } orientations to hand over:
    }
cli-department-agenda-empty = No referral on the agenda.
cli-agenda-line = { $id }  { $name } ({ $antenna }): { $measure }
cli-agenda-sent = referral left on { $date }
cli-agenda-until = opinion expected until { $date }; after that it counts as given
cli-agenda-opinion = opinion of { $date }: { $measure }
cli-published-version = { $version ->
        [0] Nothing is published.
       *[other] Publication no. { $version }
    }
cli-published-support = { $title } ({ $code }), version { $version }, from { $date }
cli-published-convention = { $title } ({ $code }), from { $date }
cli-published-topic = Topic { $id } ({ $antenna }, { $date }, { $answered ->
        [yes] answered
       *[no] without an answer
    }): { $text }
taken-figures-differ = The indicators of this bundle are not those that its acts make: the consolidated impact shows the differences.
impact-table-antennas = By antenna
impact-table-differences = Differences between what the antenna states and its acts
impact-stated = Stated
    .short = stated
impact-counted = Counted again
    .short = counted

## The screen of the Département

context-department = On every screen of the Département
context-streams = Antennas
context-arrivals = Inbox
action-show-streams = antennas
    .help = Where the hand-off with each antenna stands.
action-show-arrivals = inbox
    .help = The bundles handed over by the antennas.
action-take-in = take in
    .help = Takes in bundles: one file, or all those of a folder. Each is checked, then taken or refused.
action-send-presence = sign of presence
    .help = Seals for each antenna a bundle that says only that we are here, and how far we have read.
header-antennas = antennas { $count }
header-antennas-short = ant. { $count }
header-alarms = ! alarms { $count }
header-alarms-short = ! { $count }
header-referrals = referrals { $count }
header-referrals-short = ref. { $count }
header-orientations = orientations { $count }
header-orientations-short = orient. { $count }
department-written = { $count ->
    [one] One bundle is sealed. Hand this file over to the antenna:
   *[other] { $count } bundles are sealed. Hand each file over to its antenna:
}
department-written-folder = Folder: { $folder }
department-presence = Sign of presence
department-presence-title = Send a sign of presence?
department-presence-text = A bundle without any act is sealed for each antenna. It says that the Département is there, and how far it has read.
department-presence-yes = Seal a bundle for each antenna
department-nobody-to-send-to = Nothing to seal: no enrolled antenna has a key in use.
department-card-title = Our card
department-card-text = { $path }

    Hand this file over to each antenna, then read these twelve words to it aloud:

    { $words }
streams-none = No antenna is enrolled: receive the card of each, and give it yours.
streams-choose-antenna = No antenna is under the cursor: first choose the one whose keys are to be revoked.
streams-numbers = { $received ->
    [0] nothing received
   *[other] received up to no. { $received }
}, { $sent ->
    [0] nothing sealed for it
   *[other] sealed up to no. { $sent }
}, { $read ->
    [0] nothing read by it yet
   *[other] read by it up to no. { $read }
}
streams-numbers-short = received { $received ->
    [0] —
   *[other] { $received }
}, sealed { $sent ->
    [0] —
   *[other] { $sent }
}, read { $read ->
    [0] —
   *[other] { $read }
}
streams-heard = { $days ->
    [0] bundle received today
    [one] bundle received yesterday
   *[other] last bundle { $days } days ago
}
streams-nothing-heard = nothing received yet
streams-revoked = keys revoked on { $date } ({ $reason })
streams-revoked-until = { $until ->
    [0] Nothing that these keys signed is accepted.
   *[other] Accepted up to bundle no. { $until }.
}
streams-frozen = STOPPED: two bundles bear the same number, call the antenna
streams-missing = { $count ->
    [one] bundle no. { $first } is missing: ask for it again
   *[other] { $count } bundles are missing, no. { $first } to { $last }: ask for them again
}
streams-silent = silent: call it
streams-refused = { $count ->
    [one] one family refused
   *[other] { $count } families refused
}
streams-waiting = Bundles put aside until then: no. { $numbers }.
streams-epoch = Its machine was restored from a copy: it is at its series no. { $epoch }.
streams-refused-families = Refused families, to be corrected by the antenna
streams-none-refused = None.
streams-refused-there = { $count ->
    [one] one step or version refused by it
   *[other] { $count } steps or versions refused by it
}
streams-refused-there-title = Refused by the antenna, to be taken up here
streams-refused-matricule = Number { $matricule }
streams-sealed = Bundles sealed for it
streams-sealed-line = no. { $sequence }  { $date }
streams-read = ✓ read by it
arrivals-came = Bundles received
arrivals-none = None yet.
arrivals-no-files = There is no file of an antenna in it.
arrivals-line = no. { $sequence } · { $kind } · { $date }
arrivals-applied = received
arrivals-waits = put aside
arrivals-partly = received in part
arrivals-figures-differ = figures differ
arrivals-left = given up
arrivals-counts = Accepted: { $accepted }, refused: { $refused }.
arrivals-words = To confirm the receipt on the telephone: { $words }.
arrivals-words-partly = The four words of the receipt: { $words }. The antenna must have received its file first: it alone says what is not accepted.
arrivals-waits-for = { $count ->
    [one] It waits for bundle no. { $first }, which has not come: ask the antenna for it.
   *[other] It waits for bundles no. { $first } to { $last }, which have not come: ask the antenna for them.
} It is taken in right after.
arrivals-answered-in = The receipt left in bundle no. { $sequence }.
arrivals-not-answered = The receipt leaves with the next intake.
arrivals-digest = Digest of the bundle: { $digest }
refused-unknown-person = Unknown person
    .hint = No family of this number is known: the antenna must hand its record over first.
refused-unknown-referent = Unknown referent
    .hint = The family’s referent is not a referent of the antenna: it adds her in its settings, then hands the record over.
refused-already-processed = Already processed
    .hint = An answer or a decision was already given: it does not change.
refused-contract-dates-overlap = Two contracts run on the same day
    .hint = The antenna corrects the dates of one of the contracts (art. 4), then hands the record over.
refused-record-differs = Record other than its acts
    .hint = The record handed over is not the one that its acts make: call the antenna, and tell the IT service.
refused-known-elsewhere = Followed by another antenna
    .hint = A person has one referent (art. 3): the two antennas agree, and one records the exit.
refused-rule = Refused by a rule of the convention
    .hint = Open the line: it names the rule.
context-sittings = Panel
action-show-sittings = panel
    .help = The agenda: the referrals that came, their opinion and their decision.
sittings-empty = No referral waits for the panel.
sittings-closed = Decided or taken back
sittings-sent = Referral left the antenna on { $date }
sittings-deemed = The panel’s month passed on { $date }: its opinion counts as given (CASF R262-70), the decision can follow.
sittings-refused = ✗ The antenna refused the last step. { $reason }
sittings-cancelled = Cancelled by the antenna on { $date }
sittings-person = Number { $matricule }, born on { $born } · { $antenna }
sittings-grounds = REASONS
sittings-situation = SITUATION
sittings-initial-objectives = INITIAL OBJECTIVES
sittings-reached-objectives = OBJECTIVES REACHED
sittings-new-objectives = NEW OBJECTIVES
sittings-letter = Information letter of { $date }
sittings-companion = accompanied by { $name }
sittings-note = Note for the panel, of { $date }
sittings-said = ✓ { $act }: done. Hand { $file } over to the antenna.
noun-department = Département
act-revoke-antenna = Revoke the keys
    .short = revoke
    .help = Stolen machine, departure, doubt: what these keys sign is no longer taken beyond a number.
act-answer-topic = Answer a topic
    .short = answer
    .help = The answer leaves for the antenna with a publication (art. 8).
field-revoke-antenna-reason = Why
    .hint = The reason leaves with the registry, to every antenna.
field-revoke-antenna-until = Last bundle accepted
    .hint = Leave empty for the last one received.
field-answer-topic-date = Answered on
field-answer-topic-text = Answer
department-enrolled = Antenna enrolled
department-revoked = Keys revoked
revoke-title = Revoke the keys
revoke-text = { $until ->
    [0] Nothing of “{ $name }” will be accepted
   *[other] Nothing of “{ $name }” will be accepted after bundle no. { $until }
} until a card of new keys is enrolled. A revocation cannot be undone.
revoke-yes = Revoke these keys
revoke-no = Do nothing
publications-sent = Publication
context-sent = Orientations sent
context-sending = A list to send
context-publications = Publications
action-show-sent = orientations
    .help = The orientations sent to the antennas, and their answers.
action-show-sending = open list
    .help = The list of orientations to send.
action-show-publications = publications
    .help = The supports and the convention published, the topics for the steering committee.
action-send-lines = send
    .help = Sends the chosen lines, one bundle an antenna.
action-beyond-places = beyond places
    .help = Chooses the lines of a centre without a place left too, or no more.
action-choose-list-to-send = list to send
    .help = Chooses a file (.csv or .xlsx) of orientations to send to the antennas.
action-choose-plan = publish
    .help = Chooses a publication plan (.toml), shows what it publishes and asks.
plans-open-title = Publish a plan (.toml)
sent-waiting = Without an answer ({ $count })
sent-answered = Answered ({ $count })
sent-none-waiting = No orientation waits for an answer.
sent-none-answered = None yet.
sent-no-answer = sent
sent-pending = waiting again
sent-included = ✓ included on { $date }
sent-refused = ✗ refused on { $date }
sent-refused-by-program = ✗ refused by a rule
sent-from = { $center }, oriented on { $date }
sending-title = Send the list
sending-text = { $count ->
    [one] One orientation leaves, in a bundle for the antenna of its centre.
   *[other] { $count } orientations leave, one bundle an antenna.
}
sending-failing = { $failing ->
    [one] One does not meet article 2: what it lacks is under its line.
   *[other] { $failing } do not meet article 2: what they lack is under their lines.
    }
sending-places-taken = Nothing has left: chosen lines have no place left in their centre. Look at those that remain, then do it again.
sending-yes = Send
sending-sent = Orientations sent
sending-beyond = Lines of a centre without a place left can leave.
sending-within = Lines of a centre without a place left are held back.
publications-title = { $version ->
        [0] Nothing is published yet
        [1] Published (one publication)
       *[other] Published ({ $version } publications)
    }
publications-not-adopted = { $name } · { $told }
publications-support = version { $version } · { $code }
publications-convention = convention, from { $date }
publications-convention-whole = Holds from { $date } ({ $article }), for a convention from { $starts } to { $ends }.
sittings-choose-referral = No referral is under the cursor.
publications-choose-topic = No question is under the cursor: first choose the one that awaits an answer.
publications-topics = Topics for the steering committee
publications-no-topic = No open topic.
publications-waits = ! without an answer
publications-answered = ✓ answered
publications-ask-title = Publish this plan?
publications-ask = { $supports ->
    [0] No support
    [one] One support
   *[other] { $supports } supports
}, { $conventions ->
    [0] no version of the convention
    [one] one version of the convention
   *[other] { $conventions } versions of the convention
}, { $answers ->
    [0] no answer
    [one] one answer
   *[other] { $answers } answers
}. One bundle is sealed for each antenna; what is published does not change any more.
publications-yes = Publish
publications-no = Do not publish
context-consolidated = Consolidated impact
action-show-consolidated = impact
    .help = The indicators of article 7 over all antennas, counted again from their acts.
impact-differs = stated: { $stated }, from { $from } to { $to }
streams-again = { $key }: write this bundle again, the very same. Digest { $digest }
