# Ce que lit une personne, en français. Un message, et sous lui son conseil : ce qui ne va pas (.hint : quoi faire).
# Une section par écran ou par couche ; en.ftl a les mêmes identifiants, les mêmes attributs et les mêmes variables.

## Dates, âges, durées

month-1 = janvier
    .short = janv
month-2 = février
    .short = févr
month-3 = mars
    .short = mars
month-4 = avril
    .short = avr
month-5 = mai
    .short = mai
month-6 = juin
    .short = juin
month-7 = juillet
    .short = juil
month-8 = août
    .short = août
month-9 = septembre
    .short = sept
month-10 = octobre
    .short = oct
month-11 = novembre
    .short = nov
month-12 = décembre
    .short = déc
weekday-1 = lundi
    .short = lun
weekday-2 = mardi
    .short = mar
weekday-3 = mercredi
    .short = mer
weekday-4 = jeudi
    .short = jeu
weekday-5 = vendredi
    .short = ven
weekday-6 = samedi
    .short = sam
weekday-7 = dimanche
    .short = dim
date-first-day = 1er
relative-day = J
age-months = { $months } m
age-years-months = { $months ->
        [0] { $years } a
       *[other] { $years } a { $months } m
    }
days = { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }

## Écran de verrouillage

### BELOW: read when first needed

## Saisie libre des dates et des heures

date-fault-empty = Il manque une date.
    .hint = Par exemple 12/3, hier, +7j ou lundi.
date-fault-unknown = Cette date n’est pas comprise.
    .hint = Par exemple 12/3, 12/03/2026, 12 mars, hier, +7j ou lundi.
date-fault-impossible = Ce jour n’existe pas.
    .hint = Vérifiez le jour et le mois ; le 29 février n’existe que les années bissextiles.
date-fault-other-weekday = Cette date tombe un autre jour de la semaine.
    .hint = Corrigez le jour de la semaine, ou laissez-le de côté.
date-fault-too-far = Cette date est trop lointaine.
    .hint = Les dates vont de 1900 à 2200.
time-fault-empty = Il manque une heure.
    .hint = Par exemple 14h30, 9h ou 0930.
time-fault-unknown = Cette heure n’est pas comprise.
    .hint = Par exemple 14h30, 14:30, 9h ou 0930.
time-fault-impossible = Cette heure n’existe pas.
    .hint = Les heures vont de 0h00 à 23h59.

## Refus (une règle que l’acte enfreindrait)

## Cadre, menus, aide

## File active

## Famille

## Parcours

## Échéances et agenda

## Formulaires

## Échanges

## Réglages et antenne

## Ligne de commande

## Magasin, sauvegardes, contrôle

## Impact
