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

refusal-AntennaAlreadyFounded = Cette antenne existe déjà.
    .hint = Ouvrez ce magasin, ou créez l’antenne dans un autre dossier (--store).
refusal-AntennaNotFounded = Aucune antenne n’existe encore dans ce magasin.
    .hint = Créez-la d’abord avec jalon init.
refusal-CenterAlreadyKnown = La MDS { $center } est déjà dans la liste.
    .hint = Donnez un autre code, ou modifiez celle qui existe.
refusal-CenterUnknown = La MDS { $center } n’est pas dans la liste.
    .hint = Choisissez une MDS de la liste, ou ajoutez-la dans les réglages.
refusal-ReferentAlreadyKnown = Ce référent est déjà dans l’antenne.
    .hint = Choisissez-le dans la liste.
refusal-ReferentUnknown = Ce référent n’est pas dans l’antenne.
    .hint = Choisissez un référent de la liste.
refusal-ReferentNotThere = Ce référent n’est pas en poste le { $date }.
    .hint = Choisissez un référent en poste ce jour-là, ou une autre date.
refusal-ReferentAlreadyChanged = La famille a déjà un référent à partir du { $date }.
    .hint = Choisissez une date après le { $date }.
refusal-ReferentUnchanged = C’est déjà le référent de la famille.
    .hint = Choisissez un autre référent, ou laissez tel quel.
refusal-StandInIsReferent = Le référent de la famille ne peut pas se remplacer lui-même.
    .hint = Choisissez un autre agent.
refusal-StandInOverlaps = Un remplacement est déjà prévu sur une partie de cette période.
    .hint = Choisissez une période qui ne le chevauche pas.
refusal-ConventionMissing = Aucune convention n’est en vigueur à cette date.
    .hint = Enregistrez la convention de l’antenne dans les réglages.
refusal-ConventionDateTaken = Une version de la convention prend déjà effet le { $date }.
    .hint = Donnez à l’avenant une autre date d’effet.
refusal-FieldEmpty = Ce champ est vide.
    .hint = Remplissez-le : l’acte en a besoin.
refusal-TextTooLong = Ce texte est trop long : { $longest } caractères au plus.
    .hint = Raccourcissez-le, ou faites-en plusieurs notes.
refusal-NirIsNeverStored = Ce texte contient un numéro de sécurité sociale.
    .hint = Retirez-le : la famille se reconnaît à son matricule CAF, le NIR n’est jamais conservé.
refusal-MatriculeMalformed = Ce matricule n’a pas la forme d’un matricule CAF.
    .hint = Il compte 15 lettres ou chiffres au plus, sans autre signe.
refusal-MatriculeTaken = Ce matricule est déjà celui d’une autre famille.
    .hint = Ouvrez cette famille, ou corrigez le matricule.
refusal-DateInFuture = Le { $date } n’est pas encore venu.
    .hint = Donnez la date à laquelle cela a eu lieu, aujourd’hui au plus tard.
refusal-DateBefore = Le { $date } est trop tôt : pas avant le { $earliest }.
    .hint = Donnez une date à partir du { $earliest }.
refusal-DateImplausible = Le { $date } n’est pas vraisemblable.
    .hint = Vérifiez l’année.
refusal-PeriodReversed = La période finit le { $to }, avant de commencer le { $from }.
    .hint = Échangez les deux dates, ou corrigez l’une d’elles.
refusal-NothingChanges = Rien ne change.
    .hint = Modifiez un champ, ou fermez avec Échap.
refusal-FamilyUnknown = Cette famille n’est pas dans le magasin.
    .hint = Vérifiez le matricule.
refusal-FamilyAlreadyIncluded = Cette famille est déjà dans la file active.
    .hint = Ouvrez son dossier.
refusal-FamilyNotIncluded = Cette famille n’est pas dans la file active.
    .hint = Décidez d’abord de son inclusion.
refusal-FamilyNotIncludedOn = La famille n’était pas dans la file active le { $date }.
    .hint = Donnez une date entre son inclusion et sa sortie.
refusal-FamilyNotOut = Cette famille n’est pas sortie de la file active.
    .hint = Il n’y a ni sortie à corriger, ni dossier à rouvrir.
refusal-OrientationAlreadyPending = Une orientation de cette famille attend déjà une décision.
    .hint = Incluez la famille ou refusez l’orientation reçue.
refusal-NoOrientationPending = Aucune orientation de cette famille n’attend de décision.
    .hint = Enregistrez d’abord l’orientation de la MDS.
refusal-InclusionBeforeOrientation = L’inclusion du { $date } précède l’orientation du { $orientation }.
    .hint = Donnez une date à partir du { $orientation }.
refusal-ParentNotIsolated = Le parent n’est pas isolé.
    .hint = Refusez l’orientation avec ce motif, ou corrigez la situation.
refusal-BenefitNotMajorated = La famille ne perçoit pas le RSA majoré (code { $expected }).
    .hint = Refusez l’orientation avec ce motif, ou corrigez le code de la prestation.
refusal-NoChildUnderAge = Aucun enfant n’a moins de trois ans le { $date }.
    .hint = Vérifiez les dates de naissance ; une grossesse ne compte pas encore.
refusal-FollowedByDepartment = La famille est déjà suivie par le service social du Département.
    .hint = Refusez l’orientation avec ce motif, ou corrigez la situation.
refusal-CenterFull = La MDS occupe déjà { $taken } de ses { $places } places.
    .hint = Écrivez le motif du dépassement pour inclure tout de même ; il est conservé.
refusal-CaseloadFull = La file active compte déjà { $taken } familles pour { $places } places.
    .hint = Écrivez le motif du dépassement pour inclure tout de même ; il est conservé.
refusal-PossibleDuplicate = { $count ->
        [one] Une famille lui ressemble et peut être la même.
       *[other] { $count } familles lui ressemblent et peuvent être la même.
    }
    .hint = Comparez-les ; si ce sont d’autres personnes, écrivez-le comme motif.
refusal-ChildUnknown = Cet enfant n’est pas dans le dossier.
    .hint = Choisissez un enfant de la liste.
refusal-ChildAlreadyKnown = Un enfant du même prénom et de la même date de naissance est déjà dans le dossier.
    .hint = Vérifiez le prénom et la date ; pour des jumeaux, donnez deux prénoms.
refusal-ChildAlreadyDeparted = Le départ de cet enfant est déjà enregistré.
    .hint = Corrigez l’acte déjà enregistré s’il est faux.
refusal-PregnancyAlreadyDeclared = Une grossesse est déjà déclarée.
    .hint = Enregistrez d’abord sa fin.
refusal-NoPregnancyDeclared = Aucune grossesse n’est déclarée.
    .hint = Déclarez-la d’abord, ou ajoutez l’enfant.
refusal-ExpectedBirthTooFar = Une naissance attendue le { $expected_on } est trop lointaine.
    .hint = Vérifiez la date du terme.
refusal-EncounterUnknown = Cet entretien n’est pas dans le dossier.
    .hint = Choisissez-le dans le parcours.
refusal-EncounterWithoutStep = L’entretien ne dit pas quelles étapes il a traitées.
    .hint = Cochez au moins une des cinq étapes.
refusal-AppointmentInThePast = Le { $date } est déjà passé.
    .hint = Donnez une date à venir, ou enregistrez l’entretien comme tenu.
refusal-AppointmentAlreadyPlanned = Un rendez-vous est déjà pris le { $date } à cette heure.
    .hint = Choisissez une autre heure, ou modifiez celui qui existe.
refusal-AppointmentStillToCome = Le rendez-vous du { $date } n’a pas encore eu lieu.
    .hint = Attendez ce jour, ou annulez le rendez-vous.
refusal-AppointmentAlreadySettled = L’issue du rendez-vous du { $date } est déjà enregistrée.
    .hint = Annulez l’acte enregistré s’il est faux.
refusal-NoAppointment = Aucun rendez-vous n’est prévu.
    .hint = Enregistrez l’entretien comme non prévu.
refusal-ThemeUnknown = Le thème { $theme } n’est pas dans la convention.
    .hint = Choisissez un thème de la liste.
refusal-ThemeOnlyReported = La protection de l’enfance ne donne lieu qu’à un signalement.
    .hint = Retirez ce thème ; le signalement est le seul acte permis par la convention.
refusal-ThemeOnlyRedirected = L’hébergement d’urgence ne donne lieu qu’à un renvoi à la DDCS.
    .hint = Retirez ce thème ; le renvoi est le seul acte permis par la convention.
refusal-ItemOutsideThemes = Le sujet { $item } n’appartient à aucun des thèmes choisis.
    .hint = Ajoutez son thème, ou retirez ce sujet.
refusal-DraftAlreadyOpen = Un projet de contrat est déjà ouvert.
    .hint = Signez-le, modifiez-le ou abandonnez-le d’abord.
refusal-NoDraft = Aucun projet de contrat n’est ouvert.
    .hint = Préparez d’abord un contrat.
refusal-FirstContractAlreadySigned = La famille a déjà signé un premier contrat.
    .hint = Choisissez un renouvellement ou un avenant.
refusal-NoContractSigned = La famille n’a encore signé aucun contrat.
    .hint = Choisissez un premier contrat.
refusal-NoContractRuns = Aucun contrat ne court le { $date }.
    .hint = Un avenant commence pendant un contrat : changez la date, ou choisissez un renouvellement.
refusal-ContractUnknown = Ce contrat n’est pas dans le dossier.
    .hint = Choisissez-le dans le parcours.
refusal-DurationNotOffered = { $months } mois n’est pas une durée prévue par la convention.
    .hint = Choisissez une durée en mois parmi { $offered }.
refusal-ContractBeforeInclusion = Le contrat commencerait avant l’inclusion du { $included_on }.
    .hint = Donnez une date de début à partir du { $included_on }.
refusal-ContractWouldStartAfterThirdBirthday = Le contrat commencerait le { $starts }, après les trois ans du plus jeune enfant ({ $birthday }).
    .hint = Donnez une date de début au plus tard le { $birthday } ; un contrat déjà commencé va jusqu’à son terme.
refusal-ContractWithoutChild = Aucun enfant n’est au foyer le { $starts }.
    .hint = Enregistrez les enfants avec leur date de naissance, ou changez la date de début.
refusal-ContractsOverlap = Le contrat { $rank } court jusqu’au { $last_day } inclus.
    .hint = Commencez le lendemain, ou faites un avenant.
refusal-SignedAfterTerm = Le { $date } est après le terme du contrat ({ $term }).
    .hint = Donnez une date de signature au plus tard le { $term }, ou révisez le projet.
refusal-CommitmentMissing = { $party ->
        [beneficiary] Le contrat n’a aucun engagement du bénéficiaire.
        [referent] Le contrat n’a aucun engagement du référent.
        [department] Le contrat n’a aucun engagement du Département.
       *[partner] Le contrat n’a aucun engagement du partenaire.
    }
    .hint = Ajoutez-en un : les engagements sont réciproques.
refusal-AmendmentOnFirstDay = Le contrat à modifier commence lui aussi le { $date }.
    .hint = Faites commencer l’avenant au moins un jour plus tard.
refusal-ContractAlreadyEnded = Le contrat a pris fin le { $date }.
    .hint = Il n’y a plus rien à terminer.
refusal-EndOutsideContract = Le contrat court du { $starts } au { $term }.
    .hint = Donnez une date de fin dans cette période.
refusal-TermNotReached = Le terme du contrat est le { $term }.
    .hint = Donnez cette date, ou choisissez un autre motif de fin.
refusal-ReasonFollowsFromAnotherAct = Ce choix découle d’un autre acte.
    .hint = Faites cet acte (avenant, sortie ou renouvellement), ou choisissez autre chose ici.
refusal-CommitmentUnknown = Cet engagement n’est pas dans le dossier.
    .hint = Choisissez-le dans la liste du contrat.
refusal-CommitmentNotSigned = Le contrat de cet engagement n’est pas signé.
    .hint = Signez le contrat d’abord.
refusal-CommitmentAlreadySettled = L’issue de cet engagement est déjà enregistrée.
    .hint = Annulez l’acte enregistré s’il est faux.
refusal-ExitWithoutReason = La sortie n’a pas de motif.
    .hint = Choisissez au moins un des motifs de la convention.
refusal-ExitReasonUnknown = Le motif { $reason } n’est pas dans la convention.
    .hint = Choisissez un motif de la liste.
refusal-ExitOutcomeUnknown = L’issue { $outcome } n’est pas dans la convention.
    .hint = Choisissez une issue de la liste.
refusal-BenefitEndsAfterExit = Le RSA majoré prend fin le { $ended_on }, après la sortie.
    .hint = Donnez une date de sortie à partir du { $ended_on }, ou un autre motif.
refusal-NoContractEnded = Aucun contrat de cette période n’est arrivé à sa fin au { $date }.
    .hint = Choisissez un autre motif, ou la date de fin du contrat.
refusal-PanelAgreementMissing = L’accord de l’équipe pluridisciplinaire n’est pas enregistré.
    .hint = Saisissez l’équipe et enregistrez son accord avant cette sortie.
refusal-PanelRequestAfterExit = La demande de l’équipe pluridisciplinaire, du { $requested_on }, est après la sortie.
    .hint = Donnez une date de sortie à partir du { $requested_on }.
refusal-EncounterAfterExit = Un entretien est enregistré le { $date }, après cette sortie.
    .hint = Donnez une date de sortie à partir du { $date }, ou annulez cet entretien.
refusal-ChangedSince = Un acte du { $date } s’appuie sur celui-ci.
    .hint = Annulez d’abord l’acte plus récent.
refusal-AlreadyUndone = Cet acte est déjà annulé.
    .hint = Rétablissez-le si c’était une erreur.
refusal-NothingToUndo = Il n’y a rien à annuler.
    .hint = Choisissez un acte dans l’historique.
refusal-NothingToRedo = Il n’y a rien à rétablir.
    .hint = Choisissez un acte annulé dans l’historique.
refusal-NothingToHandOver = Aucun acte n’a été enregistré depuis le dernier lot.
    .hint = Il n’y a rien à transmettre aujourd’hui.
refusal-BundleUnknown = Le lot n° { $sequence } n’a pas été scellé par cette antenne.
    .hint = Vérifiez le numéro dans l’écran des échanges.
refusal-FileInTheWay = Un autre fichier porte déjà ce nom : { $path }.
    .hint = Déplacez-le ou choisissez un autre dossier ; il n’a pas été touché.

## Mots du domaine

status-oriented = orientée
status-included = dans la file active
status-out = sortie
status-refused = refusée
setting-caf-premises = dans les locaux de la CAF
    .short = CAF
setting-department-premises = dans les locaux du Département
    .short = Département
setting-home-visit = visite à domicile
    .short = domicile
setting-remote = téléphone ou visio
    .short = à distance
step-1 = Rappel de la prestation, des droits et devoirs
    .short = droits et devoirs
step-2 = Évaluation de la situation sociale et de l’accès aux droits
    .short = situation
step-3 = Repérage des problématiques et des freins
    .short = diagnostic
step-4 = Élaboration du contrat et des engagements réciproques
    .short = élaboration du contrat
step-5 = Suivi et évaluation du contrat
    .short = suivi du contrat
encounter-planned = rendez-vous prévu
    .short = prévu
encounter-unsettled = rendez-vous passé, sans suite notée
    .short = sans suite
encounter-held = entretien
encounter-missed = rendez-vous manqué
    .short = manqué
encounter-excused = absence excusée
    .short = excusé
encounter-cancelled = rendez-vous annulé
    .short = annulé
confidentiality-shareable = transmissible
confidentiality-panel-only = réservée à l’équipe pluridisciplinaire
confidentiality-private = privée, ne quitte pas l’antenne
contract-kind-first = premier contrat
contract-kind-renewal = renouvellement
contract-kind-amendment = avenant
contract-phase-draft = projet
contract-phase-signed = signé, pas commencé
contract-phase-running = en cours
contract-phase-review-due = en cours, bilan à faire
contract-phase-ended = terminé
party-beneficiary = bénéficiaire
party-referent = référent
party-department = Département
party-partner = partenaire
result-kept = tenu
result-partly-kept = tenu en partie
result-not-kept = non tenu
result-dropped = abandonné
result-carried-over = reporté au contrat suivant
result-open = en cours
end-reason-term = à son terme
end-reason-agreement = d’un commun accord
end-reason-breach = engagements non tenus
end-reason-amended = remplacé par un avenant
end-reason-exit = sortie de la file active
deadline-appointment = rendez-vous
    .short = rendez-vous
deadline-referent-missing = famille sans référent
    .short = sans référent
deadline-orientation-to-answer = orientation à traiter
    .short = orientation
deadline-first-meeting = premier entretien
    .short = 1er entretien
deadline-contract-to-sign = contrat à signer
    .short = contrat à signer
deadline-contract-review = bilan du contrat
    .short = bilan
deadline-contract-renewal = renouvellement du contrat
    .short = renouvellement
deadline-contract-end = fin du contrat
    .short = fin
deadline-commitment-due = engagement
    .short = engagement
deadline-panel-examination = examen en équipe pluridisciplinaire
    .short = EP
deadline-third-birthday = troisième anniversaire
    .short = 3 ans
deadline-silence = sans contact
    .short = sans contact
deadline-retention = fin de conservation du dossier
    .short = conservation
deadline-convention-notice = préavis de la convention
    .short = préavis
deadline-convention-report = bilan d’impact de la convention
    .short = bilan d’impact
deadline-convention-end = fin de la convention
    .short = fin de convention
source-practice = usage
event-antenna-founded = Antenne créée
event-center-added = MDS ajoutée
event-referent-added = Référent ajouté
event-referent-left = Départ d’un référent
event-convention-adopted = Convention adoptée
event-orientation-received = Orientation reçue
event-orientation-refused = Orientation refusée
event-family-included = Famille incluse
event-identity-recorded = Identité enregistrée
event-contact-recorded = Coordonnées enregistrées
event-situation-recorded = Situation enregistrée
event-child-added = Enfant ajouté
event-child-corrected = Enfant corrigé
event-child-departed = Départ d’un enfant
event-pregnancy-declared = Grossesse déclarée
event-pregnancy-ended = Fin de grossesse
event-referent-assigned = Référent désigné
event-stand-in-named = Remplaçant désigné
event-encounter-planned = Rendez-vous prévu
event-encounter-held = Entretien réalisé
event-encounter-missed = Rendez-vous manqué
event-encounter-cancelled = Rendez-vous annulé
event-shared-note-written = Note transmissible
event-panel-note-written = Note pour l’équipe pluridisciplinaire
event-private-note-written = Note privée
event-contract-drafted = Projet de contrat
event-contract-draft-revised = Projet de contrat modifié
event-contract-draft-dropped = Projet de contrat abandonné
event-contract-signed = Contrat signé
event-contract-reviewed = Bilan de contrat
event-contract-ended = Fin de contrat
event-commitment-settled = Engagement soldé
event-family-exited = Sortie de la file active
event-exit-corrected = Sortie corrigée
event-family-reopened = Dossier rouvert

## Cadre, menus, aide

## File active

## Famille

family-matricule = matricule { $number }
family-center = MDS { $name }
family-included-on = inclusion { $date }
family-out-on = sortie { $date }
family-oriented-on = orientée { $date }
family-referent = référent { $name }
family-stand-in = remplacé par { $name } jusqu’au { $until }
family-without-referent = sans référent
family-steps-done = étapes
family-landmark = { $years } ans le { $date } (majoration jusqu’au { $until })
family-landmark-short = { $years } ans le { $date }
family-landmark-passed = { $years } ans depuis le { $date } (majoration terminée le { $until })
family-deadlines = Échéances
family-contract-deadline = { $rule } (CER { $rank })
family-contract = Contrat
family-no-contract = Aucun contrat.
family-past-contracts = Contrats précédents
family-review = bilan du { $date } : { $summary }
family-household = Foyer
family-born-on = naiss. { $date }
family-departed-on = parti du foyer le { $date }
family-pregnancy = grossesse déclarée le { $declared }, naissance prévue le { $date }
family-pregnancy-ended = grossesse terminée le { $date }
family-encounters = Entretiens et rendez-vous
family-notes = Notes
family-steps = Étapes du cadre (art. 4)
family-situation = Situation
family-situation-date = connue au
family-isolated = parent isolé
family-benefit = prestation
family-followed = suivi Dépt
family-yes = oui
family-no = non
family-contact = Coordonnées
family-telephone = téléphone
family-email = courriel
family-address = adresse
family-language = langue
family-stays = File active : entrées et sorties
family-orientation = orientation du { $date } par la MDS { $center } ({ $document })
family-orientation-refused = refusée le { $date } : { $motive }
family-override = dérogation : { $motive }
family-exit = sortie { $date } · { $reasons } · { $outcome }
family-none = Aucune famille sous le curseur.

## Parcours

timeline-title = Parcours
timeline-zoom-month = mois
timeline-zoom-quarter = trimestre
timeline-zoom-year = année
timeline-row-contracts = CER
timeline-row-acts = act.
timeline-row-deadlines = éch.
timeline-row-landmarks = jal.
timeline-bar = CER { $rank }
timeline-bar-draft = CER { $rank } (projet)
timeline-months = { $count } mois
timeline-years = { $count } ans
timeline-reviewed = bilan fait
    .short = bilan fait
timeline-oriented = orientation
timeline-included = inclusion
timeline-exited = sortie
timeline-steps = { $count ->
        [one] étape { $steps }
       *[other] étapes { $steps }
    }
timeline-contract-span = du { $from } au { $to }, { $months } mois
timeline-contract-signed = signé le { $date }, { $place }
timeline-open-commitments = { $count ->
        [0] {""}
        [one] 1 engagement en cours
       *[other] { $count } engagements en cours
    }
timeline-majoration-ends = majoration jusqu’au { $date }
timeline-from = possible à partir du { $date }
timeline-empty = Rien sur le parcours : il commence avec l’orientation.

## Échéances et agenda

## Formulaires

said-act = ✓ { $act } : enregistré.
said-undone = ✓ Acte annulé. Maj+U le rétablit.
said-redone = ✓ Acte rétabli.
said-nothing-to-undo = Il n’y a pas d’acte à annuler pour cette famille.
said-nothing-to-redo = Il n’y a pas d’acte à rétablir pour cette famille.
said-drafts = { $count ->
    [one] Un formulaire est resté inachevé : rouvrez-le, sa saisie y est encore.
   *[other] { $count } formulaires sont restés inachevés : rouvrez-les, leur saisie y est encore.
}
popup-not-done = Rien n’a été enregistré
months = { $months } mois
sign-what = Contrat n° { $rank }, { $months } mois, du { $starts } au { $last } inclus.
sign-composition = Composition figée à la signature : { $adult } ; enfants : { $children }.

## Échanges

exchange-too-large = Ce fichier dépasse la taille d’un lot (32 Mio).
    .hint = Vérifiez que c’est bien un lot ; demandez à l’expéditeur de le renvoyer.
exchange-not-an-envelope = Ce fichier n’est pas un lot, ou il a été modifié.
    .hint = Demandez à l’expéditeur de le renvoyer tel quel, sans l’ouvrir dans un éditeur.
exchange-other-payload-type = Ce fichier est signé, mais ce n’est pas un lot destiné à cet usage.
    .hint = Vérifiez que vous avez choisi le bon fichier.
exchange-not-canonical = Ce fichier a été réécrit après la signature.
    .hint = Demandez à l’expéditeur de le renvoyer tel quel.
exchange-bad-signature = La signature ne correspond pas : le fichier a été modifié après la signature.
    .hint = N’en tenez aucun compte et demandez à l’expéditeur de le renvoyer.
exchange-other-key = Ce lot est signé par une autre clé que celle que vous avez indiquée.
    .hint = Vérifiez l’expéditeur et le fichier de clé.
exchange-not-a-key = Ce fichier n’est pas une clé publique Ed25519.
    .hint = Demandez à l’expéditeur son fichier de clé (« BEGIN PUBLIC KEY »).
exchange-too-deep = Le contenu du lot est imbriqué au-delà de ce qui est permis.
    .hint = Ce n’est pas un lot de ce programme ; demandez à l’expéditeur de le renvoyer.
exchange-not-a-bundle = Le contenu n’est pas celui d’un lot (ligne { $line }, colonne { $column }).
    .hint = Demandez à l’expéditeur de le renvoyer.
exchange-payload-not-canonical = Le contenu du lot n’est pas écrit sous la forme prévue.
    .hint = Il ne vient pas de ce programme ; demandez à l’expéditeur de le renvoyer.
exchange-newer-bundle = Ce lot demande une version plus récente du programme (format { $needed }, celui-ci lit le format { $known }).
    .hint = Mettez le programme à jour, puis recommencez.
exchange-number-too-large = Un nombre du lot dépasse ce qui est permis.
    .hint = Ce n’est pas un lot de ce programme ; demandez à l’expéditeur de le renvoyer.
exchange-unknown-extension = Ce lot contient « { $name } », que cette version doit comprendre et ne comprend pas.
    .hint = Mettez le programme à jour, puis recommencez.
exchange-kind-not-read = Cette version ne lit pas encore les lots de type « { $kind } ».
    .hint = Mettez le programme à jour, puis recommencez.
exchange-device-mismatch = Le lot n’est pas signé par l’appareil qu’il annonce.
    .hint = N’en tenez aucun compte et prévenez l’expéditeur.
exchange-entry-altered = L’entrée { $number } du journal ne correspond pas à son empreinte.
    .hint = N’en tenez aucun compte et prévenez l’expéditeur.
exchange-entries-out-of-order = Les entrées du journal ne se suivent pas (entrée { $number }).
    .hint = N’en tenez aucun compte et prévenez l’expéditeur.
exchange-heads-mismatch = Le lot n’annonce pas les entrées qu’il contient.
    .hint = N’en tenez aucun compte et prévenez l’expéditeur.
exchange-entry-unreadable = L’entrée { $number } du journal contient un événement illisible.
    .hint = N’en tenez pas compte et prévenez l’expéditeur.
exchange-record-discloses = Un dossier du lot contient ce qui ne doit pas quitter l’antenne.
    .hint = Ne transmettez pas ce fichier et prévenez l’expéditeur.
exchange-disclosure-mismatch = L’entrée { $number } contient ce qui ne doit pas quitter l’antenne.
    .hint = Ne transmettez pas ce fichier et prévenez l’expéditeur.
exchange-not-next = Ce n’est pas le lot attendu : n° { $found } au lieu du n° { $expected }.
    .hint = Demandez à l’expéditeur les lots manquants.
exchange-not-linked = Ce lot ne fait pas suite au précédent.
    .hint = Prévenez l’expéditeur : sa suite de lots a peut-être été restaurée.
exchange-unreadable = Un événement du journal ne peut pas être lu.
    .hint = Lancez « jalon check », puis restaurez une sauvegarde si besoin.

## Réglages et antenne

## Ligne de commande

## Magasin, sauvegardes, contrôle

store-wrong-passphrase = Cette phrase de passe n’ouvre pas la base.
    .hint = Vérifiez le nom choisi, la touche Maj et la disposition du clavier, puis recommencez. Phrase oubliée : un collègue ou la fiche de secours peut la remplacer.
store-wrong-recovery-code = Ce code de secours n’ouvre pas cette base.
    .hint = Il a pu être remplacé depuis, ou appartenir à une autre base : cherchez la fiche la plus récente.
store-mistyped-recovery-code = Le code de secours contient une faute de frappe.
    .hint = Il compte 32 signes en huit groupes de quatre ; les tirets, les espaces et les majuscules n’ont pas d’importance.
store-passphrase-too-short = Cette phrase de passe est trop courte.
    .hint = Il faut au moins { $minimum } caractères. Une phrase entière se retient mieux et protège mieux qu’un mot compliqué.
store-no-such-slot = Personne de ce nom n’a d’accès à cette base.
    .hint = Choisissez un nom de la liste, ou demandez à un collègue d’ajouter cet accès.
store-slot-name-taken = Un accès porte déjà ce nom.
    .hint = Choisissez un autre nom court, par exemple avec une initiale de plus.
store-last-referent-slot = C’est le dernier accès d’un référent : il ne peut pas être retiré.
    .hint = Ajoutez d’abord l’accès d’un autre référent.
store-no-referent-slot = Une base a besoin d’au moins un référent.
    .hint = Donnez le nom et la phrase de passe d’un référent.
store-weak-key-derivation = Le fichier des clés demande une protection trop faible ; il a été refusé.
    .hint = Il en faut au moins { $floor } Mio. Si personne n’a changé ce réglage, le fichier a pu être altéré : reprenez le fichier keys.json placé à côté d’une sauvegarde.
store-excessive-key-derivation = Le fichier des clés demande un calcul démesuré ; il a été refusé.
    .hint = La limite est de { $ceiling } Mio et { $passes } passes. Le fichier a pu être altéré : reprenez le fichier keys.json placé à côté d’une sauvegarde.
store-not-enough-memory = Il n’y a pas assez de mémoire libre pour ouvrir la base.
    .hint = Fermez d’autres programmes, puis recommencez.
store-keys-unreadable = Le fichier des clés { $path } est illisible.
    .hint = Reprenez le fichier keys.json placé à côté d’une sauvegarde ; sans lui, rien ne peut être ouvert.
store-not-a-store = Il n’y a pas de base d’antenne dans { $path }.
    .hint = Vérifiez le chemin donné avec --store, ou créez une base avec « jalon init ».
store-already-a-store = Il y a déjà une base d’antenne dans { $path }.
    .hint = Ouvrez-la, ou choisissez un autre répertoire avec --store.
store-newer-store = Cette base a été écrite par une version plus récente du programme.
    .hint = Rien n’a été modifié. Mettez le programme à jour (format { $found }, cette version connaît { $known }).
store-wrong-key = { $path } ne s’ouvre pas avec la clé de cette base.
    .hint = Le fichier vient d’une autre base, ou son début est abîmé. Remettez le bon fichier, ou restaurez une sauvegarde avec « jalon restore ».
store-corrupted = { $path } est abîmé.
    .hint = N’y enregistrez plus rien. Restaurez la dernière sauvegarde avec « jalon restore » ; le fichier abîmé sera gardé à part.
store-rolled-back = Cette base est plus ancienne que ce qui y avait été enregistré.
    .hint = Un ancien fichier a été remis en place, ou la fin du journal manque. La base est ouverte en lecture seule. Cherchez le fichier le plus récent, ou restaurez une sauvegarde avec « jalon restore ».
store-disk-full = Le disque est plein : rien n’a été enregistré.
    .hint = Libérez de la place, puis recommencez ; ce qui était déjà enregistré est intact.
store-read-only = { $path } ne peut pas être modifié : rien n’a été enregistré.
    .hint = Vérifiez les droits du répertoire et que le disque n’est pas protégé en écriture.
store-network-share = { $path } est sur un partage réseau ({ $kind }).
    .hint = Deux machines pourraient y écrire à la fois et abîmer la base. Placez-la sur le disque de cette machine ; les sauvegardes, elles, peuvent être copiées sur le réseau.
store-busy = Un autre programme utilise cette base.
    .hint = Fermez l’autre fenêtre de jalon, ou attendez qu’elle ait fini, puis recommencez.
store-unreachable = { $path } ne peut être ni lu ni écrit ({ $kind }).
    .hint = Vérifiez que le disque est branché et que le répertoire existe.
store-old-sqlite = Le moteur de base de données de ce programme est trop ancien ({ $found }).
    .hint = Installez la version complète du programme.
store-setting-refused = Un réglage de sûreté de la base n’a pas pu être fait ({ $name }).
    .hint = Rien n’a été modifié. Signalez cette ligne à la personne qui tient le programme.
store-backup-damaged = La sauvegarde { $path } est abîmée ou incomplète.
    .hint = Elle n’a pas été utilisée. Essayez la précédente ; « jalon check » vérifie la base elle-même.
store-unreadable = Une ligne enregistrée ne peut pas être relue.
    .hint = Lancez « jalon check », puis « jalon rebuild » ; si cela reste, restaurez une sauvegarde.
store-not-next = Une ligne du journal ne suit pas la précédente (numéro { $number }) : elle a été refusée.
    .hint = Rien n’a été enregistré. Fermez et rouvrez le programme, puis recommencez.
store-chain-broken = Le journal a été altéré (ligne { $number }).
    .hint = N’y enregistrez plus rien. Restaurez la dernière sauvegarde avec « jalon restore » ; la base altérée sera gardée à part.
store-views-differ = Les listes ne correspondent plus au journal ({ $table }).
    .hint = Rien n’est perdu : « jalon rebuild » les refait à partir du journal.
store-journal-is-append-only = Le journal ne se réécrit pas.
    .hint = Rien n’a été modifié. Corrigez par un nouvel acte, ou annulez l’acte.
store-refused = La base a refusé l’opération (code { $code }).
    .hint = Rien n’a été enregistré. Lancez « jalon check » ; si cela se répète, signalez ce code.

## Impact
