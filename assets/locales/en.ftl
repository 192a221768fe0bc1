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

## Frame, menus, help

## Caseload

## Family

## Timeline

## Deadlines and agenda

## Forms

## Exchange

## Settings and antenna

## Command line

## Store, backups, checks

## Impact
