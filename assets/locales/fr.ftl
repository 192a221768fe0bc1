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

lock-title = jalon
lock-intro = Cette base est verrouillée. Choisissez votre nom, puis donnez votre phrase de passe.
lock-demonstration = Antenne inventée : elle n’a pas de phrase de passe. { $key } l’ouvre.
lock-referent = Référent
lock-passphrase = Phrase de passe
lock-recovery-code = Code de secours
lock-recovery-intro = Le code de secours est sur la fiche remise à la création de la base. Espaces et majuscules n’importent pas.
lock-opening = Déverrouillage…
lock-wait = Nouvel essai possible dans { $seconds } s.
lock-empty = Rien n’est tapé.
lock-offline = Tout reste sur cette machine : aucun réseau n’est utilisé.
lock-left = jalon s’est verrouillé : rien n’est gardé en mémoire.
action-open = ouvrir
    .help = Ouvre ou choisit ce qui est sous le curseur ; replie une rubrique du dossier sur son titre.
action-quit = quitter
    .help = Quitte jalon ; le brouillon ouvert est gardé.
action-choose = choisir
    .help = Choisit ce qui est sous le curseur.
action-cancel = fermer
    .help = Ferme sans rien enregistrer.
action-change-referent-slot = autre référent
    .help = Choisit qui déverrouille.
action-use-recovery-code = code de secours
    .help = Déverrouille par le code de la fiche, ou revient à la phrase de passe.
key-up = ↑
key-down = ↓
key-left = ←
key-right = →
key-enter = Entrée
key-esc = Échap
key-tab = Tab
key-space = Espace
key-comma = ,
key-backspace = Retour
key-delete = Suppr
key-insert = Inser
key-home = Début
key-end = Fin
key-page-up = Page↑
key-page-down = Page↓
key-ctrl = Ctrl
key-alt = Alt
key-shift = Maj
frame-too-small = Le terminal fait { $width } colonnes sur { $height } lignes : il en faut au moins { $least-width } sur { $least-height }.
    .hint = Agrandissez la fenêtre ou réduisez la taille des lettres (Ctrl+-).
crash-sentence = jalon s’est arrêté sur une erreur du programme. Ce qui était enregistré l’est toujours, et le brouillon en cours sera proposé à la prochaine ouverture. Aucun rapport n’a été écrit ni envoyé.
terminal-not-a-terminal = jalon a besoin d’un terminal : le clavier ou l’écran est un fichier ou un tube.
    .hint = Lancez-le dans une fenêtre de terminal, ou prenez une commande sans écran (jalon --help).
terminal-io = Le terminal ne répond pas.
    .hint = Ouvrez une autre fenêtre de terminal et relancez jalon.

## Saisie libre des dates et des heures

date-fault-empty = Il manque une date.
    .hint = Par exemple 12/3, hier, +7j ou lundi.
date-fault-unknown = Cette date n’est pas comprise.
    .hint = Par exemple 12/3, 12/03/2026, 12 mars, hier, +7j ou lundi.
date-fault-impossible = Ce jour n’existe pas.
    .hint = Vérifiez le jour et le mois ; le 29 février n’existe que les années bissextiles.
date-fault-other-weekday = Cette date tombe un autre jour de la semaine.
    .hint = Corrigez le jour de la semaine, ou laissez-le de côté.
date-fault-too-far = Cette date est trop lointaine.
    .hint = Vérifiez l’année : une date va de 1900 à vingt ans d’ici.
time-fault-empty = Il manque une heure.
    .hint = Par exemple 14h30, 9h ou 0930.
time-fault-unknown = Cette heure n’est pas comprise.
    .hint = Par exemple 14h30, 14:30, 9h ou 0930.
time-fault-impossible = Cette heure n’existe pas.
    .hint = Les heures vont de 0h00 à 23h59.

## Refus (une règle que l’acte enfreindrait)

refusal-AntennaAlreadyFounded = L’antenne est déjà créée ici.
    .hint = Ouvrez-la telle qu’elle est, ou créez l’autre antenne dans un autre répertoire (--store).
refusal-AntennaNotFounded = L’antenne n’est pas encore créée.
    .hint = Commencez par « jalon init » : il demande l’antenne, ses référents et la convention.
refusal-CenterAlreadyKnown = La MDS « { $center } » est déjà enregistrée.
    .hint = Choisissez un autre code, ou gardez celle qui existe.
refusal-CenterNameTaken = Une MDS s’appelle déjà « { $center } ».
    .hint = Donnez un autre nom, ou gardez celle qui existe.
refusal-CodeMalformed = Le code « { $code } » n’a pas la forme attendue.
    .hint = Un code s’écrit en minuscules sans accent, avec des chiffres et des tirets.
refusal-CenterUnknown = Aucune MDS ne porte le code « { $center } ».
    .hint = Choisissez une MDS de la liste, ou ajoutez-la d’abord à l’antenne.
refusal-CenterIsClosed = La MDS « { $center } » n’oriente plus personne depuis le { $from }.
    .hint = Choisissez une autre MDS, ou corrigez la date de fermeture dans les réglages.
refusal-CommuneOfAnotherCenter = La commune « { $commune } » est déjà du territoire de la MDS { $center }.
    .hint = Une commune n’a qu’une MDS : retirez-la d’abord de l’autre.
refusal-PlacesImplausible = Ce nombre de places n’est pas vraisemblable.
    .hint = Donnez un nombre de { $least } à { $most }, ou laissez vide : la convention décide alors.
refusal-ReferentLeftBefore = Ce référent a quitté l’antenne le { $left_on }, avant ce premier jour.
    .hint = Donnez un premier jour plus tôt, ou corrigez d’abord la date de départ.
refusal-ReferentAlreadyKnown = Ce référent est déjà enregistré dans l’antenne.
    .hint = Gardez celui qui existe.
refusal-ReferentUnknown = Ce référent n’est pas connu de l’antenne.
    .hint = Choisissez un référent de la liste, ou ajoutez-le d’abord (jalon referent add).
refusal-ReferentFollowsNobody = Cette personne est en appui : aucune famille ne lui est confiée.
    .hint = Choisissez un référent, ou changez son rôle dans les réglages.
refusal-ReferentStillFollows = { $families ->
        [one] Une famille est encore suivie par cette personne.
       *[other] { $families } familles sont encore suivies par cette personne.
    }
    .hint = Changez d’abord leur référent, puis son rôle.
refusal-ReferentNotThere = Ce référent ne travaille pas à l’antenne le { $date }.
    .hint = Choisissez un référent présent ce jour-là, ou corrigez la date.
refusal-ReferentAlreadyChanged = La famille a déjà changé de référent à partir du { $date }.
    .hint = Donnez une date après le { $date }, ou annulez d’abord ce changement dans l’historique.
refusal-ReferentUnchanged = Ce référent est déjà celui de la famille.
    .hint = Choisissez un autre référent, ou fermez le formulaire : il n’y a rien à changer.
refusal-StandInIsReferent = Le remplaçant choisi est le référent de la famille.
    .hint = Choisissez un autre agent pour la période d’absence.
refusal-StandInOverlaps = Un autre remplaçant est déjà nommé pour une partie de cette période.
    .hint = Donnez des dates qui ne se chevauchent pas.
refusal-ConventionMissing = L’antenne n’a pas de convention.
    .hint = Adoptez-en une d’abord : « jalon init » propose celle de Seine-et-Marne.
refusal-ConventionTextMissing = Un texte manque à la convention : « { $part } ».
    .hint = Complétez ce texte, dans les deux langues quand c’est un libellé.
refusal-ConventionNumberImplausible = Le nombre « { $part } » de la convention n’est pas vraisemblable.
    .hint = Donnez un nombre de { $least } à { $most }.
refusal-ConventionListEmpty = La liste « { $part } » de la convention est vide.
    .hint = Gardez au moins une ligne.
refusal-ConventionCodeTwice = Le code « { $code } » est deux fois dans la convention.
    .hint = Chaque ligne a son propre code, tiré de son premier libellé : donnez-lui un autre libellé.
refusal-ConventionCodeInUse = Le code « { $code } » manque à cette version, alors que { $files ->
        [one] { $files } dossier en cours l’emploie
       *[other] { $files } dossiers en cours l’emploient
    }.
    .hint = Gardez ce code, ou terminez d’abord ces contrats, demandes et aides.
refusal-ConventionDateTaken = Une version de la convention prend déjà effet le { $date }.
    .hint = Donnez à l’avenant une autre date d’effet.
refusal-ConventionWouldBeOver = La convention finirait le { $ends }, avant de prendre effet le { $from }.
    .hint = Repoussez la fin de la période, ou avancez la date d’effet.
refusal-FieldEmpty = Il manque { field-in-a-sentence }.
    .hint = Remplissez ce champ, puis validez de nouveau.
refusal-TextTooLong = Le texte est trop long : { field-in-a-sentence } ne peut pas dépasser { $longest } caractères.
    .hint = Raccourcissez-le, ou répartissez-le en plusieurs notes.
refusal-NirIsNeverStored = Un numéro de sécurité sociale se trouve dans { field-in-a-sentence } : il n’est jamais enregistré.
    .hint = Effacez ce numéro ; la famille se reconnaît à son matricule CAF.
refusal-TelephoneWithoutDigit = Ce téléphone ne contient aucun chiffre.
    .hint = Écrivez le numéro, ou laissez le champ vide.
refusal-MatriculeMalformed = Ce matricule n’a pas la forme attendue.
    .hint = Un matricule CAF a 15 lettres ou chiffres au plus, sans accent ni ponctuation.
refusal-MatriculeTaken = Ce matricule est déjà celui d’une autre famille.
    .hint = Vérifiez le numéro ; si c’est la même famille, ouvrez son dossier et enregistrez l’orientation là.
refusal-DateInFuture = Le { $date } n’est pas encore venu.
    .hint = Donnez la date à laquelle cela s’est passé, aujourd’hui au plus tard.
refusal-DateBefore = Le { $date } est trop tôt : la date ne peut pas précéder le { $earliest }.
    .hint = Donnez une date à partir du { $earliest }.
refusal-DateImplausible = Le { $date } ne peut pas être la bonne date.
    .hint = Vérifiez l’année.
refusal-PeriodTooLong = La période dépasse { $years } ans.
    .hint = Vérifiez les années des deux dates.
refusal-PeriodReversed = La période finit le { $to }, avant de commencer le { $from }.
    .hint = Échangez ou corrigez les deux dates.
refusal-NothingChanges = Rien n’a changé.
    .hint = Modifiez un champ, ou fermez le formulaire.
refusal-FamilyUnknown = Cette famille n’est pas dans les dossiers de l’antenne.
    .hint = Vérifiez le matricule, ou enregistrez d’abord son orientation.
refusal-FamilyAlreadyIncluded = La famille est déjà dans la file active.
    .hint = Ouvrez son dossier : il n’y a pas d’orientation à traiter.
refusal-FamilyNotIncluded = La famille n’est pas dans la file active.
    .hint = Incluez-la d’abord à partir d’une orientation, ou rouvrez son dossier si elle en est sortie.
refusal-FamilyNotIncludedOn = La famille n’était pas dans la file active le { $date }.
    .hint = Donnez une date entre l’inclusion et la sortie, ces deux jours compris.
refusal-FamilyNotOut = La famille n’est pas sortie de la file active.
    .hint = Il n’y a pas de sortie à corriger, ni de dossier à rouvrir, à archiver ou à effacer.
refusal-OrientationAlreadyPending = Une orientation de cette famille attend déjà sa réponse.
    .hint = Incluez la famille ou refusez cette orientation avant d’aller plus loin.
refusal-OrientationAlreadyReceived = Cette orientation a déjà été reçue.
    .hint = Il n’y a rien à faire : sa famille est déjà dans la liste.
refusal-NoOrientationPending = Aucune orientation de cette famille n’attend de réponse.
    .hint = Enregistrez d’abord l’orientation envoyée par la MDS.
refusal-InclusionBeforeOrientation = L’inclusion, le { $date }, précéderait l’orientation reçue le { $orientation }.
    .hint = Donnez une date d’inclusion à partir du { $orientation }.
refusal-ParentNotIsolated = Le parent n’est pas connu comme isolé.
    .hint = Si sa situation a changé, mettez-la à jour ; sinon refusez l’orientation avec son motif.
refusal-BenefitNotMajorated = La famille ne perçoit pas le RSA majoré (code { $expected }).
    .hint = Vérifiez le code de la prestation dans la situation ; sinon refusez l’orientation avec son motif.
refusal-NoChildUnderAge = Aucun enfant du foyer n’a moins de { $years } ans le { $date } ; une grossesse ne compte pas.
    .hint = Vérifiez les dates de naissance ; sinon refusez l’orientation avec son motif.
refusal-FollowedByDepartment = Le service social du Département suit déjà la famille.
    .hint = Si ce suivi a cessé, mettez la situation à jour ; sinon refusez l’orientation avec son motif.
refusal-CenterFull = Toutes les places de cette MDS sont prises : { $taken } sur { $places }.
    .hint = Attendez une sortie, ou écrivez le motif du dépassement : il sera conservé.
refusal-CaseloadFull = Toutes les places de la file active sont prises : { $taken } sur { $places }.
    .hint = Attendez une sortie, ou écrivez le motif du dépassement : il sera conservé.
refusal-CenterPlaceTaken = La place de la famille a été reprise : toutes celles de cette MDS sont occupées, { $taken } sur { $places }.
    .hint = Attendez une sortie, ou enregistrez une nouvelle orientation : son inclusion peut dépasser les places, avec un motif.
refusal-CaseloadPlaceTaken = La place de la famille a été reprise : toutes celles de la file active sont occupées, { $taken } sur { $places }.
    .hint = Attendez une sortie, ou enregistrez une nouvelle orientation : son inclusion peut dépasser les places, avec un motif.
refusal-PossibleDuplicate = { $count ->
        [one] Une famille déjà connue a un nom proche et la même date de naissance.
       *[other] { $count } familles déjà connues ont un nom proche et la même date de naissance.
    }
    .hint = Comparez les dossiers ; si ce n’est pas la même famille, écrivez pourquoi dans le motif : il sera conservé.
refusal-ChildUnknown = Cet enfant n’est pas dans le dossier de la famille.
    .hint = Choisissez un enfant de la liste, ou ajoutez-le d’abord.
refusal-ChildAlreadyKnown = Un enfant de ce prénom et de cette date de naissance est déjà dans le dossier.
    .hint = Corrigez l’enfant déjà enregistré au lieu de l’ajouter ; des jumeaux ont deux prénoms.
refusal-ChildBornBeforeParent = L’enfant, du { $child }, serait né avant son parent, du { $parent }.
    .hint = Vérifiez les deux dates de naissance : l’une a sans doute une autre année.
refusal-ParentTooYoung = L’enfant, du { $child }, serait né avant les { $years } ans de son parent, du { $parent }.
    .hint = Vérifiez les deux dates de naissance : l’une a sans doute une autre année.
refusal-ChildDepartedBeforeBirth = Cet enfant a quitté le foyer le { $departed_on }, avant la naissance donnée.
    .hint = Donnez une date de naissance jusqu’au { $departed_on }, ou annulez d’abord son départ dans l’historique.
refusal-ChildAlreadyDeparted = Le départ de cet enfant est déjà enregistré.
    .hint = Pour le corriger, annulez d’abord ce départ dans l’historique.
refusal-PregnancyAlreadyDeclared = Une grossesse est déjà déclarée.
    .hint = Enregistrez d’abord la fin de celle-ci.
refusal-NoPregnancyDeclared = Aucune grossesse en cours n’est déclarée.
    .hint = Déclarez d’abord la grossesse, ou ajoutez directement l’enfant.
refusal-ExpectedBirthTooFar = La naissance ne peut pas être attendue pour le { $expected_on }.
    .hint = Vérifiez l’année : une grossesse déclarée prend fin dans les dix mois.
refusal-EncounterUnknown = Cet entretien n’est pas dans le dossier de la famille.
    .hint = Choisissez un entretien ou un rendez-vous de la liste.
refusal-EncounterWithoutStep = L’entretien ne dit pas quelle étape il a traitée.
    .hint = Cochez au moins une des cinq étapes de l’article 4.
refusal-AppointmentInThePast = Un rendez-vous ne peut pas être prévu le { $date }, qui est passé.
    .hint = Donnez une date à venir ; si l’entretien a eu lieu, enregistrez-le comme réalisé.
refusal-AppointmentAlreadyPlanned = Un rendez-vous est déjà prévu le { $date } à la même heure.
    .hint = Choisissez une autre heure, ou gardez le rendez-vous qui existe.
refusal-AppointmentStillToCome = Le rendez-vous du { $date } n’a pas encore eu lieu.
    .hint = Attendez ce jour pour dire qu’il est manqué, ou annulez le rendez-vous.
refusal-AppointmentAlreadySettled = Ce rendez-vous, daté du { $date }, a déjà sa suite.
    .hint = Pour la changer, annulez-la d’abord dans l’historique.
refusal-NoAppointment = Aucun rendez-vous d’aujourd’hui ou d’avant n’attend de suite.
    .hint = Prévoyez un rendez-vous, ou enregistrez directement l’entretien réalisé.
refusal-ThemeUnknown = Le thème « { $theme } » n’est pas dans la convention.
    .hint = Choisissez parmi les thèmes de l’article 5.
refusal-ThemeOnlyReported = En protection de l’enfance, l’agent se limite au signalement : ce thème ne se travaille ni en entretien ni dans un contrat.
    .hint = Retirez ce thème ; signalez la situation selon la procédure de l’antenne.
refusal-ThemeOnlyRedirected = En hébergement d’urgence, l’agent renvoie vers la DDCS : ce thème ne se travaille ni en entretien ni dans un contrat.
    .hint = Retirez ce thème ; orientez la famille vers la DDCS.
refusal-ItemOutsideThemes = L’élément « { $item } » n’appartient à aucun des thèmes choisis.
    .hint = Ajoutez son thème, ou retirez l’élément.
refusal-DraftAlreadyOpen = Un projet de contrat est déjà ouvert.
    .hint = Reprenez-le et modifiez-le, ou abandonnez-le d’abord.
refusal-NoDraft = Aucun projet de contrat n’est ouvert.
    .hint = Préparez d’abord le contrat.
refusal-FirstContractAlreadySigned = Un premier contrat est déjà signé.
    .hint = Choisissez un renouvellement ou un avenant.
refusal-NoContractSigned = Aucun contrat n’est signé.
    .hint = Commencez par préparer et signer le premier contrat.
refusal-NoContractRuns = Aucun contrat n’est en cours le { $date }.
    .hint = Un avenant commence pendant le contrat qu’il modifie : changez la date, ou choisissez un renouvellement.
refusal-ContractUnknown = Ce contrat n’est pas dans le dossier de la famille.
    .hint = Choisissez un contrat de la liste.
refusal-DurationNotOffered = La convention ne prévoit pas de contrat de { $months } mois.
    .hint = Choisissez une de ces durées : { $offered } mois.
refusal-ContractBeforeInclusion = Le contrat commencerait avant l’inclusion du { $included_on }.
    .hint = Faites-le commencer le { $included_on } au plus tôt.
refusal-ContractWouldStartAfterThirdBirthday = Le contrat commencerait le { $starts }, après les trois ans du plus jeune enfant ({ $birthday }).
    .hint = Signé ce jour-là au plus tard, il va jusqu’à son terme. Ensuite, aucun contrat ne peut plus commencer : préparez la sortie.
refusal-ContractWithoutChild = Aucun enfant de l’âge que vise la convention ne vit au foyer le { $starts }.
    .hint = Vérifiez les enfants du dossier avant de préparer le contrat.
refusal-ContractsOverlap = Le contrat n° { $rank } court jusqu’au { $last_day } : deux contrats ne peuvent pas courir le même jour.
    .hint = Faites-le commencer après le { $last_day }, finir avant ce contrat, ou choisissez un avenant à celui-ci.
refusal-SignedAfterThirdBirthday = Le contrat ne peut pas être signé le { $date }, après les trois ans du plus jeune enfant ({ $birthday }).
    .hint = Seul un contrat signé ce jour-là au plus tard va jusqu’à son terme. S’il l’a été, donnez la date de sa signature ; sinon, préparez la sortie.
refusal-SignedAfterTerm = Le contrat ne peut pas être signé le { $date }, après son terme du { $term }.
    .hint = Corrigez la date de signature, ou changez le début et la durée du projet.
refusal-CommitmentMissing = { $party ->
        [beneficiary] Le contrat ne porte aucun engagement du bénéficiaire.
       *[other] Le contrat ne porte aucun engagement du référent, du Département ou d’un partenaire.
    }
    .hint = Un contrat engage les deux côtés : ajoutez l’engagement qui manque au projet, puis signez.
refusal-AmendmentOnFirstDay = L’avenant commencerait le { $date }, le premier jour du contrat qu’il modifie.
    .hint = Faites-le commencer un jour plus tard au moins.
refusal-ContractAlreadyEnded = La fin de ce contrat est déjà enregistrée, au { $date }.
    .hint = Pour la changer, annulez d’abord dans l’historique l’acte qui l’a fixée.
refusal-EndOutsideContract = La fin doit tomber pendant le contrat, du { $starts } au { $term }.
    .hint = Donnez une date entre ces deux jours, compris.
refusal-TermNotReached = Le terme du contrat est le { $term } : une autre date n’est pas son terme.
    .hint = Donnez le { $term } une fois ce jour venu, ou choisissez un autre motif de fin.
refusal-ReasonFollowsFromAnotherAct = { $field ->
        [result] Le report d’un engagement
       *[other] Ce motif de fin
    } ne se choisit pas : il découle d’un autre acte.
    .hint = Choisissez une autre réponse ; signer un renouvellement ou un avenant, ou enregistrer la sortie, fait le reste.
refusal-NoCommitmentOpen = Aucun engagement n’attend d’être évalué.
    .hint = Un engagement s’évalue une fois, après la signature de son contrat.
refusal-CommitmentUnknown = Cet engagement n’est pas dans les contrats de la famille.
    .hint = Choisissez un engagement de la liste.
refusal-CommitmentNotSigned = Cet engagement est dans un projet qui n’est pas signé.
    .hint = Signez d’abord le contrat.
refusal-CommitmentAlreadySettled = Cet engagement a déjà son résultat.
    .hint = Pour le changer, annulez-le d’abord dans l’historique.
refusal-CarriedCommitmentNotOpen = Un des engagements à reporter n’est plus ouvert, ou il est repris deux fois.
    .hint = Retirez cette ligne : seul un engagement sans résultat se reporte, une seule fois.
refusal-CommitmentDueBeforeContract = L’engagement serait à tenir le { $due }, avant que le contrat l’engage.
    .hint = Donnez-lui une échéance à partir du { $from }, ou laissez-la vide.
refusal-ExitWithoutReason = La sortie n’a pas de motif.
    .hint = Cochez au moins un des motifs de l’article 6.
refusal-ExitReasonUnknown = Le motif de sortie « { $reason } » n’est pas dans la convention.
    .hint = Choisissez parmi les motifs de l’article 6.
refusal-ExitOutcomeUnknown = La suite « { $outcome } » n’est pas dans la convention.
    .hint = Choisissez une suite de la liste.
refusal-BenefitEndsAfterExit = Le RSA majoré prend fin le { $ended_on }, après la sortie.
    .hint = Faites sortir la famille ce jour-là ou plus tard, ou corrigez la date de fin du droit.
refusal-ContractStillRuns = Le contrat n° { $rank } court jusqu’au { $last_day } : sa fin n’est pas encore un motif de sortie.
    .hint = Mettez-y fin d’abord, s’il s’arrête, ou choisissez un autre motif.
refusal-NoContractEnded = Aucun contrat de la famille n’a pris fin le { $date } ou avant.
    .hint = Enregistrez d’abord la fin du contrat, ou choisissez un autre motif.
refusal-PanelAgreementMissing = La sortie à la demande de l’agent exige l’accord de l’équipe pluridisciplinaire, et le dossier n’en porte pas.
    .hint = Choisissez un autre motif, ou saisissez d’abord l’équipe pluridisciplinaire.
refusal-PanelRequestAfterExit = L’équipe pluridisciplinaire a demandé la sortie le { $requested_on }, après la date de sortie.
    .hint = Corrigez l’une des deux dates.
refusal-OrientedBeforeExit = La famille a été orientée à nouveau le { $date }, avant la date de sortie donnée.
    .hint = Donnez une date de sortie jusqu’au { $date }.
refusal-EncounterAfterExit = Un entretien a été réalisé le { $date }, après la date de sortie.
    .hint = Donnez une date de sortie à partir du { $date }.
refusal-ContractActAfterExit = Un contrat a été signé ou rompu le { $date }, après la date de sortie.
    .hint = Donnez une date de sortie à partir du { $date }.
refusal-RetentionNotOver = Ce dossier se conserve jusqu’au { $date } inclus.
    .hint = Proposez son archivage ou son effacement à partir du lendemain.
refusal-DisposalAlreadyProposed = Une proposition attend déjà une réponse.
    .hint = Un autre référent la confirme, ou le dossier est gardé.
refusal-AlreadyArchived = Ce dossier est déjà archivé.
    .hint = Proposez de l’effacer.
refusal-NoDisposalProposed = Rien n’est proposé pour ce dossier.
    .hint = Proposez d’abord de l’archiver ou de l’effacer ; un autre référent confirmera.
refusal-DisposalNeedsAnother = Vous avez fait vous-même cette proposition.
    .hint = Il faut deux référents : un autre la confirme depuis son propre accès.
refusal-DisposalIsAnother = Ce n’est pas ce qui a été proposé.
    .hint = Relisez la proposition ; confirmez-la telle quelle, ou gardez le dossier.
refusal-FamilyIsArchived = Ce dossier est archivé : il se lit, il ne se modifie plus.
    .hint = Une nouvelle orientation de la MDS le remet en service.
refusal-FamilyIsErased = Ce dossier a été effacé.
    .hint = Un effacement est définitif : il ne s’annule pas et rien ne peut être repris.
refusal-PanelActAfterExit = Une saisine de l’équipe pluridisciplinaire est partie, ou sa lettre d’information, le { $date }, après la date de sortie.
    .hint = Donnez une date de sortie à partir du { $date }.
refusal-AlreadyRecorded = Cela est déjà enregistré au { $date }.
    .hint = Vérifiez la date, ou annulez l’enregistrement précédent depuis l’historique.
refusal-ProfessionalKindUnknown = « { $kind } » n’est pas une sorte de référent professionnel de la convention.
    .hint = Choisissez dans la liste ; elle se complète par un avenant.
refusal-WorkKindUnknown = « { $kind } » n’est pas une sorte de retour à l’emploi ou en formation de la convention.
    .hint = Choisissez dans la liste ; elle se complète par un avenant.
refusal-NoScaleRated = Aucune échelle n’est évaluée.
    .hint = Gardez au moins une ligne, avec son niveau.
refusal-EffectScaleUnknown = « { $scale } » n’est pas une échelle de la convention.
    .hint = Choisissez dans la liste des échelles.
refusal-EffectScaleTwice = Une échelle est évaluée deux fois.
    .hint = Gardez une ligne par échelle.
refusal-EffectLevelUnknown = Le niveau { $level } n’existe pas.
    .hint = Choisissez un niveau de la liste.
refusal-LandmarkAfterExit = Un acte du dossier a eu lieu le { $date }, après la date de sortie.
    .hint = Donnez une date de sortie à partir du { $date }.
refusal-RightUnknown = « { $right } » n’est pas un droit de la convention.
    .hint = Choisissez dans la liste ; elle se complète par un avenant.
refusal-NoRightsClaim = Aucun dossier d’accès aux droits n’est ouvert.
    .hint = Ouvrez d’abord le dossier.
refusal-RightsClaimUnknown = Ce dossier d’accès aux droits n’est pas celui de la famille.
    .hint = Choisissez un dossier de la liste.
refusal-RightsClaimAlreadyOpen = Un dossier est déjà ouvert pour ce droit depuis le { $date }.
    .hint = Enregistrez sa suite, ou choisissez un autre droit.
refusal-RightsClaimAlreadySubmitted = Ce dossier est déjà déposé, le { $date }.
    .hint = Enregistrez la réponse quand elle arrive.
refusal-RightsClaimAlreadyFinalised = Ce dossier est terminé depuis le { $date }.
    .hint = Annulez la réponse depuis l’historique si elle est fausse, ou ouvrez un nouveau dossier.
refusal-RightsClaimNotSubmitted = Ce dossier n’a pas été déposé : il ne peut être ni accordé ni refusé.
    .hint = Enregistrez d’abord le dépôt, ou notez l’abandon.
refusal-InstrumentUnknown = « { $instrument } » n’est pas une aide de la convention.
    .hint = Choisissez dans la liste ; elle se complète par un avenant.
refusal-AmountImplausible = Le montant n’est pas vraisemblable.
    .hint = Tapez un montant entre 0,01 € et 100 000 €.
refusal-NoFinancialAid = Aucune aide financière n’est demandée.
    .hint = Enregistrez d’abord la demande.
refusal-FinancialAidUnknown = Cette aide n’est pas celle de la famille.
    .hint = Choisissez une aide de la liste.
refusal-FinancialAidAlreadyAnswered = La réponse à cette aide est enregistrée depuis le { $date }.
    .hint = Annulez-la depuis l’historique si elle est fausse, ou demandez une nouvelle aide.
refusal-GrantedBeyondAsked = { $granted } accordés, pour { $asked } demandés : c’est davantage que la demande.
    .hint = Vérifiez le montant. Si le financeur a vraiment accordé davantage, enregistrez le reste comme une autre demande.
refusal-RefusedAidHasNoAmount = Une aide refusée n’a pas de montant accordé.
    .hint = Effacez le montant, ou choisissez « accordée ».
refusal-DiagnosisEmpty = Le diagnostic ne dit rien d’un de ses thèmes, ou n’en a aucun.
    .hint = Écrivez la situation, les atouts ou les freins d’au moins un thème.
refusal-GroupActionUnknown = Cette action collective n’existe pas.
    .hint = Choisissez une action de la liste.
refusal-GroupActionWithoutSession = Une action collective a au moins une séance.
    .hint = Donnez la date d’une séance.
refusal-GroupSessionUnknown = Cette séance n’existe pas.
    .hint = Choisissez une séance de la liste.
refusal-GroupSessionTwice = Une séance est déjà prévue le { $date } à cette heure.
    .hint = Changez la date ou l’heure.
refusal-TopicUnknown = Il n’y a aucune question ouverte.
    .hint = Posez d’abord la question au comité de suivi.
refusal-RevokedBeyondReceived = { $received ->
    [0] Aucun lot de cette antenne n’a été reçu.
   *[other] Le dernier lot reçu de cette antenne est le n° { $received }.
}
    .hint = Au-delà, un lot peut être signé par quelqu’un d’autre. Laissez vide, ou indiquez au plus ce numéro ; si un lot sûr est en chemin, recevez-le d’abord.
refusal-TopicIsClosed = La question est close depuis le { $date }.
    .hint = Posez une nouvelle question si le sujet revient.
refusal-PeriodNotOver = La période finit le { $to } : elle n’est pas terminée.
    .hint = Clôturez-la à partir du lendemain, ou choisissez une fin passée.
refusal-PeriodAlreadyClosed = La période du { $from } au { $to } est déjà close.
    .hint = Ses chiffres restent figés ; choisissez des jours qui n’en font pas partie.
refusal-GroupSessionHasPresences = { $families ->
        [one] { $families } famille est notée présente à cette séance : elle a eu lieu.
       *[other] { $families } familles sont notées présentes à cette séance : elle a eu lieu.
    }
    .hint = Si elle n’a pas eu lieu, corrigez d’abord les présences (absente ou excusée), puis annulez-la.
refusal-GroupSessionIsCancelled = La séance du { $date } a été annulée.
    .hint = Choisissez une autre séance, ou ajoutez-en une.
refusal-GroupSessionStillToCome = La séance est le { $date } : elle n’a pas encore eu lieu.
    .hint = Enregistrez la présence à partir de ce jour.
refusal-ThemeTwice = Un thème est présent deux fois.
    .hint = Gardez une ligne par thème.
refusal-PanelReferralUnknown = Cette saisine n’est pas dans le dossier de la famille.
    .hint = Choisissez une saisine de la liste.
refusal-NoPanelReferral = Le dossier ne porte aucune saisine de l’équipe pluridisciplinaire.
    .hint = Préparez d’abord la saisine.
refusal-PanelReferralAlreadyOpen = { $motive ->
        [reorient] Une saisine pour réorienter la famille est déjà en cours.
        [suspend] Une saisine pour suspendre le droit est déjà en cours.
        [reduce] Une saisine pour réduire l’allocation est déjà en cours.
        [twelve-months] Une saisine pour l’examen à douze mois est déjà en cours.
       *[agent-exit] Une saisine pour une sortie à la demande de l’agent est déjà en cours.
    }
    .hint = Reprenez celle qui existe, ou annulez-la d’abord.
refusal-PanelProposalOutsideMotive = { $motive ->
        [agent-exit] Une saisine pour une sortie à la demande de l’agent propose la sortie, et rien d’autre.
       *[other] La sortie ne se propose que dans une saisine à la demande de l’agent.
    }
    .hint = Changez la proposition, ou préparez une saisine d’un autre motif.
refusal-PanelGroundsMissing = Une suspension ou une réduction se motive : la lettre d’information dira ces raisons à la personne.
    .hint = Écrivez les raisons de la saisine.
refusal-PanelReferralAlreadySent = La saisine est partie le { $date }.
    .hint = Elle ne se modifie plus ; la décision ou une annulation viendra ensuite.
refusal-PanelReferralNotSent = La saisine n’est pas encore partie.
    .hint = Envoyez-la d’abord à l’équipe pluridisciplinaire.
refusal-PanelReferralIsCancelled = La saisine a été annulée le { $date }.
    .hint = Préparez une nouvelle saisine s’il le faut.
refusal-PanelLetterNotNeeded = La saisine ne propose ni suspension ni réduction : aucune lettre d’information n’est à envoyer.
    .hint = Envoyez directement la saisine.
refusal-PanelLetterAlreadySent = La lettre d’information est partie le { $date }.
    .hint = Enregistrez les observations de la personne, ou attendez la fin de son délai.
refusal-PanelLetterSaysOtherwise = La lettre d’information du { $date } dit une autre mesure ou d’autres raisons.
    .hint = Gardez ce que dit la lettre, ou annulez la saisine et préparez-en une autre.
refusal-PanelLetterMissing = Une suspension ou une réduction ne part pas avant la lettre d’information et le délai d’observations de la personne.
    .hint = Enregistrez d’abord la lettre d’information.
refusal-PanelObservationsAwaited = La personne peut présenter ses observations jusqu’au { $until } compris.
    .hint = Enregistrez ses observations, ou attendez la fin du délai.
refusal-PanelExaminationTooEarly = L’examen en équipe pluridisciplinaire se demande à partir du { $from }.
    .hint = Envoyez la saisine ce jour-là ou plus tard, ou choisissez un autre motif.
refusal-NoteNotForPanel = Seules les notes écrites pour l’équipe pluridisciplinaire partent avec une saisine.
    .hint = Retirez cette note de la saisine.
refusal-PanelPostponedToThePast = Un report se fait à une date à venir, et non au { $until }.
    .hint = Donnez le jour de la prochaine séance.
refusal-PanelOpinionAlreadyGiven = L’équipe pluridisciplinaire a rendu son avis le { $date }.
    .hint = Enregistrez la décision.
refusal-PanelOpinionDeemedGiven = Le délai de l’équipe pluridisciplinaire a pris fin le { $until } : son avis est réputé rendu.
    .hint = Enregistrez la décision.
refusal-PanelOpinionAwaited = L’avis de l’équipe pluridisciplinaire est attendu jusqu’au { $until } compris.
    .hint = Enregistrez l’avis ; sans lui, la décision peut suivre dès le lendemain de ce jour.
refusal-PanelDecisionBeforeOpinion = L’avis de l’équipe pluridisciplinaire est du { $opinion } : la décision ne peut pas le précéder.
    .hint = Donnez ce jour ou un jour après.
refusal-PanelExitNotAsked = Cette saisine ne demande pas de sortie.
    .hint = Choisissez une autre mesure ; une sortie à la demande de l’agent a sa propre saisine.
refusal-PanelDecisionAlreadyMade = La décision a été prise le { $date }.
    .hint = Pour la corriger, annulez-la d’abord dans l’historique.
refusal-PanelDecisionSent = La décision a été prise le { $date } et envoyée à l’antenne : elle ne se reprend pas.
    .hint = Pour la corriger, demandez à l’antenne une nouvelle saisine.
refusal-PanelDecisionMissing = Aucune décision n’est enregistrée pour cette saisine.
    .hint = Enregistrez d’abord la décision du président du conseil général.
refusal-PanelDecisionAlreadyNotified = La décision a été notifiée le { $date }.
    .hint = Pour corriger cette date, annulez-la d’abord dans l’historique.
refusal-ChangedSince = Un acte entré le { $date } s’appuie sur celui-ci.
    .hint = Annulez d’abord l’acte le plus récent, dans l’historique.
refusal-AlreadyUndone = Cet acte est déjà annulé.
    .hint = Pour le remettre, rétablissez-le.
refusal-NothingToUndo = Il n’y a rien à annuler.
    .hint = Choisissez un acte dans l’historique de la famille.
refusal-NothingToHandOver = Aucun acte n’a été enregistré depuis le dernier lot.
    .hint = Il n’y a rien à transmettre aujourd’hui.
refusal-BundleUnknown = Aucun lot n° { $sequence } n’a été scellé ici.
    .hint = Vérifiez le numéro à l’écran, parmi les lots scellés.
refusal-BundleNotReceived = Le lot n° { $sequence }, qui porte ce dossier, n’a pas encore été reçu par le Département.
    .hint = Effacé ici, il ne pourrait plus lui être redonné. Remettez-le-lui, notez son accusé de réception, puis effacez le dossier.
refusal-BundleErased = Le lot n° { $sequence } portait un dossier effacé depuis : il n’est plus gardé ici.
    .hint = Son empreinte et sa place dans la suite des lots demeurent. Le Département en tient l’exemplaire remis.
refusal-FileInTheWay = Un autre fichier porte déjà ce nom : { $path }.
    .hint = Déplacez-le ou choisissez un autre répertoire ; il n’a pas été touché.

## Domaine : états et listes

source-practice = pratique
status-oriented = orientée
    .help = Envoyée par une MDS, en attente de réponse.
status-included = dans la file active
    .help = Incluse et pas encore sortie.
status-out = sortie
    .help = Sortie de la file active ; elle peut revenir.
status-refused = orientation refusée
    .help = L’orientation a reçu un refus motivé.
status-archived = archivée
    .help = Le dossier a passé sa durée de conservation : hors des listes et de la recherche, avant son effacement.
orientation-state-pending = en attente de réponse
orientation-state-included = suivie d’une inclusion
orientation-state-refused = refusée
setting-caf-premises = dans les locaux de la CAF
    .short = CAF
setting-department-premises = dans les locaux du Département
    .short = Département
setting-home-visit = visite à domicile
    .short = domicile
setting-remote = téléphone ou visio
    .short = à distance
step-rights-and-duties = Rappel de la prestation, des droits et devoirs
    .short = droits et devoirs
step-assessment = Évaluation de la situation sociale et de l’accès aux droits
    .short = situation
step-diagnosis = Repérage des problématiques et des freins
    .short = diagnostic
step-contract-design = Élaboration du contrat et des engagements réciproques
    .short = élaboration du contrat
step-contract-follow-up = Suivi et évaluation du contrat
    .short = suivi du contrat
encounter-planned = rendez-vous prévu
    .short = prévu
encounter-unsettled = rendez-vous passé, sans suite notée
    .short = sans suite
encounter-held = entretien
encounter-state-planned = prévu
encounter-state-held = tenu
encounter-state-missed = manqué, sans excuse
encounter-state-excused = manqué, excusé
encounter-state-cancelled = annulé
encounter-missed = rendez-vous manqué
    .short = manqué
encounter-excused = absence excusée
    .short = excusé
encounter-cancelled = rendez-vous annulé
    .short = annulé
confidentiality-shareable = transmissible
    .sign = transmissible
    .help = Peut être transmise dans un lot.
confidentiality-panel-only = réservée à l’équipe pluridisciplinaire
    .sign = EP
    .help = Ne part que dans une saisine de l’équipe pluridisciplinaire.
confidentiality-private = privée, ne quitte pas l’antenne
    .sign = privée
    .help = Ne quitte jamais l’antenne.
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
panel-motive-reorient = réorienter
panel-motive-suspend = suspendre le droit
panel-motive-reduce = réduire l’allocation
panel-motive-twelve-months = examen à douze mois
panel-motive-agent-exit = sortie demandée par l’agent
panel-measure-keep = maintien de l’accompagnement
panel-measure-change-referent = changement de référent
panel-measure-reorient = référent professionnel
panel-measure-suspend = suspension
panel-measure-reduce = réduction
panel-measure-exit = accord pour la sortie
panel-stage-draft = brouillon
    .heading = Brouillons
panel-stage-adversarial = observations attendues
    .heading = Observations attendues
panel-stage-ready-to-leave = prête à partir
    .heading = Prêtes à partir
panel-stage-sent = envoyée, avis attendu
    .heading = Envoyées, avis attendu
panel-stage-postponed = reportée, avis attendu
    .heading = Reportées, avis attendu
panel-stage-opinion-deemed = avis réputé rendu
    .heading = Avis réputé rendu
panel-stage-opinion-given = avis rendu
    .heading = Avis rendu
panel-stage-decided = décidée, à notifier
    .heading = Décidées, à notifier
panel-stage-notified = notifiée
    .heading = Notifiées
panel-stage-cancelled = annulée
    .heading = Annulées
panel-since = depuis le { $date }
panel-proposal = Proposition : { $measure }
panel-letter-until = Observations de la personne jusqu’au { $until } compris
panel-opinion-until = Avis attendu jusqu’au { $until } compris
panel-observations-of = Observations du { $date }
panel-companion = accompagnée de { $companion }
panel-postponed = Reportée le { $date } au { $until }
panel-opinion-of = Avis du { $date } : { $measure }
panel-decision-of = Décision du { $date } : { $measure }
panel-scale = Barème pour une procédure du { $date } ({ $source }), pour information :
panel-by-stage = par étape
panel-by-delay = par délai
panel-delay-passed = Délai passé
panel-delay-running = Délai en cours
panel-without-delay = Sans délai en cours
panel-closed = Closes
panel-delay-passed-on = Délai passé depuis le { $date }
panel-composition = Composition figée au départ : { $adult } ; enfants : { $children }.
panel-agreed-by = accord après la saisine du { $date }
panel-loading = Lecture des saisines…
panel-empty = L’antenne n’a aucune saisine de l’équipe pluridisciplinaire. Elles se préparent depuis le dossier d’une famille.
panel-filled-household = { $count ->
        [0] Aucun enfant au foyer.
        [one] Un enfant au foyer : { $children }.
       *[other] { $count } enfants au foyer : { $children }.
    }
panel-filled-stay = Prestation { $benefit } ; accompagnement depuis le { $included }.
panel-filled-contract = Contrat n° { $rank } du { $from } au { $to }.
panel-filled-encounters = { $held ->
        [0] Aucun entretien réalisé
        [one] Un entretien réalisé, le { $last }
       *[other] { $held } entretiens réalisés, le dernier le { $last }
    } ; { $missed ->
        [0] aucun rendez-vous manqué.
        [one] un rendez-vous manqué.
       *[other] { $missed } rendez-vous manqués.
    }
commitment-result-kept = tenu
commitment-result-partly-kept = tenu en partie
commitment-result-not-kept = non tenu
commitment-result-dropped = abandonné
    .help = N’a plus lieu d’être.
commitment-result-carried-over = reporté au contrat suivant
commitment-open = en cours
disposal-archive = archiver
disposal-erase = effacer définitivement
end-reason-term = à son terme
end-reason-agreement = d’un commun accord
end-reason-breach = engagements non tenus
end-reason-amended = remplacé par un avenant
end-reason-exit = sortie de la file active

## Domaine : vérifications de l’inclusion (art. 2)
# La question, puis la réponse avec le fait qui décide : $fact est le genre de fait, les autres arguments ce qu’il porte.

check-isolated-parent = Parent isolé
check-isolated-parent-passed = Le parent est isolé (situation au { $on }).
check-isolated-parent-failed = { $fact ->
        [not-recorded] La situation n’est pas renseignée.
       *[recorded] Le parent n’est pas isolé (situation au { $on }).
    }
check-majorated-benefit = RSA majoré
check-majorated-benefit-passed = La prestation versée porte le code { $code }.
check-majorated-benefit-failed = { $fact ->
        [not-recorded] La situation n’est pas renseignée.
       *[benefit] La prestation versée porte le code { $code }, qui n’est pas celui du RSA majoré.
    }
check-child-under-age = Enfant sous l’âge limite
check-child-under-age-passed = Le plus jeune enfant atteint l’âge limite le { $birthday }.
check-child-under-age-failed = { $fact ->
        [no-child] Aucun enfant né ne vit au foyer ; une grossesse ne compte pas.
       *[birthday-on] Le plus jeune enfant a atteint l’âge limite le { $birthday }.
    }
check-not-followed-by-department = Non suivie par le Département
check-not-followed-by-department-passed = Le service social du Département ne suit pas la famille (situation au { $on }).
check-not-followed-by-department-failed = { $fact ->
        [not-recorded] La situation n’est pas renseignée.
       *[recorded] Le service social du Département suit déjà la famille (situation au { $on }).
    }
check-center-has-room = Place dans la MDS
check-center-has-room-passed = { $taken ->
        [one] { $taken } place prise
       *[other] { $taken } places prises
    } sur { $places } pour cette MDS.
check-center-has-room-failed = Toutes les places de cette MDS sont prises : { $taken } sur { $places }.
check-caseload-has-room = Place dans la file active
check-caseload-has-room-passed = { $taken ->
        [one] { $taken } place prise
       *[other] { $taken } places prises
    } sur { $places } dans la file active.
check-caseload-has-room-failed = Toutes les places de la file active sont prises : { $taken } sur { $places }.
check-not-already-known = Famille pas déjà connue
check-not-already-known-passed = Aucun dossier au nom proche avec la même date de naissance.
check-not-already-known-failed = { $count ->
        [one] Un dossier a un nom proche et la même date de naissance.
       *[other] { $count } dossiers ont un nom proche et la même date de naissance.
    }

## Domaine : échéances
# Le nom de la règle (.short pour la liste), puis l’échéance elle-même en bref (-about) et en une phrase (-long).

deadline-appointment = rendez-vous
    .short = rendez-vous
deadline-appointment-about = rendez-vous
deadline-appointment-long = Rendez-vous prévu ; sa suite s’enregistre à partir de son jour.
deadline-referent-missing = famille sans référent
    .short = sans référent
deadline-referent-missing-about = sans référent
deadline-referent-missing-long = Le référent de la famille quitte l’antenne : nommer son successeur.
deadline-referent-gap-about = sans référent jusqu’au { $until }
deadline-referent-gap-long = Le référent est parti, le suivant commence après le { $until } : confier la famille à quelqu’un d’ici là.
deadline-orientation-to-answer = orientation à traiter
    .short = orientation
deadline-orientation-to-answer-about = orientation à traiter
deadline-orientation-to-answer-long = Répondre à l’orientation de la MDS : inclure la famille ou refuser avec un motif.
deadline-first-meeting = premier entretien
    .short = 1er entretien
deadline-first-meeting-about = premier entretien
deadline-first-meeting-long = Rencontrer la famille une première fois après son inclusion.
deadline-contract-to-sign = contrat à signer
    .short = contrat à signer
deadline-contract-to-sign-about = contrat à signer
deadline-contract-to-sign-long = Signer le contrat dans le délai qui court depuis l’orientation.
deadline-contract-review = bilan du contrat
    .short = bilan
deadline-contract-review-about = bilan CER { $rank }
deadline-contract-review-long = Faire le bilan du contrat n° { $rank } avant sa fin.
deadline-contract-renewal = renouvellement du contrat
    .short = renouvellement
deadline-contract-renewal-about = renouvellement CER { $rank }
deadline-contract-renewal-long = Préparer la suite du contrat n° { $rank } : renouvellement ou sortie.
deadline-contract-end = fin du contrat
    .short = fin
deadline-contract-end-about = fin CER { $rank }
deadline-contract-end-long = Dernier jour du contrat n° { $rank }.
deadline-commitment-due = engagement
    .short = engagement
deadline-commitment-due-about = engagement « { $text } »
deadline-commitment-due-long = Engagement à tenir : « { $text } ».
deadline-panel-examination = examen en équipe pluridisciplinaire
    .short = EP
deadline-panel-examination-about = examen EP
deadline-panel-examination-long = Saisir l’équipe pluridisciplinaire pour l’examen de la situation, faute de réorientation professionnelle.
deadline-panel-observations = observations de la personne
    .short = observations
deadline-panel-observations-about = observations de la personne
deadline-panel-observations-long = Dernier jour des observations de la personne ; ensuite la saisine peut partir sans elles.
deadline-panel-opinion = avis de l’équipe pluridisciplinaire
    .short = avis EP
deadline-panel-opinion-about = avis EP
deadline-panel-opinion-long = Dernier jour de l’avis de l’équipe pluridisciplinaire ; le silence vaut avis rendu.
deadline-third-birthday = troisième anniversaire
    .short = 3 ans
deadline-third-birthday-about = 3 ans de { $given_name }
deadline-third-birthday-long = { $given_name } atteint ses trois ans : la majoration prend fin après le { $majoration_ends }.
deadline-third-birthday-crossed-long = { $given_name } atteint ses trois ans : la majoration prend fin après le { $majoration_ends }, et le contrat va jusqu’à son terme, le { $until } (art. 6).
deadline-third-birthday-of = { $given_name } (majoration jusqu’au { $date })
deadline-silence = sans contact
    .short = sans contact
deadline-silence-about = sans contact
deadline-silence-long = Reprendre contact : aucun entretien réalisé depuis le dernier.
deadline-retention = fin de conservation du dossier
    .short = conservation
deadline-retention-about = conservation
deadline-retention-long = Archiver ou effacer le dossier : le dernier contact est trop ancien.
deadline-disposal-to-confirm = archivage ou effacement à confirmer
    .short = à confirmer
deadline-disposal-to-confirm-about = archivage ou effacement à confirmer
deadline-disposal-to-confirm-long = Un référent propose d’archiver ou d’effacer le dossier : un autre confirme, ou le garde.
deadline-convention-notice = préavis de la convention
    .short = préavis
deadline-convention-notice-about = préavis de la convention
deadline-convention-notice-long = Dernier jour pour résilier la convention avant son terme.
deadline-convention-report = bilan d’impact de la convention
    .short = bilan d’impact
deadline-convention-report-about = mesure d’impact
deadline-convention-report-long = Remettre la mesure d’impact qui conditionne la reconduction.
deadline-convention-end = fin de la convention
    .short = fin de convention
deadline-convention-end-about = fin de la convention
deadline-convention-end-long = Dernier jour de la convention.
deadline-department-silent = Département sans réponse
    .short = Département muet
deadline-department-silent-about = accusé de réception d’un lot
deadline-department-silent-long = Obtenir du Département l’accusé de réception d’un lot remis.

## Domaine : ce qui s’est passé (historique, parcours)

event-antenna-founded = Antenne créée
event-center-added = MDS ajoutée
event-center-changed = MDS modifiée
event-center-closed = Fermeture ou réouverture d’une MDS
event-referent-corrected = Référent corrigé
event-referent-added = Référent ajouté
event-referent-left = Départ d’un référent
event-convention-adopted = Convention adoptée
event-disposal-proposed = Archivage ou effacement proposé
event-disposal-declined = Dossier gardé
event-family-archived = Dossier archivé
event-family-erased = Dossier effacé
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
event-stand-in-named = Remplaçant nommé
event-encounter-planned = Rendez-vous prévu
event-encounter-held = Entretien réalisé
event-encounter-missed = Rendez-vous manqué
event-encounter-cancelled = Rendez-vous annulé
event-shared-note-written = Note transmissible écrite
event-panel-note-written = Note pour l’équipe pluridisciplinaire écrite
event-private-note-written = Note privée écrite
event-contract-drafted = Projet de contrat préparé
event-contract-draft-revised = Projet de contrat modifié
event-contract-draft-dropped = Projet de contrat abandonné
event-contract-signed = Contrat signé
event-contract-reviewed = Bilan du contrat
event-contract-ended = Contrat terminé
event-commitment-settled = Engagement évalué
event-family-exited = Sortie de la file active
event-exit-corrected = Sortie corrigée
event-family-reopened = Dossier rouvert
event-panel-referral-opened = Saisine préparée
event-panel-referral-revised = Saisine modifiée
event-panel-letter-sent = Lettre d’information envoyée
event-panel-observations-recorded = Observations de la personne
event-panel-referral-sent = Saisine envoyée
event-panel-referral-postponed = Saisine reportée
event-panel-referral-cancelled = Saisine annulée
event-panel-opinion-given = Avis de l’équipe pluridisciplinaire
event-panel-decision-made = Décision après saisine
event-panel-decision-notified = Décision notifiée
event-professional-referral-made = Orientation vers un référent professionnel
event-return-to-work-recorded = Retour à l’emploi ou en formation
event-housing-redirected = Renvoi vers la DDCS
event-child-protection-reported = Signalement transmis
event-effects-rated = Effets évalués
event-rights-claim-opened = Dossier d’accès aux droits ouvert
event-rights-claim-submitted = Dossier d’accès aux droits déposé
event-rights-claim-finalised = Dossier d’accès aux droits terminé
event-financial-aid-requested = Aide financière demandée
event-financial-aid-answered = Réponse à l’aide financière
event-diagnosis-recorded = Diagnostic
event-attendance-recorded = Présence à une action collective
event-group-action-planned = Action collective prévue
event-topic-raised = Question au comité de suivi
event-topic-followed = Question suivie
event-topic-closed = Question close
event-partnership-noted = Effet sur le partenariat
event-period-closed = Période close
event-group-session-added = Séance ajoutée
event-group-session-cancelled = Séance annulée
event-unknown = Acte d’une version plus récente

## Domaine : actes

act-receive-orientation = Enregistrer une orientation
    .help = La famille envoyée par une MDS, avec ses enfants et sa situation.
act-include-family = Inclure la famille
    .help = Vérifie chaque condition de l’article 2, puis désigne le référent.
act-refuse-orientation = Refuser l’orientation
    .short = refuser
    .help = Répond à la MDS par un refus motivé, qui est conservé.
act-correct-identity = Corriger l’identité
    .help = Nom, prénom, date de naissance et matricule CAF.
act-record-contact = Enregistrer les coordonnées
    .help = Téléphone, courriel, adresse et langue ; ne quitte jamais l’antenne.
act-record-situation = Mettre à jour la situation
    .help = Isolement, prestation versée, suivi par le Département.
act-add-child = Ajouter un enfant
    .help = Un enfant qui vit au foyer.
act-correct-child = Corriger un enfant
    .help = Son prénom ou sa date de naissance.
act-record-child-departure = Enregistrer le départ d’un enfant
    .help = Du jour où il ne vit plus au foyer, avec le motif.
act-declare-pregnancy = Déclarer une grossesse
    .help = Elle est notée mais ne compte pas comme un enfant.
act-end-pregnancy = Enregistrer la fin d’une grossesse
    .help = Avec l’enfant qui est né, s’il y en a un.
act-change-referent = Changer de référent
    .help = Une famille a un seul référent à chaque date ; l’ancien est conservé.
act-name-stand-in = Nommer un remplaçant
    .help = Il voit la famille pendant une absence sans devenir son référent.
act-plan-encounter = Prévoir un rendez-vous
    .help = Le jour, l’heure et le lieu du prochain rendez-vous.
act-hold-encounter = Enregistrer un entretien
    .help = Un entretien ou une visite qui a eu lieu, prévu ou non.
act-miss-encounter = Noter un rendez-vous manqué
    .help = Excusé ou non, avec le motif s’il est connu.
act-cancel-encounter = Annuler un rendez-vous
    .help = Le prochain rendez-vous, avec le motif.
act-write-note = Écrire une note
    .help = Texte libre, privé tant que vous n’en décidez pas autrement.
act-draft-contract = Préparer un contrat
    .help = Dates, objectifs et engagements des deux côtés.
act-renew-contract = Préparer le renouvellement
    .help = À la suite du contrat actuel, avec ses engagements encore ouverts.
act-amend-contract = Préparer un avenant
    .help = Remplace le contrat en cours à partir de sa propre date.
act-revise-contract = Modifier le projet de contrat
    .help = Tant qu’il n’est pas signé.
act-drop-contract-draft = Abandonner le projet de contrat
    .help = Le projet non signé disparaît du dossier ; l’historique le garde.
act-sign-contract = Signer le contrat
    .help = Fige la composition de la famille à la date de signature.
act-review-contract = Faire le bilan du contrat
    .help = Ce qui a été fait, ce qui reste à faire.
act-end-contract = Mettre fin au contrat
    .help = À son terme ou avant, avec le motif.
act-settle-commitment = Évaluer un engagement
    .help = Tenu, tenu en partie, non tenu ou abandonné.
act-exit-family = Enregistrer la sortie
    .help = Un ou plusieurs motifs de l’article 6 ; libère la place de la MDS.
act-correct-exit = Corriger la sortie
    .help = Date, motifs ou suite de la sortie enregistrée.
act-propose-disposal = Proposer d’archiver ou d’effacer
    .help = Un dossier passé sa durée de conservation ; un autre référent confirme.
act-decline-disposal = Garder le dossier
    .short = garder
    .help = La proposition d’archiver ou d’effacer est écartée, avec son motif.
act-confirm-disposal = Confirmer l’archivage ou l’effacement
    .help = Par un autre que celui qui propose ; un effacement est définitif.
act-reopen-family = Rouvrir le dossier
    .help = La famille reprend le même séjour, s’il reste de la place.
act-open-panel-referral = Préparer une saisine
    .help = Saisir l’équipe pluridisciplinaire : la saisine se remplit depuis le dossier.
act-revise-panel-referral = Modifier la saisine
    .help = Tant qu’elle n’est pas partie.
act-record-panel-letter = Enregistrer la lettre d’information
    .help = Ouvre le délai d’observations d’une suspension ou d’une réduction.
act-record-panel-observations = Enregistrer les observations
    .help = Ce que la personne répond, et qui l’accompagne.
act-send-panel-referral = Envoyer la saisine
    .help = Fige la composition de la famille ; attend la fin de la phase contradictoire.
act-postpone-panel-referral = Enregistrer un report
    .short = report
    .help = L’équipe pluridisciplinaire remet la saisine à une autre séance.
act-cancel-panel-referral = Annuler la saisine
    .help = Avec le motif ; tant qu’aucune décision n’est prise.
act-record-panel-opinion = Enregistrer l’avis
    .short = avis
    .help = Ce que l’équipe pluridisciplinaire conseille.
act-record-panel-decision = Enregistrer la décision
    .short = décision
    .help = Celle du président du conseil général, après l’avis ou un mois de silence.
act-notify-panel-decision = Enregistrer la notification
    .help = Le jour où la personne reçoit la décision.
act-refer-to-professional = Orienter vers un réf. professionnel
    .help = Pôle emploi, AAVE… L’examen à douze mois n’est plus à demander (art. 4).
act-record-return-to-work = Enregistrer un retour à l’emploi
    .help = Compté par l’évaluation, par nature (art. 7).
act-redirect-housing = Renvoyer vers la DDCS (hébergement)
    .help = Seul acte permis sur l’hébergement d’urgence (art. 5).
act-report-child-protection = Signaler (protection de l’enfance)
    .help = Seul acte permis en protection de l’enfance ; ne quitte pas l’antenne (art. 5).
act-rate-effects = Évaluer les effets
    .help = Les six échelles de l’article 7, à l’entrée, au bilan, à la sortie.
act-open-rights-claim = Ouvrir un dossier de droits
    .help = ASF, allocation logement, CMG… ; suivi jusqu’à la réponse (art. 5).
act-submit-rights-claim = Enregistrer le dépôt d’un dossier
    .help = Le dossier attend désormais sa réponse.
act-finalise-rights-claim = Terminer un dossier de droits
    .help = Accordé, refusé ou abandonné ; compté par l’évaluation (art. 7).
act-request-financial-aid = Demander une aide financière
    .help = FSL, FSE, secours, APRE… avec le montant demandé (art. 5).
act-answer-financial-aid = Enregistrer la réponse à une aide
    .help = Montant accordé ou refus ; comptée par l’évaluation (art. 7).
act-record-diagnosis = Établir le diagnostic
    .help = Situation, atouts, freins et priorité par thème ; il prépare les objectifs du contrat (art. 4).
act-record-attendance = Noter la présence à une action
    .help = Action collective : présente, absente ou excusée à une séance (art. 4).
act-change-center = Modifier une MDS
    .help = Nom, places qui lui sont propres, communes de son territoire (art. 2).
act-close-center = Fermer ou rouvrir une MDS
    .help = À partir d’un jour, plus aucune orientation n’en vient ; sans date, elle est rouverte.
act-correct-referent = Corriger un référent
    .help = Son nom ou son premier jour à l’antenne (art. 3).
act-plan-group-action = Prévoir une action collective
    .short = nouvelle action
    .help = Titre, thème, intervenants et séances (art. 4).
act-add-group-session = Ajouter une séance
    .short = séance de plus
    .help = Une séance de plus d’une action collective.
act-cancel-group-session = Annuler une séance
    .short = annuler la séance
    .help = La séance n’a pas lieu ; elle ne compte pas.
act-raise-topic = Poser une question au comité
    .short = question
    .help = Sur le public orienté ou le parcours proposé ; elle part avec le prochain lot (art. 8).
act-follow-topic = Noter une réponse à une question
    .short = réponse
    .help = Ce que répond le Département, ou ce que fait l’antenne (art. 8).
act-close-topic = Clore une question
    .short = clore
    .help = Ce qui en est résulté (art. 8).
act-note-partnership = Noter un effet sur le partenariat
    .short = effet
    .help = La part de l’évaluation qu’aucun chiffre ne dit (art. 7).
act-close-period = Clore une période
    .short = clore
    .help = Ses chiffres sont figés ; ce qui est saisi ensuite s’affiche comme correction (art. 7).
act-found-antenna = Créer l’antenne
    .help = Donne à la base son antenne : le premier acte.
act-add-center = Ajouter une MDS
    .help = Une des MDS qui orientent vers l’antenne.
act-add-referent = Ajouter un référent
    .help = Un agent de développement social de l’antenne.
act-record-referent-leaving = Enregistrer le départ d’un référent
    .help = Ses familles seront signalées sans référent.
act-adopt-convention = Adopter une convention
    .help = La première version, un avenant ou une reconduction.

## Domaine : champs des actes
# field-<membre>, ou field-<acte>-<membre> quand l’acte lui donne un autre nom ; pour une liste, field-<liste>-<membre>.

field-date = Date
    .hint = 12/3, hier, +7j, lundi…
field-motive = Motif
    .hint = Pourquoi, en quelques mots.
field-comment = Commentaire
    .hint = Facultatif.
field-center = MDS
    .hint = La Maison départementale des solidarités qui oriente.
field-document = Document d’origine
    .hint = Par exemple : fiche d’orientation du 12 mars.
field-surname = Nom
field-given-name = Prénom
field-birth-date = Date de naissance
    .hint = 12/3/1998 ou 12 mars 1998.
field-matricule = Matricule CAF
    .hint = 15 lettres ou chiffres au plus ; jamais le numéro de sécurité sociale.
field-children = Enfants
    .hint = Ceux qui vivent au foyer.
field-isolated = Parent isolé
    .hint = Vit seul avec ses enfants.
field-benefit-code = Code de la prestation
    .hint = Code CNAF de la prestation versée.
field-followed-by-department = Suivie par le Département
    .hint = Le service social du Département accompagne déjà la famille.
field-referent = Référent
    .hint = L’agent qui accompagne la famille.
field-override-motive = Motif du dépassement
    .hint = Seulement si une place manque ou si la famille ressemble à une autre ; il est conservé.
field-telephone = Téléphone
field-email = Courriel
field-address = Adresse
field-language = Langue
    .hint = Langues parlées, besoin d’un interprète.
field-child = Enfant
field-expected-on = Naissance attendue le
    .hint = 12/3, hier, +7j, lundi…
field-pregnancy = Grossesse
field-child-given-name = Prénom de l’enfant né
    .hint = Laissez vide s’il n’y en a pas.
field-from = Du
    .hint = 12/3, hier, +7j, lundi…
field-to = Au
    .hint = Dernier jour, compris.
field-time = Heure
    .hint = 14h30, 9h… ; facultatif.
field-setting = Lieu
field-purpose = Objet
    .hint = Facultatif.
field-encounter = Rendez-vous
    .hint = Celui que cet acte concerne.
field-steps = Étapes
    .hint = Une au moins des cinq étapes de l’article 4.
field-themes = Thèmes
    .hint = Ceux de l’article 5 qui ont été abordés.
field-items = Points abordés
    .hint = Dans les thèmes choisis.
field-note = Note
    .hint = Facultatif.
field-confidentiality = Confidentialité
    .hint = Une note privée ne quitte jamais l’antenne.
field-excused = Excusé
    .hint = Le parent a donné une raison valable.
field-subject = Objet
field-by = De la part de
field-topic = Question
field-partner = Partenaire
field-note-partnership-text = Effet constaté
field-raise-topic-text = Question
field-follow-topic-text = Réponse
field-text = Texte
field-kind = Nature
    .hint = Premier contrat, renouvellement ou avenant.
field-starts = Début
    .hint = 12/3, hier, +7j, lundi…
field-months = Durée en mois
    .hint = Une des durées de la convention.
field-objectives = Objectifs
    .hint = Facultatif : ce vers quoi le contrat tend.
field-objectives-theme = Thème
    .hint = Facultatif.
field-objectives-text = Objectif
field-commitments = Engagements
    .hint = Chaque côté s’engage : le contrat peut être signé (art. 4).
field-commitments-party = Qui s’engage
field-commitments-text = Engagement
field-commitments-due = Pour le
    .hint = 12/3, hier, +7j, lundi…
field-commitments-carried-from = Reporté du contrat précédent
field-sessions-place = Lieu
field-add-group-session-place = Lieu
field-close-topic-outcome = Suite donnée
    .hint = Ce que le comité a décidé.
field-place = Lieu de signature
    .hint = Par exemple : antenne de Melun.
field-contract = Contrat
    .hint = Le dernier signé, sauf autre choix.
field-summary = Bilan
    .hint = Ce qui a été fait, ce qui reste à faire.
field-reason = Motif de fin
field-commitment = Engagement
field-result = Résultat
field-reasons = Motifs de sortie
    .hint = Un ou plusieurs, de l’article 6.
field-outcome = Suite
    .hint = Ce vers quoi la famille part.
field-benefit-ended-on = Fin du RSA majoré le
    .hint = Si la fin du droit est un motif.
field-panel-requested-on = Demande de l’EP le
    .hint = Si la demande de l’équipe pluridisciplinaire est un motif.
field-panel-referral = Saisine
field-referral = Saisine
    .hint = Celle que cet acte concerne.
field-proposal = Proposition
    .hint = Celle du motif, sauf autre choix.
field-measure = Mesure
field-situation = Situation
    .hint = Remplie depuis le dossier ; à relire et à compléter.
field-initial-objectives = Objectifs initiaux
    .hint = Ceux du premier contrat.
field-reached-objectives = Objectifs atteints
    .hint = Les engagements tenus.
field-new-objectives = Nouveaux objectifs
    .hint = Ceux du contrat actuel et ce qui reste ouvert.
field-grounds = Raisons
    .hint = Obligatoires pour une suspension ou une réduction : la lettre les dit à la personne.
field-companion = Accompagnée de
    .hint = La personne de son choix ; facultatif.
field-until = Reportée au
    .hint = Le jour de la prochaine séance.
field-notes = Notes jointes
    .hint = Les notes pour l’équipe pluridisciplinaire, qui ne partent qu’ici.
field-open-panel-referral-motive = Motif
    .hint = Pourquoi l’équipe pluridisciplinaire est saisie.
field-record-panel-letter-date = Lettre envoyée le
    .hint = 12/3, hier, +7j, lundi…
field-record-panel-observations-date = Reçues le
    .hint = 12/3, hier, +7j, lundi…
field-record-panel-observations-text = Observations
    .hint = Ce que la personne dit de la mesure.
field-send-panel-referral-date = Envoyée le
    .hint = 12/3, hier, +7j, lundi…
field-record-panel-opinion-date = Avis du
    .hint = 12/3, hier, +7j, lundi…
field-record-panel-opinion-measure = Avis
    .hint = La mesure que l’équipe conseille.
field-record-panel-decision-date = Décision du
    .hint = 12/3, hier, +7j, lundi…
field-record-panel-decision-measure = Décision
    .hint = La mesure décidée ; montant et durée en commentaire.
field-notify-panel-decision-date = Notifiée le
    .hint = 12/3, hier, +7j, lundi…
field-addressee = Transmis à
field-occasion = Moment
field-ratings = Échelles
field-scale = Échelle
field-level = Niveau
field-quote = Parole de la personne
    .hint = Avec ses mots ; elle peut être citée dans l’évaluation.
field-record-return-to-work-date = Premier jour
    .hint = 12/3, hier, +7j, lundi…
addressee-reporting-unit = Cellule départementale (CRIP)
addressee-prosecutor = Procureur de la République
occasion-entry = entrée
occasion-review = bilan
occasion-exit = sortie
field-right = Droit
field-claim = Dossier
field-instrument = Aide
field-amount = Montant demandé
    .hint = En euros : 450 ou 1 234,50.
field-granted = Montant accordé
    .hint = En euros ; vide : le montant demandé.
field-funder = Financeur
    .hint = Vide : celui de l’aide.
field-aid = Demande
field-request-financial-aid-purpose = Objet
field-finalise-rights-claim-result = Réponse
field-answer-financial-aid-result = Réponse
field-open-rights-claim-date = Ouvert le
field-submit-rights-claim-date = Déposé le
field-record-diagnosis-themes = Thèmes
    .hint = Un thème sans texte n’est pas enregistré.
field-record-diagnosis-items = Points abordés
field-themes-theme = Thème
field-priority = Priorité
field-themes-situation = Situation
field-strengths = Atouts
field-obstacles = Freins
aid-choice = { $instrument }, { $amount } ({ $date })
claim-choice = { $right }, { $stage } ({ $date })
claim-stage-opened = ouvert
claim-stage-submitted = déposé
claim-stage-granted = accordé
claim-stage-refused = refusé
claim-stage-abandoned = abandonné
claim-opened-on = ouvert le { $date }
claim-submitted-on = déposé le { $date }
claim-granted-on = accordé le { $date }
claim-refused-on = refusé le { $date }
claim-abandoned-on = abandonné le { $date }
claim-result-granted = accordé
claim-result-refused = refusé
claim-result-abandoned = abandonné
aid-stage-requested = demandée
aid-stage-granted = accordée
aid-stage-refused = refusée
aid-requested-on = { $amount } demandés le { $date }
aid-granted-on = { $amount } accordés le { $date }
aid-refused-on = { $amount } refusés le { $date }
aid-asked = { $amount } demandés
aid-result-granted = accordée
aid-result-refused = refusée
funder-caf = CAF
funder-department = Département
funder-other = autre
priority-low = faible
priority-medium = moyenne
priority-high = forte
priority-low-long = priorité faible
priority-medium-long = priorité moyenne
priority-high-long = priorité forte
presence-present = présente
    .short = P
presence-absent = absente
    .short = A
presence-excused = excusée
    .short = E
field-session = Séance
field-presence = Présence
field-title = Titre
field-plan-group-action-theme = Thème
field-animators = Intervenants
field-sessions = Séances
field-action = Action collective
indicator-beneficiaries = Bénéficiaires
    .short = bénéf.
indicator-encounters-held = Entretiens tenus
    .short = entret.
indicator-contracts-signed = Contrats signés
    .short = CER
indicator-group-actions = Actions collectives
    .short = coll.
indicator-rights-claims-finalised = Dossiers d’accès aux droits terminés
    .short = droits
indicator-financial-interventions = Interventions financières
    .short = aides
indicator-granted = Montant accordé
    .short = accordé
indicator-professional-referrals = Orientations vers un référent professionnel
    .short = réf. pro
indicator-returns-to-work = Retours à l’emploi ou en formation
    .short = emploi
topic-subject-public = Public orienté
    .short = public
topic-subject-path = Parcours proposé
    .short = parcours
topic-voice-department = Département
topic-voice-antenna = antenne
topic-stage-raised = En attente de réponse
topic-stage-answered = Répondues
topic-stage-closed = Closes
steering-empty = Aucune question au comité de suivi, aucun effet noté sur le partenariat. Ce que vous posez ici part au Département avec le prochain lot.
steering-loading = Lecture des questions…
steering-notes = Effets sur le partenariat
steering-note-on = Effet sur le partenariat, le { $date }
steering-said = { $date }, { $who } : { $text }
steering-raised = question
steering-closed = close
impact-closed-on = Période close le { $date } : chiffres figés ce jour-là ; les corrections suivent.
impact-closed-short = close le { $date }
impact-closure = { $antenna } : période close le { $date }.
impact-closure-corrected = Corrigé depuis : { $indicator }, { $then } à la clôture, { $now } aujourd’hui.
impact-left-out = { $antenna } : { $indicator }, { $count } de familles refusées, absents de ces chiffres
impact-known-twice = { $count ->
    [one] Une personne connue de deux antennes : comptée une fois dans le total, une fois dans chacune.
   *[other] { $count } personnes connues de deux antennes : comptées une fois dans le total, une fois dans chacune.
}
impact-corrected = → { $count } aujourd’hui { $granted }
impact-partnership = Effets sur le partenariat
impact-table-corrections = Corrections depuis la clôture
impact-then = À la clôture
    .short = clôture
impact-now = Aujourd’hui
    .short = auj.
impact-granted-then = Accordé à la clôture
    .short = acc. clôture
impact-granted-now = Accordé aujourd’hui
    .short = acc. auj.
groups-empty = Aucune action collective. Prévoyez la première avec ses séances : elle s’affichera ici, et les présences s’y notent dans une grille.
groups-loading = Lecture des actions collectives…
groups-cancelled = annulée : { $motive }
groups-nobody = présences à noter, ou à annuler
groups-came = { $present ->
    [one] { $present } présente
   *[other] { $present } présentes
}, { $absent ->
    [one] { $absent } absente
   *[other] { $absent } absentes
}, { $excused ->
    [one] { $excused } excusée
   *[other] { $excused } excusées
}
attendance-cancelled = annulée
attendance-to-come = séance à venir : les présences se notent à partir de ce jour.
attendance-nobody = Aucune famille notée à une séance de cette action.
attendance-no-family = Aucune famille de ce nom dans la file active.
attendance-cut = liste coupée, cherchez un nom
impact-by-antenna = antenne
impact-by-center = MDS
impact-by-referent = référent
impact-title = { $antenna } : évaluation du { $from } au { $to } (art. 7)
impact-table-groups = Indicateurs
impact-table-months = Mois par mois
impact-table-kinds = Par nature
impact-table-scales = Effets, de l’entrée à la dernière évaluation
impact-total = Total
impact-nobody = Sans référent ni MDS
impact-hidden = n. c.
impact-hidden-note = n. c. : non communiqué, moins de { $least } ou déductible (secret statistique).
impact-quotes = Paroles des bénéficiaires
impact-count = Nombre
    .short = nombre
impact-rated = Familles évaluées
    .short = évaluées
impact-higher = En progrès
    .short = mieux
impact-same = Stables
    .short = stables
impact-lower = En recul
    .short = moins
impact-first-level = entrée { $level }
impact-last-level = fin { $level }
impact-counting = calcul du { $from } au { $to }…
impact-counting-already = Un calcul est en cours : réessayez quand il sera fini.
impact-close-title = Clore la période du { $from } au { $to } ?
impact-close-text = Ses chiffres sont figés par MDS et par référent, et une clôture ne s’annule pas. Ce qui est saisi ensuite sur ces jours s’affiche comme correction.
impact-close-yes = Clore cette période
impact-close-no = Ne pas la clore
impact-counting-period = Calcul des chiffres à figer…
impact-looking = recherche des actes…
impact-first-acts = les { $count } premiers
impact-erased-kind = dossiers effacés, nature inconnue
impact-erased-note = Des dossiers effacés, il ne reste que des nombres par mois : ni nature, ni effets, ni paroles.
impact-erased-acts = { $count ->
    [one] dossier effacé (mois entier)
   *[other] dossier effacé : { $count } dans le mois
    }
impact-loading = Calcul des indicateurs…
impact-period = { $from } – { $to }
impact-no-act = Aucun acte derrière ce chiffre.
impact-at-entry = À l’entrée, familles par niveau :
impact-at-last = À la dernière évaluation :
decimal-mark = ,
cli-report = Donne les indicateurs de l’évaluation (art. 7)
cli-report-from = Premier jour (AAAA-MM-JJ ; sinon le 1er janvier)
cli-report-to = Dernier jour (AAAA-MM-JJ ; sinon aujourd’hui)
cli-report-by = antenna : l’antenne (par défaut), mds : par MDS, referent : par référent
cli-report-format = text pour lire (par défaut), csv pour un tableur, json pour un programme
cli-report-published = Cache les petits nombres (secret statistique)
form-not-an-amount = Ce n’est pas un montant.
    .hint = Tapez par exemple 450 ou 1 234,50.
limit-report-only = L’accompagnement ne porte pas sur la protection de l’enfance (art. 5) : le signalement est le seul acte. Ni entretien, ni engagement, ni suivi ne s’y rapporte, et rien n’en est transmis avec les lots.
limit-redirect-only = L’accompagnement ne porte pas sur l’hébergement d’urgence (art. 5) : le renvoi vers la DDCS est le seul acte. Ni entretien, ni engagement, ni suivi ne s’y rapporte.
field-id = Identifiant
    .hint = Laissez vide pour en donner un nouveau.
field-name = Nom
field-department = Département
field-code = Code
    .hint = En minuscules, sans accent, avec des tirets.
field-places = Places
    .hint = Si elles diffèrent de la convention.
field-communes = Communes
    .hint = Séparées par des virgules.
field-close-center-from = Fermée à partir du
    .hint = Premier jour sans orientation ; vide, la MDS est rouverte.
field-since = Depuis le
    .hint = 12/3, hier, +7j, lundi…
field-left-on = Absent à partir du
    .hint = Premier jour où le référent n’est plus là.
field-convention = Convention
    .hint = Le texte de la convention, au format TOML.
field-receive-orientation-date = Date de l’orientation
    .hint = 12/3, hier, +7j, lundi…
field-include-family-date = Date d’inclusion
    .hint = 12/3, hier, +7j, lundi…
field-refuse-orientation-date = Date de la réponse
    .hint = 12/3, hier, +7j, lundi…
field-record-situation-date = Situation au
    .hint = 12/3, hier, +7j, lundi…
field-record-child-departure-date = Ne vit plus au foyer à partir du
    .hint = 12/3, hier, +7j, lundi…
field-declare-pregnancy-date = Déclarée le
    .hint = 12/3, hier, +7j, lundi…
field-end-pregnancy-date = Fin ou naissance le
    .hint = 12/3, hier, +7j, lundi…
field-change-referent-date = À partir du
    .hint = 12/3, hier, +7j, lundi…
field-change-referent-referent = Nouveau référent
field-name-stand-in-referent = Remplaçant
    .hint = L’agent qui verra la famille pendant l’absence.
field-hold-encounter-encounter = Rendez-vous tenu
    .hint = Celui prévu ce jour-là, sauf autre choix.
field-write-note-encounter = Entretien
    .hint = Celui dont parle la note ; facultatif.
field-sign-contract-date = Signé le
    .hint = 12/3, hier, +7j, lundi…
field-review-contract-date = Date du bilan
    .hint = 12/3, hier, +7j, lundi…
field-end-contract-date = Dernier jour du contrat
    .hint = 12/3, hier, +7j, lundi…
field-settle-commitment-date = Évalué le
    .hint = 12/3, hier, +7j, lundi…
field-exit-family-date = Dernier jour dans la file active
    .hint = 12/3, hier, +7j, lundi…
field-correct-exit-date = Dernier jour dans la file active
    .hint = 12/3, hier, +7j, lundi…
field-disposal = Ce que devient le dossier
    .hint = Archivé, il sort des listes et de la recherche. Effacé, il est détruit pour de bon, sauvegardes comprises ; seuls restent des nombres.
field-confirm-disposal-disposal = Ce que vous confirmez
    .hint = Choisissez ce qui a été proposé. Un effacement détruit aussi toutes les sauvegardes plus anciennes, et ne s’annule pas.
field-reopen-family-date = Rouvert le
    .hint = 12/3, hier, +7j, lundi…
field-add-referent-name = Nom de l’agent
field-in-a-sentence = { $field ->
        [address] l’adresse
        [benefit_code] le code de la prestation
        [benefit_ended_on] la date de fin du RSA majoré
        [birth_date] la date de naissance
        [child_given_name] le prénom de l’enfant né
        [children] le prénom d’un enfant
        [comment] le commentaire
        [commitments] le texte d’un engagement
        [date] la date
        [department] le nom du Département
        [document] le document d’origine
        [email] le courriel
        [given_name] le prénom
        [language] la langue
        [matricule] le matricule
        [motive] le motif
        [name] le nom
        [note] la note
        [objectives] le texte d’un objectif
        [override_motive] le motif du dépassement
        [panel_requested_on] la date de la demande de l’équipe pluridisciplinaire
        [communes] une commune
        [companion] qui accompagne la personne
        [grounds] les raisons
        [initial_objectives] les objectifs initiaux
        [new_objectives] les nouveaux objectifs
        [reached_objectives] les objectifs atteints
        [reason] le motif
        [situation] la situation
        [place] le lieu de signature
        [purpose] l’objet du rendez-vous
        [summary] le bilan
        [surname] le nom
        [telephone] le téléphone
        [text] le texte
       *[other] ce champ
    }

## Cadre, menus, aide

action-lock = verrouiller
    .help = Efface l’écran, oublie tout en mémoire et redemande la phrase de passe.
action-help = aide
    .help = Les touches d’ici, puis toutes les autres ; on y cherche en tapant.
action-palette = toutes les actions
    .help = Cherche une action par quelques lettres.
action-leader = actes
    .help = Les actes, par une ou deux touches.
action-toggle-privacy = masquer les noms
    .help = Cache ou montre les noms et les numéros à l’écran.
action-next-theme = autres couleurs
    .help = Sombre, clair, contraste élevé.
action-show-caseload = file active
    .help = La liste des familles, le dossier et le parcours.
action-show-agenda = échéances
    .help = Les échéances et les rendez-vous de l’antenne.
action-show-panel = saisines
    .help = Les saisines de l’équipe pluridisciplinaire de l’antenne, par étape et par date.
action-show-groups = actions collectives
    .help = Les actions collectives, leurs séances, et la grille des présences.
action-show-impact = évaluation
    .help = Les indicateurs de l’article 7, par période, MDS et référent ; chaque chiffre ouvre ses actes.
action-show-steering = comité de suivi
    .help = Les questions posées au comité de suivi, leurs réponses, et les effets sur le partenariat.
action-show-history = historique
    .help = Qui a fait quoi et quand pour cette famille ; on peut y revenir en arrière.
action-show-retention = conservation
    .help = Les dossiers passés leur durée de conservation : archiver, effacer, à deux.
action-show-accesses = accès
    .help = Qui a ouvert, cherché, imprimé ou transmis quoi.
action-show-search = chercher partout
    .help = Dans les noms, les notes, les contrats et tout ce qui a été saisi.
action-show-exchange = échanges
    .help = Ce qui part au Département, et le scellement du lot.
action-next-pane = volet suivant
    .help = Passe au volet suivant.
action-previous-pane = volet précédent
    .help = Revient au volet précédent.
action-back = revenir
    .help = Revient à la liste.
action-undo = annuler l’acte
    .help = Annule ce qui vient d’être fait, ou le dernier acte de la famille, par un nouvel acte.
action-redo = rétablir l’acte
    .help = Rétablit l’acte annulé en dernier.
action-up = monter
    .help = Une ligne plus haut.
action-down = descendre
    .help = Une ligne plus bas.
action-to-sections = sections
    .help = Revient à la liste des sections.
action-into-section = contenu
    .help = Entre dans ce que contient la section.
action-period-before = avant
    .help = La période qui précède.
action-period-after = après
    .help = La période qui suit, jusqu’à aujourd’hui.
action-next-presence = noter la suivante
    .help = Présente, puis absente, puis excusée : chaque appui note la suivante, enregistrée aussitôt.
action-session-before = avant
    .help = La séance qui précède.
action-session-after = après
    .help = La séance qui suit.
action-left = avant
    .help = Le repère précédent.
action-right = après
    .help = Le repère suivant.
action-page-up = page précédente
    .help = Une page plus haut.
action-page-down = page suivante
    .help = Une page plus bas.
action-first = début
    .help = Va au début.
action-last = fin
    .help = Va à la fin.
action-filter = filtrer
    .help = Cherche une famille en tapant : ni accents ni ordre des mots ne comptent.
action-clear-filter = tout montrer
    .help = Quitte le filtre.
action-choose-view = vue
    .help = Mes familles, échéances de la semaine, sans contact, sans contrat…
action-choose-sort = tri
    .help = Par nom, par échéance, par dernier contact.
action-zoom-in = plus près
    .help = Montre moins de temps, plus en détail.
action-zoom-out = plus loin
    .help = Montre plus de temps.
action-scroll-back = reculer
    .help = Fait défiler vers le passé.
action-scroll-on = avancer
    .help = Fait défiler vers l’avenir.
action-go-to-today = aujourd’hui
    .help = Revient à aujourd’hui.
action-undo-this = annuler celui-ci
    .help = Annule l’acte sous le curseur.
action-print-family = écrire le dossier
    .help = Tout le dossier en texte, ou tout ce qui est détenu sur la personne.
action-regroup-agenda = regrouper
    .help = Par jour ou par règle.
action-regroup-panel = regrouper
    .help = Par étape ou par délai.
action-mark-present = présente
    .help = Note la famille présente à la séance et passe à la suivante.
action-mark-absent = absente
    .help = Note la famille absente à la séance et passe à la suivante.
action-mark-excused = excusée
    .help = Note la famille excusée et passe à la suivante.
action-only-recorded = déjà notées
    .help = Seulement les familles déjà notées à une séance, ou toutes.
action-regroup-impact = regrouper
    .help = Pour l’antenne, par MDS ou par référent.
action-change-span = période
    .help = Année, semestre, trimestre, mois, puis les périodes telles qu’elles ont été closes.
action-preview = aperçu
    .help = Ce qui part et ce qui est retenu, famille par famille.
action-seal = sceller
    .help = Scelle et signe le prochain lot.
action-acknowledge = reçu
    .help = Note que le Département a confirmé la réception d’un lot.
action-choose-folder = répertoire
    .help = Choisit le répertoire ou la clé où les lots sont écrits et cherchés.
action-show-inbox = lots reçus
    .help = Ce qui vient du Département : fichiers à prendre, orientations à inclure ou à refuser, lots reçus.
action-hand-over = remis
    .help = Note que le lot sous le curseur et ceux d’avant ont été remis à qui les porte ; encore une fois, que lui et ceux d’après ne le sont pas.
action-write-slip = bordereau
    .help = Écrit dans le répertoire le bordereau de l’accusé sous le curseur, avec ses quatre mots pour le téléphone.
action-read-card = sa fiche
    .help = Lit la fiche de l’autre partie ; vous tapez ensuite les mots qu’elle lit à voix haute.
action-give-card = notre fiche
    .help = Écrit notre fiche, à remettre à l’autre partie, et montre les mots à lui lire.
action-compare = comparer
    .help = Compare les mots tapés avec ceux qui sont attendus.
action-next-field = champ suivant
    .help = Passe au champ suivant.
action-previous-field = champ précédent
    .help = Revient au champ précédent.
action-confirm = suivant
    .help = Passe au champ suivant ; enregistre sur le dernier.
action-new-line = à la ligne
    .help = Commence une nouvelle ligne du texte.
action-submit = enregistrer
    .help = Enregistre l’acte.
action-choose-from-list = liste
    .help = Ouvre la liste des choix du champ.
action-add-row = nouvelle ligne
    .help = Ajoute une ligne à la liste.
action-remove-row = ôter la ligne
    .help = Ôte la ligne sous le curseur.
noun-encounter = Entretiens et notes
noun-contract = Contrat
noun-family = Famille
noun-children = Enfants
noun-referent = Référent
noun-orientation = Orientation
noun-exit = Sortie
noun-panel = Équipe pluridisciplinaire
noun-rights = Droits et aides
noun-group = Actions collectives
noun-work = Vers l’emploi, effets
noun-limits = Limites de l’article 5
noun-steering = Comité de suivi, évaluation
noun-journal = Journal
context-always = Partout
context-global = Sur tous les écrans
context-moving = Pour se déplacer
context-caseload = File active
context-detail = Dossier
context-timeline = Parcours
context-agenda = Échéances
context-panel = Saisines
context-groups = Actions collectives
context-steering = Comité de suivi et partenariat
context-attendance = Présences
context-impact = Évaluation
context-history = Historique
context-retention = Conservation des dossiers
context-accesses = Journal des accès
context-search = Chercher partout
context-exchange = Échanges
    .face = À remettre
context-inbox = Lots reçus
    .face = Reçus
context-supports = Supports publiés
    .face = Supports
context-enrolment = Enrôlement
    .face = Enrôlement
context-filter = Filtre
context-form = Formulaire
context-paragraph = Texte de plusieurs lignes
context-question = Question
context-picker = Liste
context-popup = Message
context-words = Mots lus à voix haute
context-palette = Recherche d’une action, aide
context-leader = Menu des actes
context-lock = Verrouillage
header-masked = noms masqués ({ $key })
header-masked-short = masqué
header-caseload = file active { $taken }/{ $places }
header-caseload-short = { $taken }/{ $places }
header-overdue = ! en retard { $count }
header-overdue-short = ! { $count }
header-due = cette semaine { $count }
header-due-short = sem. { $count }
header-to-hand-over = à transmettre { $count }
header-to-hand-over-short = transm. { $count }
header-offline = hors ligne
header-demo = démonstration
header-demo-short = démo
header-read-only = lecture seule
header-read-only-short = lecture seule
palette-title = Toutes les actions
leader-title = Actes
help-title = Aide : les touches
list-nothing-found = Rien ne correspond.
list-path-typed = { $key } : aller à ce chemin.
notice-no-family-here = Ce qui est ici est à l’antenne, non à une famille : un tel acte ne s’annule pas, il se corrige par un autre.
notice-no-family = Aucune famille n’est sous le curseur : mettez-le d’abord sur l’une d’elles.

## File active

view-active = File active
view-mine = Mes familles
view-due-this-week = Échéances cette semaine
view-silent = Sans contact
view-without-contract = Sans contrat
view-oriented = Orientées
view-gone = Sorties et refusées
sort-name = Par nom
    .short = nom
sort-due = Par échéance
    .short = échéance
sort-last-contact = Par dernier contact
    .short = contact
caseload-choose-view = Choisir la vue
caseload-choose-sort = Choisir l’ordre
caseload-loading = Lecture de la file active…
caseload-oriented = orientée
caseload-out = sortie
caseload-archived = archivée
caseload-refused = refusée
caseload-no-contract = sans CER
caseload-contract-over = fini
caseload-none-found = Aucune famille de cette vue ne correspond à « { $typed } » : { $clear } efface le filtre, { $view } cherche dans une autre vue.
caseload-empty-active = La file active est vide : { $orient } enregistre une orientation.
caseload-empty-mine = Aucune famille ne vous est confiée : { $view } montre une autre vue.
caseload-empty-due-this-week = Aucune échéance d’ici dimanche : { $view } montre une autre vue.
caseload-empty-silent = Aucune famille sans contact : { $view } montre une autre vue.
caseload-empty-without-contract = Chaque famille a un contrat : { $view } montre une autre vue.
caseload-empty-oriented = Aucune orientation n’attend de réponse : { $orient } en enregistre une, { $view } montre une autre vue.
caseload-empty-gone = Aucune famille sortie ni refusée : { $view } montre une autre vue.

## Famille

family-matricule = matricule { $number }
family-center = { $name }
family-included-on = inclusion { $date }
family-out-on = sortie { $date }
family-oriented-on = orientée { $date }
family-referent = référent { $name }
family-stand-in = remplacé par { $name } jusqu’au { $until }
family-without-referent = sans référent
family-steps-done = étapes
family-landmark = { $years } ans le { $date } (majoration jusqu’au { $until })
family-landmark-narrow = { $years } ans le { $date }, majoré jusqu’au { $until }
family-landmark-passed-narrow = { $years } ans le { $date }, majoré jusqu’au { $until }
family-landmark-short = { $years } ans le { $date }
family-landmark-passed = { $years } ans depuis le { $date } (majoration terminée le { $until })
family-child-left = Plus d’enfant de moins de { $years } ans au foyer depuis le { $date } : majoration à vérifier
family-no-child = Aucun enfant au foyer : majoration à vérifier
family-inclusion-ungrounded = Aucun enfant de moins de { $years } ans à l’inclusion, le { $date } (art. 2)
family-contract-ungrounded = Aucun enfant de moins de { $years } ans au début du CER { $rank }, le { $date } (art. 6)
family-deadlines = Échéances
family-contract-deadline = { $rule } (CER { $rank })
family-contract = Contrat
family-panel = Équipe pluridisciplinaire
family-landmarks = Orientations, emploi, signalements
family-effects = Effets, de l’entrée à ce jour
family-effect-moved = { $first } → { $now } / 5
family-effect-quote = « { $quote } » ({ $date })
landmark-professional-referral = référent professionnel
landmark-return-to-work = retour à l’emploi ou en formation
landmark-housing-redirect = renvoi vers la DDCS
landmark-child-protection = signalement
landmark-effects = effets évalués
effect-line = { $scale } : { $level }, { $word }
family-rights = Droits et aides
family-diagnosis = Diagnostic
family-attendances = Actions collectives
family-diagnosis-first = du { $date }
family-diagnosis-since = du { $date }, comparé à celui du { $before } ({ $versions } versions)
diagnosis-theme-gone = n’est plus cité
diagnosis-before = avant
family-no-contract = Aucun contrat.
family-next-contract = Contrat à venir
family-past-contracts = Contrats précédents
family-review = bilan du { $date } : { $summary }
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
family-stays = File active : entrées et sorties
family-orientation = orientation du { $date } par { $center } ({ $document })
family-orientation-refused = refusée le { $date } : { $motive }
family-override = dérogation : { $motive }
family-exit = sortie { $date } · { $reasons } · { $outcome }
family-none = Aucune famille sous le curseur : son dossier se lit ici. { $caseload } montre la file active.

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
timeline-panel-letter = lettre d’information
    .short = lettre
timeline-panel-sent = saisine envoyée
    .short = saisine
timeline-panel-opinion = avis de l’EP
    .short = avis EP
timeline-panel-decided = décision après saisine
    .short = décision EP
timeline-panel-cancelled = saisine annulée
timeline-reoriented = orientation vers un référent professionnel
    .short = réf. pro
timeline-back-to-work = retour à l’emploi ou en formation
    .short = emploi
timeline-redirected = renvoi vers la DDCS
    .short = DDCS
timeline-reported = signalement
    .short = signalement
timeline-rated = effets évalués
    .short = effets
timeline-claim = accès aux droits
    .short = droits
timeline-aid = aide financière
    .short = aide
timeline-diagnosed = diagnostic
    .short = diagnostic
timeline-attended = action collective
    .short = collectif
timeline-steps = { $count ->
        [one] étape { $steps }
       *[other] étapes { $steps }
    }
timeline-contract-cut-short = du { $from } au { $to }, au lieu du { $term }
timeline-contract-span = du { $from } au { $to }, { $months } mois
timeline-contract-signed = signé le { $date }, { $place }
timeline-open-commitments = { $count ->
        [0] {""}
        [one] 1 engagement en cours
       *[other] { $count } engagements en cours
    }
timeline-majoration-ends = majoration jusqu’au { $date }
timeline-contract-until = le contrat va jusqu’au { $date }
timeline-from = possible à partir du { $date }
timeline-none = Aucune famille sous le curseur : son parcours se lit ici. { $caseload } montre la file active.
timeline-empty = Rien sur le parcours : il commence avec l’orientation.

## Échéances et agenda

## Formulaires

said-act = ✓ { $act } : c’est fait.
said-act-with = ✓ { $act } : c’est fait ({ $what }).
said-undone = ✓ Annulé : { $what }. { $key } le rétablit.
said-redone = ✓ Rétabli : { $what }.
said-nothing-to-undo = Il n’y a pas d’acte à annuler pour cette famille.
said-nothing-to-redo = Il n’y a pas d’acte à rétablir pour cette famille.
drafts-title = Saisies inachevées : laquelle reprendre ?
popup-not-done = Rien n’a été enregistré
popup-goes-on-above = ▲ début
popup-goes-on-below = ▼ suite
months = { $months } mois
contract-choice = CER { $rank }, du { $from } au { $to }
hold-waiting = Rendez-vous du { $date }{ $time } : il est tenu par un entretien de la même date ; d’une autre date, il reste à noter.
sign-what = Contrat n° { $rank }, { $months } mois, du { $starts } au { $last } inclus.
drop-draft-question = Abandonner ce projet ? Il ne pourra plus être signé.
sign-uncovered = Du { $from } au { $to }, aucun contrat ne couvre la famille. Si ce n’est pas voulu, fermez ce formulaire, puis avancez le début dans le projet.
reopen-what = Rouvrir efface la sortie du { $date } : la famille poursuit son suivi comme si elle n’était pas sortie.
reopen-instead = Si elle revient après une absence, enregistrez plutôt une nouvelle orientation.
include-as-of = Au { $date } ; une autre date est vérifiée à l’enregistrement :
sign-composition = Composition figée à la signature : { $adult } ; enfants : { $children }.
form-missing = À remplir.
    .hint = Sans cela, l’acte ne peut pas être enregistré.
form-name-without-letter = Il faut au moins une lettre de A à Z ou un chiffre.
    .hint = Donnez le nom sous lequel la MDS est connue.
form-not-a-number = Ce n’est pas un nombre entier.
    .hint = Des chiffres seulement, par exemple 6.
form-not-understood = Ce formulaire n’a pas pu être lu.
    .hint = Rien n’est enregistré ; le brouillon est gardé. Fermez et rouvrez le formulaire.
form-draft-kept = brouillon gardé
form-draft-resumed = Brouillon repris : { $leave }, puis « effacer », pour repartir de zéro.
form-rows-keys = { $add } ajoute une ligne, { $remove } ôte celle-ci.
form-rows-add = { $add } ajoute une ligne.
form-leave-title = Fermer le formulaire
form-leave-text = Rien n’est encore enregistré.
form-leave-keep = Fermer et garder le brouillon
form-leave-drop = Fermer et effacer ce qui est tapé
form-leave-stay = Continuer
toggle-yes = oui
toggle-no = non

## Échanges

exchange-too-large = Ce fichier dépasse la taille d’un lot (32 Mio).
    .hint = Vérifiez que c’est bien un lot ; demandez à l’expéditeur de le renvoyer.
exchange-not-an-envelope = Ce fichier n’est pas un lot, ou il a été modifié.
    .hint = Demandez à l’expéditeur de le renvoyer tel quel, sans l’ouvrir dans un éditeur.
exchange-other-payload-type = Ce fichier est signé, mais ce n’est pas un lot destiné à cet usage.
    .hint = Vérifiez que vous avez choisi le bon fichier.
exchange-not-canonical = Ce fichier a été réécrit après la signature.
    .hint = Demandez à l’expéditeur de le renvoyer tel quel.
exchange-bad-signature = La signature ne correspond pas : le fichier a été modifié après la signature.
    .hint = N’en tenez aucun compte et demandez à l’expéditeur de le renvoyer.
exchange-other-key = Ce lot est signé par une autre clé que celle que vous avez indiquée.
    .hint = Vérifiez l’expéditeur et le fichier de clé.
exchange-not-a-key = Ce fichier n’est pas une clé publique Ed25519.
    .hint = Demandez à l’expéditeur son fichier de clé (« BEGIN PUBLIC KEY »).
exchange-too-deep = Le contenu du lot est imbriqué au-delà de ce qui est permis.
    .hint = Ce n’est pas un lot de ce programme ; demandez à l’expéditeur de le renvoyer.
exchange-not-a-bundle = Le contenu n’est pas celui d’un lot (ligne { $line }, colonne { $column }).
    .hint = Demandez à l’expéditeur de le renvoyer.
exchange-payload-not-canonical = Le contenu du lot n’est pas écrit sous la forme prévue.
    .hint = Il ne vient pas de ce programme ; demandez à l’expéditeur de le renvoyer.
exchange-newer-bundle = Ce lot demande une version plus récente du programme (format { $needed }, celui-ci lit le format { $known }).
    .hint = Mettez le programme à jour, puis recommencez.
exchange-number-too-large = Un nombre du lot dépasse ce qui est permis.
    .hint = Ce n’est pas un lot de ce programme ; demandez à l’expéditeur de le renvoyer.
exchange-unknown-extension = Ce lot contient « { $name } », que cette version doit comprendre et ne comprend pas.
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
exchange-unreadable = Un événement du journal ne peut pas être lu.
    .hint = Lancez « jalon check », puis restaurez une sauvegarde si besoin.
exchange-kind-not-allowed = Ce lot est de type « { $kind } » : ce type ne vient pas de cet expéditeur.
    .hint = Ne l’utilisez pas ; prévenez l’expéditeur par un moyen que vous connaissez déjà.
exchange-not-an-encryption-key = Cette clé de chiffrement n’est pas une clé age (X25519).
    .hint = Demandez à l’autre partie une nouvelle fiche.
exchange-encrypted-to-others = Ce fichier est chiffré pour un autre destinataire.
    .hint = Demandez à l’expéditeur pour qui il l’a chiffré. Si vous avez changé de poste, l’expéditeur doit connaître votre nouvelle fiche.
exchange-not-decrypted = Ce fichier chiffré a été modifié ou coupé en route.
    .hint = Demandez à l’expéditeur de remettre le même lot : il en garde la copie exacte.
exchange-is-encrypted = Ce fichier est chiffré : sans la clé du destinataire, on ne peut ni le lire ni le vérifier.
    .hint = Donnez la base qui l’a reçu ou scellé, avec --store et --passphrase-file.
exchange-not-encrypted = Ce lot n’est pas chiffré, alors que les deux parties ont échangé leurs fiches.
    .hint = N’en tenez pas compte et demandez à l’expéditeur de l’exporter de nouveau.
exchange-not-a-card = Ce fichier n’est pas une fiche d’enrôlement.
    .hint = Demandez la fiche (un fichier terminé par .carte.json) à l’autre partie.
exchange-card-of-other-side = Cette fiche est celle de votre propre côté de l’échange.
    .hint = L’antenne prend la fiche du Département, et le Département celle de l’antenne.
exchange-card-words-count = { $needed } mots sont attendus, { $found ->
    [0] aucun n’a été saisi
    [one] un seul a été saisi
   *[other] { $found } ont été saisis
    }.
    .hint = Faites lire la fiche à voix haute et saisissez au moins les quatre premières lettres de chaque mot.
exchange-card-word-differs = Le mot n° { $place } n’est pas celui de cette fiche.
    .hint = Faites-le relire. S’il est bien celui qui a été lu, cette fiche n’est pas celle de l’autre partie : ne l’acceptez pas.
exchange-wrong-recipient = Ce lot est adressé à « { $name } », pas à vous.
    .hint = Remettez-le à son destinataire, ou détruisez-le.
exchange-other-department-named = Ce lot, scellé avant l’échange des fiches, est adressé à « { $name } », et vous n’avez pas ce nom.
    .hint = Si c’est bien vous que l’antenne voulait nommer, qu’elle crée de nouvelles clés une fois les fiches échangées (« jalon card --new-keys ») : ce qui n’a pas reçu de réponse est scellé de nouveau à votre nom. Enrôlez ensuite sa nouvelle fiche.
exchange-unknown-sender = « { $name } » ne figure pas dans le registre.
    .hint = Enrôlez d’abord cette partie avec sa fiche.
exchange-keys-revoked = Les clés de « { $name } » ont été révoquées le { $on }.
    .hint = Il faut une fiche de nouvelles clés (à l’antenne : « jalon card --new-keys », ou son écran d’enrôlement) : enrôlez-la, puis recommencez.
exchange-unknown-key = Ce lot est signé par une clé que le registre ne connaît pas pour « { $name } ».
    .hint = Ne l’utilisez pas. Si l’expéditeur a changé de poste, il doit d’abord être enrôlé de nouveau.
exchange-number-not-allowed = Le registre n’accepte cet expéditeur qu’à partir du lot n° { $from } (reçu : n° { $found }).
    .hint = Demandez au Département ce que dit le registre.
exchange-revoked-key = La clé qui signe ce lot a été révoquée le { $on } : { $reason }.
    .hint = Ne l’utilisez pas : il peut venir de quelqu’un d’autre. L’expéditeur crée de nouvelles clés (« jalon card --new-keys » à l’antenne) et est enrôlé de nouveau.
exchange-registry-older = Ce lot se fonde sur le registre n° { $found }, alors que vous connaissez le n° { $pinned }.
    .hint = Il est plus ancien qu’il ne le dit, ou l’expéditeur a restauré une copie : demandez-lui un nouveau lot.
exchange-registry-newer = Ce lot se fonde sur le registre n° { $found }, que vous n’avez pas encore (vous avez le n° { $pinned }).
    .hint = Prenez d’abord les lots qui manquent.
exchange-registry-lost = Ce lot se fonde sur votre registre n° { $found }, que votre base ne connaît plus (elle a le n° { $pinned }) : elle a été restaurée.
    .hint = Recevez d’abord les lots que vous avez vous-même scellés depuis la copie : le registre en est repris. Puis recevez celui-ci de nouveau.
exchange-registry-step-back = Ce registre (n° { $found }) n’est pas plus récent que le vôtre (n° { $pinned }).
    .hint = Gardez le vôtre et prévenez le Département.
exchange-registry-jump = Ce registre porte le n° { $found } ; le n° { $expected } est attendu.
    .hint = Demandez au Département la version qui manque.
exchange-registry-not-linked = Ce registre (n° { $found }) ne fait pas suite au vôtre.
    .hint = Ne l’acceptez pas et prévenez le Département : il peut y en avoir deux.
exchange-publication-not-next = Cette publication porte le n° { $found } ; le n° { $expected } est attendu.
    .hint = Demandez au Département les publications qui manquent.
exchange-publication-unreadable = { $path } ne se lit pas : la faute est à la ligne { $line }.
    .hint = Corrigez cette ligne ; « jalon department publish --example plan » montre un plan.
exchange-publication-field-missing = { $path } ne se lit pas : « { $field } » manque dans la partie de la ligne { $line }.
    .hint = Ajoutez-le ; « jalon department publish --example plan » montre un plan.
exchange-publication-field-unknown = { $path } ne se lit pas : à la ligne { $line }, « { $field } » n’est pas attendu.
    .hint = Corrigez ce nom ou ôtez-le ; « jalon department publish --example plan » montre un plan.
exchange-publication-field-unfit = { $path } ne se lit pas : à la ligne { $line }, la valeur de « { $field } » ne convient pas.
    .hint = Un texte s’écrit entre guillemets et n’est pas vide, un nombre sans guillemets et à partir de 1, un fichier est à côté du plan, une date AAAA-MM-JJ.
exchange-publication-file-missing = Le plan nomme { $file }, qui n’existe pas.
    .hint = Mettez ce fichier à côté du plan, ou corrigez son nom dans { $plan }.
exchange-publication-blank-unknown = Dans { $path }, « { $blank } » entre accolades ne nomme rien d’un dossier.
    .hint = Les mots qui se remplissent : { $known }. Corrigez-le, ou laissez une place à remplir à la main.
exchange-publication-is-convention = { $path } est une convention, non un plan de publication.
    .hint = Écrivez un plan de deux lignes qui la nomme : [[convention]], puis file = et le nom du fichier entre guillemets.
exchange-publication-empty = Ce plan ne publie rien.
    .hint = Nommez au moins un support, une convention ou une réponse.
exchange-publication-unchanged = Ce plan ne change rien à ce qui est publié.
    .hint = Il a déjà été remis à chaque antenne. Pour publier un autre texte, donnez-lui un nouveau numéro de version.
exchange-support-changed = Le support { $code } a déjà une version { $version }, avec un autre texte.
    .hint = Donnez un nouveau numéro de version au texte modifié : ce qui a été publié ne change pas.
exchange-convention-changed = La version « { $code } » de la convention a déjà un autre texte, publié ou en vigueur dans une antenne.
    .hint = Donnez un nouveau code à ce texte : une version de la convention ne change plus.
exchange-stream-forked = Alerte : deux lots différents portent le n° { $number }.
    .hint = Plus rien n’est pris de cet expéditeur. Appelez-le : sa clé a pu servir à quelqu’un d’autre. De nouvelles clés (« jalon card --new-keys » à l’antenne) commencent une nouvelle série.
exchange-sender-restored = Alerte : le lot n° { $number } vient d’un poste restauré à partir d’une copie, qui reprend des numéros déjà donnés.
    .hint = Plus rien n’est pris de cette série. Demandez à l’expéditeur d’en commencer une nouvelle.
exchange-stream-frozen = Après une alerte, cette série de lots est arrêtée.
    .hint = L’expéditeur doit en commencer une nouvelle : « jalon card --new-keys » à l’antenne.
exchange-epoch-past = Ce lot est de la série { $found }, qui est terminée (série en cours : { $current }).
    .hint = Ne l’utilisez pas.
exchange-epoch-jump = Ce lot est de la série { $found }, très loin de la série { $expected } attendue.
    .hint = Demandez à l’expéditeur les lots qui manquent.
exchange-too-far-ahead = Ce lot porte le n° { $found }, très loin du n° { $expected } attendu.
    .hint = Demandez à l’expéditeur les lots qui manquent, dans l’ordre.
exchange-already-enrolled = « { $name } » est déjà enrôlé.
    .hint = Ses clés changent par le registre qu’il signe, jamais par une nouvelle fiche.
exchange-antenna-enrolled = { $name } est déjà dans le registre, avec cette fiche.
    .hint = Il n’y a rien à refaire. Une fiche faite avec de nouvelles clés (« jalon card --new-keys » à l’antenne) serait prise.
exchange-answer-to-nobody = Aucune question du comité de suivi n’a l’identifiant « { $topic } ».
    .hint = « jalon department publish », sans plan, donne l’identifiant de chaque question en attente.
exchange-card-of-revoked-key = Une clé de cette fiche a été révoquée le { $on } : { $reason }. Elle ne servira plus.
    .hint = L’antenne doit d’abord créer de nouvelles clés (« jalon card --new-keys »), puis vous remettre sa nouvelle fiche.
exchange-card-of-past-epoch = Cette fiche est de la série { $found }, alors que des lots de la série { $current } ont été reçus.
    .hint = L’antenne crée de nouvelles clés encore une fois (« jalon card --new-keys ») : chaque fois commence une série plus haute.
exchange-not-enrolled = Les fiches n’ont pas encore été échangées.
    .hint = Prenez d’abord la fiche de l’autre partie et saisissez les douze mots qu’elle lit à voix haute.
exchange-no-receipt = Le lot n° { $number } n’a pas d’accusé de réception.
    .hint = Attendez que l’autre partie réponde, ou demandez-lui son accusé.
exchange-bundle-not-answered = Le lot n° { $number } n’a pas d’accusé en retour : il ne porte que des accusés, ou un signe de présence.
    .hint = Il n’y a rien à confirmer.
exchange-receipt-words-count = { $needed } mots sont attendus, { $found ->
    [0] aucun n’a été saisi
    [one] un seul a été saisi
   *[other] { $found } ont été saisis
    }.
    .hint = Faites lire les quatre mots de l’accusé et saisissez au moins les quatre premières lettres de chacun.
exchange-receipt-word-differs = Le mot n° { $place } n’est pas celui de l’accusé reçu.
    .hint = Faites-le relire. S’il est bien celui qui a été lu, l’autre partie n’a pas le même accusé : demandez-lui de le remettre.
exchange-receipt-not-told = Ces mots ne sont pas ceux d’un accusé qui accepte tout le lot n° { $number }.
    .hint = Faites-les relire. S’ils sont bien ceux de l’accusé, une partie du lot a été refusée : prenez le fichier de l’accusé, qui dit laquelle.
exchange-receipt-unknown = Cet accusé répond au lot n° { $number }, que vous n’avez pas envoyé sous cette forme.
    .hint = Appelez l’autre partie : elle a pu recevoir un lot qui n’est pas de vous.
exchange-journal-of-others = Ce lot contient des actes du journal ou d’une famille d’une autre partie. Rien n’a été pris.
    .hint = Appelez l’expéditeur et prévenez le service informatique : personne ne remet les actes d’autrui.
exchange-antenna-unknown = Aucune antenne du registre ne se nomme ainsi à elle seule : { $name }.
    .hint = « jalon department » montre les antennes enrôlées ; écrivez un nom qui n’en désigne qu’une.

## Réglages et antenne

## Ligne de commande

cli = Accompagnement social des familles monoparentales au RSA majoré : file active, contrats, échéances, transmission signée au Département.
cli-demo = Ouvre le programme sur une antenne inventée, sans phrase de passe
cli-demo-department = Un Département inventé, avec trois antennes enrôlées (leurs bases sont dans « antennes »)
cli-init = Crée la base d’une antenne : référent, convention, code de secours
cli-export = Scelle le prochain lot à transmettre au Département
cli-verify = Vérifie que des lots reçus sont intacts et signés ; aucune base n’est nécessaire
cli-show = Affiche le contenu d’un lot, une fois vérifié
cli-schema = Affiche la description technique (JSON Schema) des lots ou des actes
cli-record = Enregistre d’un coup les actes d’un fichier, un par ligne ; une ligne donnée de nouveau n’est pas enregistrée une seconde fois
cli-import = Reçoit les lots du Département (.json.age) et les listes d’orientation des MDS (.csv ou .xlsx)
cli-import-files = Lots ou listes à recevoir
cli-import-preview = Montre les lignes et leurs vérifications, sans rien recevoir
cli-arg-mds = MDS qui a envoyé les listes, par son code, quand aucune colonne ne la nomme
cli-value-MDS = MDS
cli-arg-only-valid = Reçoit les lignes qui peuvent l’être, même si d’autres sont refusées
cli-arg-errors = Écrit dans ce fichier les lignes refusées et leur motif, pour la MDS qui les a envoyées
cli-family = Affiche le dossier d’une famille et ses échéances
cli-family-everything = Tout ce qui est détenu sur la personne, pour elle (RGPD art. 15)
cli-agenda = Affiche les échéances, ou en fait un calendrier pour votre téléphone
cli-access = Dit qui a ouvert, cherché, imprimé ou transmis quoi : une ligne par accès, le plus récent d’abord
cli-access-matricule = Une seule famille
cli-check = Vérifie que la base est intacte et que rien n’y manque
cli-rebuild = Refait les listes et les échéances à partir des actes enregistrés
cli-backup = Fait une sauvegarde et la vérifie
cli-restore = Remet une sauvegarde en place, après l’avoir vérifiée ; la base remplacée est gardée
cli-referent = Gère qui peut ouvrir la base
cli-referent-add = Donne à un référent le moyen d’ouvrir la base
cli-referent-remove = Le lui retire ; ses actes et ses familles restent
cli-referent-list = Affiche les référents de l’antenne et leur identifiant, que demandent les actes
cli-referent-passphrase = Change la phrase de passe d’un référent
cli-help-usage = Usage :
cli-help-commands = Commandes 
cli-help-command = COMMANDE
cli-help-options = Options 
cli-help-arguments = À donner 
cli-value-FILE = FICHIER
cli-value-DIR = RÉPERTOIRE
cli-value-NAME = NOM
cli-value-YYYY-MM-DD = AAAA-MM-JJ
cli-value-THEME = THÈME
cli-value-N = NOMBRE
cli-value-S = NOMBRE
cli-value-MATRICULE = MATRICULE
cli-arg-help = Montre cette aide
cli-arg-version = Montre la version
cli-arg-store = Répertoire de la base (sinon celui de JALON_STORE, sinon le vôtre)
cli-arg-lang = Langue : fr ou en (sinon celle de la machine)
cli-arg-today = Date prise pour aujourd’hui (AAAA-MM-JJ) ; la date de saisie reste la vraie
cli-arg-passphrase-file = Fichier dont la première ligne est votre phrase de passe
cli-arg-referent = Qui ouvre la base, quand plusieurs le peuvent
cli-arg-theme = Couleurs de l’écran : dark, light, high-contrast ou plain
cli-arg-families = Nombre de familles, de 1 à 1 000 000 (sinon 47)
cli-arg-seed = Le même nombre donne la même antenne (sinon 1)
cli-arg-keep = Garde l’antenne inventée dans ce répertoire
cli-arg-create-only = Crée l’antenne inventée sans l’ouvrir (avec --keep)
cli-arg-antenna = Nom de l’antenne
cli-arg-department = Nom du Département
cli-arg-name = Nom du référent
cli-arg-centers = Nom d’une MDS (à répéter pour chacune)
cli-arg-convention = Fichier TOML de la convention (sinon celle de Seine-et-Marne, 2012)
cli-arg-out = Répertoire où écrire (sinon celui où vous êtes)
cli-arg-preview = Montre ce qui partira et ce qui restera, famille par famille, sans rien sceller
cli-arg-again = Écrit de nouveau, à l’identique, le lot de ce numéro
cli-arg-files = Lots à vérifier
cli-arg-key = Fichier de la clé publique de l’expéditeur (.pem)
cli-arg-file = Fichier
cli-record-file = Fichier des actes (« jalon schema act » en décrit les lignes)
cli-show-file = Lot à afficher
cli-restore-file = Sauvegarde à remettre en place
cli-agenda-format = text pour lire (par défaut), ics pour un calendrier
cli-init-name = Votre nom, tel que l’écran le montrera
cli-arg-what = bundle pour les lots, act pour les actes
cli-arg-matricule = Matricule CAF de la famille
cli-family-format = text pour lire (par défaut), json pour un programme
cli-arg-from = Premier jour (AAAA-MM-JJ ; sinon il y a un an)
cli-arg-to = Dernier jour (AAAA-MM-JJ ; sinon dans un mois)
cli-arg-names = Écrit les noms dans le calendrier ; sinon, les initiales seulement
cli-arg-new-passphrase-file = Fichier dont la première ligne est la nouvelle phrase de passe
cli-arg-recovery-file = Fichier dont la première ligne est le code de secours
cli-usage-command = « { $argument } » n’est pas une commande de jalon.
    .hint = « jalon --help » montre les commandes.
cli-usage-no-command = Il manque ce qu’il faut faire.
    .hint = Ajoutez --help pour voir les commandes possibles.
cli-usage-missing = Il manque { $argument }.
cli-usage-no-value = Il manque ce qui doit suivre { $argument }.
cli-usage-value = « { $value } » ne convient pas à { $argument }.
cli-usage-conflict = { $argument } et { $other } ne vont pas ensemble.
    .hint = Gardez l’un des deux ; --help dit ce que fait chacun.
cli-usage-twice = { $argument } est donné deux fois.
    .hint = Donnez-le une seule fois ; --help dit ce qu’il fait.
cli-usage-unknown = « { $argument } » n’est pas prévu ici.
    .hint = Retirez-le, ou ajoutez --help pour voir ce que la commande accepte.
cli-usage-expected = Ce qu’on y met : { $expected }. Ajoutez --help pour en voir plus.
cli-usage-help = Ajoutez --help pour voir ce que la commande attend.
cli-usage-near = Vouliez-vous écrire « { $near } » ? Ajoutez --help pour voir ce qui est possible.
cli-file = { $kind ->
        [missing] { $path } n’existe pas.
        [denied] Vous n’avez pas le droit de lire ou d’écrire { $path }.
        [directory] { $path } est un répertoire, et non un fichier.
        [file] { $path } est un fichier, et non un répertoire.
        [unreadable] { $path } n’est pas un texte lisible.
        [full] Il n’y a plus de place pour { $path }.
       *[disk] { $path } ne peut être ni lu ni écrit.
    }
    .hint = Vérifiez le chemin et les droits ; rien n’a été écrit.
cli-no-home = Votre répertoire personnel est introuvable.
    .hint = Indiquez le répertoire de la base avec --store.
cli-no-passphrase = Il manque la phrase de passe, et personne n’est au clavier pour la taper.
    .hint = Mettez-la dans un fichier, et donnez ce fichier avec { $option }.
cli-everything-is-text = Tout ce qui est détenu sur une personne ne s’écrit qu’en texte, pour être relu.
    .hint = Donnez --everything sans « --format json ».
cli-unwritten = { $kind ->
        [full] Il n’y a plus de place là où va la réponse : elle n’a pas été écrite jusqu’au bout.
       *[disk] La réponse n’a pas pu être écrite jusqu’au bout.
    }
    .hint = { $task ->
            [reads] Vérifiez où va la réponse (« > », « | »), puis redemandez-la.
           *[records] Ce que la commande devait enregistrer l’est. Vérifiez où va la réponse (« > », « | »), puis redemandez-la.
        }
cli-not-interactive = Il manque { $option }, et personne n’est au clavier pour répondre.
    .hint = Donnez cette option sur la ligne de commande ; la même commande, suivie de --help, dit ce qu’elle attend.
cli-ask-passphrase = Phrase de passe :
cli-ask-new-passphrase = Nouvelle phrase de passe (12 caractères au moins, une phrase entière est le mieux) :
cli-ask-again = La même, encore une fois :
cli-passphrases-differ = Les deux saisies diffèrent : recommencez.
cli-ask-antenna = Nom de l’antenne (par exemple « Antenne de Melun ») ?
cli-ask-department = Nom du Département ?
cli-ask-center = Nom d’une MDS qui orientera des familles (vide pour finir) ?
cli-ask-referent = Votre nom, tel que l’écran le montrera ?
cli-ask-last-group = Recopiez le dernier groupe du code, pour être sûr qu’il est noté :
cli-last-group-differs = Ce n’est pas le dernier groupe : relisez la fiche.
cli-init-done = La base de l’antenne est créée dans { $path }.
cli-init-next = « jalon » ouvre la base. La première orientation s’y enregistre, ou s’importe d’une liste (jalon import LISTE).
cli-init-recovery = Code de secours, montré une seule fois. Notez-le et gardez-le sous clé, hors de l’ordinateur :
cli-convention-unreadable = { $field ->
        [none] La convention ne peut pas être lue (ligne { $line }).
       *[other] La convention ne peut pas être lue (ligne { $line }, « { $field } »).
    }
    .hint = Comparez-la à celle que donne « jalon department publish --example convention » ; rien n’a été créé.
cli-demo-damaged = L’antenne inventée ne peut pas être créée : un fichier du programme est abîmé.
    .hint = Réinstallez le programme.
cli-demo-making = Création de l’antenne inventée
cli-exported = Le lot n° { $sequence } est scellé : { $entries ->
        [one] { $entries } acte
       *[other] { $entries } actes
    }, { $families ->
        [one] { $families } famille
       *[other] { $families } familles
    }.
cli-exported-key = Le Département vérifie vos lots avec votre clé publique, à lui donner une fois : { $key } (empreinte { $fingerprint }).
cli-encrypted = Ce qui est scellé est signé et chiffré : seul le Département peut le lire.
cli-card = Écrit la fiche de l’antenne, à remettre au Département
cli-enroll = Enrôle le Département à partir de sa fiche
cli-slip = Imprime le bordereau d’un accusé de réception, avec ses quatre mots pour le téléphone
cli-slip-number = Numéro du lot que le Département a reçu
cli-slip-received = De notre accusé pour un lot du Département, plutôt que du sien pour un lot de l’antenne
cli-slip-out = Répertoire où écrire le bordereau, au lieu de l’afficher
cli-confirm = Note qu’un lot est reçu, par les quatre mots que le Département lit dans son accusé
cli-confirm-number = Numéro du lot remis
cli-confirm-words = Les quatre mots lus à voix haute (au moins les quatre premières lettres de chacun)
cli-ask-receipt-words = Saisissez les quatre mots de l’accusé, que le Département lit à voix haute (quatre lettres de chacun suffisent) :
cli-arg-card = La fiche reçue de l’autre partie
cli-arg-words = Les douze mots lus à voix haute par l’autre partie (au moins les quatre premières lettres de chacun)
cli-value-WORDS = MOTS
cli-arg-new-keys = Crée d’abord de nouvelles clés, quand les anciennes sont révoquées ou connues d’autrui
cli-card-words = Remettez cette fiche au Département, puis lisez-lui ces mots à voix haute : { $words }
cli-ask-words = Saisissez les douze mots que l’autre partie lit à voix haute (quatre lettres de chacun suffisent) :
cli-enrolled = { $name } est enrôlé. Les prochains lots seront chiffrés pour lui.
cli-department-taken = { $name } — { $told }
taken-in-whole = Lot n° { $sequence } ({ $kind }) reçu.
taken-in = Lot n° { $sequence } ({ $kind }) reçu : { $accepted ->
        [0] rien à accepter
        [one] { $accepted } accepté
       *[other] { $accepted } acceptés
    }, { $refused ->
        [0] aucun refusé
        [one] { $refused } refusé
       *[other] { $refused } refusés
    }.
taken-before = Lot n° { $sequence } : déjà reçu, rien n’a changé.
taken-waits = Lot n° { $sequence } mis de côté : { $count ->
    [one] il attend le lot n° { $first }.
   *[other] il attend les lots n° { $first } à { $last }.
}
taken-back = Repris de vos propres fichiers : { $kind }, version { $version }.
taken-back-sent = Repris de vos propres fichiers : lot n° { $sequence } ({ $kind }).
taken-own = { $count ->
    [one] Un de vos propres lots, déjà connu : rien à en reprendre.
   *[other] { $count } de vos propres lots, déjà connus : rien à en reprendre.
}
cli-import-lists-or-bundles = Parmi ces fichiers, les uns sont des lots (.json, .age) ; { $file } n’en est pas un.
    .hint = Si c’est une liste d’orientations, importez-la à part ; sinon, ôtez ce fichier. Rien n’a été importé.
bundle-activity = activité
bundle-panel-referral = saisines de l’équipe pluridisciplinaire
bundle-orientation-answer = réponses aux orientations
bundle-orientation = orientations
bundle-panel-decision = décisions de l’équipe pluridisciplinaire
bundle-supports = publications
bundle-registry = registre
bundle-receipt = accusés de réception
bundle-presence = signe de présence
cli-not-encrypted = Attention : ce lot est signé mais n’est pas chiffré. Ne le confiez qu’à un support sûr.
cli-verified = { $path } est intact et signé par la clé indiquée (empreinte { $fingerprint }). Lot n° { $sequence }, { $entries ->
        [one] { $entries } acte
       *[other] { $entries } actes
    }, scellé le { $created } par « { $antenna } ».
cli-verified-by-store = { $path } est intact et signé par « { $antenna } », dont cette base connaît la clé (empreinte { $fingerprint }). Lot n° { $sequence }, { $entries ->
        [one] { $entries } acte
       *[other] { $entries } actes
    }, scellé le { $created }.
cli-verified-unknown-key = { $path } est intact, mais rien ne prouve encore qui l’a signé : demandez à l’expéditeur l’empreinte de sa clé ({ $fingerprint }), ou donnez son fichier de clé avec --key. Lot n° { $sequence }, { $entries ->
        [one] { $entries } acte
       *[other] { $entries } actes
    }, scellé le { $created } par « { $antenna } ».
cli-preview = Prochain lot : n° { $sequence }, { $entries ->
        [one] { $entries } acte
       *[other] { $entries } actes
    }.{ $remaining ->
    [0] {""}
   *[other] {" "}Il en restera { $remaining } pour les lots suivants.
}
cli-bundle-refused = { $path } : { $fault }
cli-leaves = part :
cli-for-panel = part pour l’équipe pluridisciplinaire seule :
cli-stays = reste à l’antenne :
cli-antenna-itself = Antenne
cli-import-list = { $count ->
        [one] { $file } : une ligne. À recevoir : { $ready }, à regarder : { $look }, déjà reçue : { $known }, refusée : { $refused }.
       *[other] { $file } : { $count } lignes. À recevoir : { $ready }, à regarder : { $look }, déjà reçues : { $known }, refusées : { $refused }.
    }
cli-department-list = { $count ->
        [one] { $file } : une ligne. À envoyer : { $ready }, à regarder : { $look }, déjà envoyée : { $known }, refusée : { $refused }.
       *[other] { $file } : { $count } lignes. À envoyer : { $ready }, à regarder : { $look }, déjà envoyées : { $known }, refusées : { $refused }.
    }
cli-import-line = ligne { $number }
cli-import-not-read = « { $file } » : { $fault }
cli-directory-of-bundles = c’est un répertoire.
    .hint = Nommez les fichiers qui s’y trouvent, et non le répertoire.
cli-import-report = Rapport pour la MDS : { $path }
cli-import-one-report = Un rapport ne peut concerner qu’une seule liste.
    .hint = Recevez les listes une par une.
cli-import-nothing = { $count ->
        [one] Rien n’a été reçu, car une ligne est refusée ou à regarder.
       *[other] Rien n’a été reçu, car { $count } lignes sont refusées ou à regarder.
    }
    .hint = Avec --only-valid, les autres sont reçues ; celles à regarder se choisissent à l’écran « Listes d’orientation ».
cli-import-received = { $count ->
        [0] Aucune orientation à recevoir.
        [one] Une orientation reçue.
       *[other] { $count } orientations reçues.
    }
cli-recorded = { $accepted ->
        [one] { $accepted } ligne enregistrée
       *[other] { $accepted } lignes enregistrées
    }, { $refused ->
        [one] { $refused } refusée
       *[other] { $refused } refusées
    }.
cli-recorded-before = { $count ->
        [one] { $count } ligne était déjà enregistrée : elle ne l’est pas une seconde fois.
       *[other] { $count } lignes étaient déjà enregistrées : elles ne le sont pas une seconde fois.
    }
    .hint = Un acte qui a bien eu lieu deux fois est enregistré deux fois quand sa ligne est écrite deux fois dans le même fichier.
cli-line-refused = Ligne { $line } : { $fault }
cli-line-too-long = elle est bien plus longue qu’aucun acte.
cli-line-endless = La ligne { $line } ne finit pas : la suite du fichier n’a pas été lue.
    .hint = Ce n’est pas un fichier d’actes : vérifiez son nom.
cli-line-not-json = elle n’est pas écrite en JSON (colonne { $column }).
cli-line-no-act = « act » ne nomme pas un acte connu.
cli-line-missing = il manque « { $member } ».
cli-line-unknown = « { $member } » n’est pas prévu dans cet acte.
cli-line-unsuitable = « { $member } » ne convient pas : il faut { $expected }.
cli-line-doubled = un de ses membres est écrit deux fois.
cli-expected-date = une date qui existe (AAAA-MM-JJ)
cli-expected-time = une heure (HH:MM:SS)
cli-expected-id = un identifiant donné par le programme
cli-expected-number = un nombre entier, zéro ou plus
cli-expected-boolean = true ou false
cli-expected-text = un texte entre guillemets
cli-expected-list = une liste entre crochets
cli-expected-object = un objet entre accolades
cli-expected-one-of = l’une de ces valeurs : { $values }
cli-lines-schema = « jalon schema act » décrit chaque acte, membre par membre.
cli-lines-hint = Les lignes refusées n’ont rien enregistré : corrigez-les et redonnez le fichier, dont les autres lignes ne seront pas enregistrées une seconde fois.
cli-checked-erasure = Effacé : { $events ->
        [one] { $events } événement
       *[other] { $events } événements
    } d’un dossier, sur l’ordre de l’entrée n° { $number } du { $date } ({ $by }).
cli-checked = Tout est en ordre : { $entries ->
        [one] { $entries } acte
       *[other] { $entries } actes
    }, { $families ->
        [one] { $families } famille
       *[other] { $families } familles
    }{ $deadlines ->
        [0] {""}
        [one] , { $deadlines } échéance
       *[other] , { $deadlines } échéances
    }.
cli-rebuilt = Tout ce qui se déduit des actes est refait, pour { $families ->
        [one] { $families } famille
       *[other] { $families } familles
    }.
cli-restored = La sauvegarde est en place. « jalon check » vérifie la base.
cli-kept-aside = L’ancienne base est gardée dans { $path }.
cli-referent-added = { $name } peut ouvrir la base.
cli-referent-removed = { $name } ne peut plus ouvrir la base. Ses actes restent.
cli-referent-left = a quitté l’antenne le { $date }
cli-passphrase-changed = La phrase de passe de { $name } est changée.
agenda-overdue = En retard
agenda-today = Aujourd’hui
agenda-this-week = Cette semaine
agenda-later = Plus tard
agenda-nothing = Rien à échéance dans cette période.
sheet-pair = { $name } : { $value }
sheet-quoted = « { $text } »
sheet-status = Situation
sheet-included = Inclusion
sheet-exit = Sortie
sheet-children = Enfants
sheet-three-years = 3 ans le
sheet-deadlines = Échéances
sheet-contracts = Contrats
sheet-encounters = Entretiens
sheet-panel = Équipe pluridisciplinaire
sheet-landmarks = Orientations, emploi, effets
sheet-none = Aucun à ce jour.
sheet-notes = Notes

## Magasin, sauvegardes, contrôle

store-wrong-passphrase = Cette phrase de passe n’ouvre pas la base.
    .hint = Vérifiez le nom choisi, la touche Maj et la disposition du clavier, puis recommencez. Phrase oubliée : seule la fiche de secours peut la remplacer.
store-wrong-recovery-code = Ce code de secours n’ouvre pas cette base.
    .hint = Il a pu être remplacé depuis, ou appartenir à une autre base : cherchez la fiche la plus récente.
store-mistyped-recovery-code = Le code de secours contient une faute de frappe.
    .hint = Il compte 32 signes en huit groupes de quatre ; les tirets, les espaces et les majuscules n’ont pas d’importance.
store-passphrase-too-short = Cette phrase de passe est trop courte.
    .hint = Il faut au moins { $minimum } caractères. Une phrase entière se retient mieux et protège mieux qu’un mot compliqué.
store-no-such-slot = Personne de ce nom n’a d’accès à cette base.
    .hint = Choisissez un nom de la liste, ou demandez à un collègue d’ajouter cet accès.
store-slot-name-taken = Un accès porte déjà ce nom.
    .hint = Choisissez un autre nom court, par exemple avec une initiale de plus.
store-last-referent-slot = C’est le dernier accès d’un référent : il ne peut pas être retiré.
    .hint = Ajoutez d’abord l’accès d’un autre référent.
store-no-referent-slot = Une base a besoin d’au moins un référent.
    .hint = Donnez le nom et la phrase de passe d’un référent.
store-weak-key-derivation = Le fichier des clés demande une protection trop faible ; il a été refusé.
    .hint = Il en faut au moins { $floor } Mio. Si personne n’a changé ce réglage, le fichier a pu être altéré : reprenez le fichier keys.json placé à côté d’une sauvegarde.
store-excessive-key-derivation = Le fichier des clés demande un calcul démesuré ; il a été refusé.
    .hint = La limite est de { $ceiling } Mio et { $passes } passes. Le fichier a pu être altéré : reprenez le fichier keys.json placé à côté d’une sauvegarde.
store-not-enough-memory = Il n’y a pas assez de mémoire libre pour ouvrir la base.
    .hint = Fermez d’autres programmes, puis recommencez.
store-keys-unreadable = Le fichier des clés { $path } est illisible.
    .hint = Reprenez le fichier keys.json placé à côté d’une sauvegarde ; sans lui, rien ne peut être ouvert.
store-anchor-missing = Le fichier anchor.json, qui dit jusqu’où cette base est allée, manque.
    .hint = Rien ne prouve donc que cette base est la plus récente : elle est ouverte en lecture seule. Si anchor.json est ailleurs, remettez-le à sa place. Sinon, sans rien perdre : « jalon backup », puis « jalon restore » de cette sauvegarde-là ; « jalon check » vérifie ensuite la base.
store-anchor-unreadable = Le fichier anchor.json, qui dit jusqu’où cette base est allée, est illisible ou vient d’une autre base.
    .hint = Rien ne prouve donc que cette base est la plus récente : elle est ouverte en lecture seule. Si anchor.json est ailleurs, remettez-le à sa place. Sinon, sans rien perdre : « jalon backup », puis « jalon restore » de cette sauvegarde-là ; « jalon check » vérifie ensuite la base.
store-not-a-store = Il n’y a pas de base dans { $path }.
    .hint = Vérifiez le chemin donné avec --store, ou créez une base : « jalon init » pour une antenne, « jalon department init » pour le Département.
store-keys-missing = Le fichier des clés { $path } manque : sans lui, rien ne peut être ouvert.
    .hint = Une copie est à côté de chaque sauvegarde, sous le même nom terminé par « .keys.json » : copiez-la à cette place, ou restaurez cette sauvegarde avec « jalon restore ».
store-database-missing = { $path } manque.
    .hint = Remettez ce fichier à sa place, ou restaurez la dernière sauvegarde avec « jalon restore ».
store-not-a-backup = { $path } n’est pas une sauvegarde de cette base, ou son début est abîmé.
    .hint = Rien n’a été remplacé. Les sauvegardes sont dans « backups », dans le répertoire de la base : donnez un des fichiers « .db » qui s’y trouvent.
store-already-a-store = Il y a déjà une base dans { $path }.
    .hint = Ouvrez-la, ou choisissez un autre répertoire avec --store.
store-of-department = La base de { $path } est celle d’un Département.
    .hint = Ouvrez-la avec « jalon department », ou choisissez la base de votre antenne avec --store.
store-not-of-department = La base de { $path } n’est pas celle d’un Département.
    .hint = Choisissez-la avec --store, ou créez-la avec « jalon department init ».
store-newer-store = Cette base a été écrite par une version plus récente du programme.
    .hint = Rien n’a été modifié. Mettez le programme à jour (format { $found }, cette version connaît { $known }).
store-wrong-key = { $path } ne s’ouvre pas avec la clé de cette base.
    .hint = Le fichier vient d’une autre base, ou son début est abîmé. Remettez le bon fichier, ou restaurez une sauvegarde avec « jalon restore ».
store-corrupted = { $path } est abîmé.
    .hint = N’y enregistrez plus rien. Restaurez la dernière sauvegarde avec « jalon restore » ; le fichier abîmé sera gardé à part.
store-rolled-back = Cette base est plus ancienne que ce qui y avait été enregistré.
    .hint = Un ancien fichier a été remis en place, ou la fin du journal manque. La base est ouverte en lecture seule. Cherchez le fichier le plus récent, ou restaurez une sauvegarde avec « jalon restore ».
app-not-backed-up = { $fault ->
        [store-disk-full] Le disque est plein : ce qui a été fait est enregistré, mais la sauvegarde de fin ne l’est pas.
       *[other] Ce qui a été fait est enregistré, mais la sauvegarde de fin n’a pas pu être écrite.
    }
    .hint = Libérez de la place ou vérifiez le répertoire des sauvegardes, puis lancez « jalon backup ».
store-disk-full = Le disque est plein : rien n’a été enregistré.
    .hint = Libérez de la place, puis recommencez ; ce qui était déjà enregistré est intact.
store-read-only = { $path } ne peut pas être modifié : rien n’y a été écrit.
    .hint = Vérifiez les droits du répertoire et que le disque n’est pas protégé en écriture ; une base doit pouvoir être modifiée même pour être lue.
store-network-share = { $path } est sur un partage réseau ({ $kind }).
    .hint = Deux machines pourraient y écrire à la fois et abîmer la base. Placez-la sur le disque de cette machine ; les sauvegardes, elles, peuvent être copiées sur le réseau.
store-busy = Un autre programme utilise cette base.
    .hint = Fermez l’autre fenêtre de jalon, ou attendez qu’elle ait fini, puis recommencez.
store-unreachable = { $kind ->
        [missing] { $path } n’existe pas.
        [denied] Vous n’avez pas le droit de lire ou d’écrire { $path }.
        [directory] { $path } est un répertoire, et non un fichier.
        [file] { $path } est un fichier, et non un répertoire.
        [unreadable] { $path } n’est pas un texte lisible.
        [full] Il n’y a plus de place pour { $path }.
       *[disk] { $path } ne peut être ni lu ni écrit.
    }
    .hint = Rien n’a été enregistré. Vérifiez que le disque est branché et que le répertoire existe.
store-old-sqlite = Le moteur de base de données de ce programme est trop ancien ({ $found }).
    .hint = Installez la version complète du programme.
store-setting-refused = Un réglage de sûreté de la base n’a pas pu être fait ({ $name }).
    .hint = Rien n’a été modifié. Signalez cette ligne à la personne qui tient le programme.
store-backup-damaged = La sauvegarde { $path } est abîmée ou incomplète.
    .hint = Elle n’a pas été utilisée. Essayez la précédente ; « jalon check » vérifie la base elle-même.
store-unreadable = Une ligne enregistrée ne peut pas être relue.
    .hint = Lancez « jalon check », puis « jalon rebuild » ; si cela reste, restaurez une sauvegarde.
store-not-next = Une ligne du journal ne suit pas la précédente (numéro { $number }) : elle a été refusée.
    .hint = Rien n’a été enregistré. Fermez et rouvrez le programme, puis recommencez.
store-chain-broken = Le journal a été altéré (ligne { $number }).
    .hint = N’y enregistrez plus rien. Restaurez la dernière sauvegarde avec « jalon restore » ; la base altérée sera gardée à part.
store-views-differ = Les listes ne correspondent plus au journal ({ $table }).
    .hint = Rien n’est perdu : « jalon rebuild » les refait à partir du journal.
store-erased-without-order = Des faits de l’entrée n° { $number } ont disparu du journal sans qu’aucun ordre d’effacement l’explique.
    .hint = Ne continuez pas sur cette base : restaurez la dernière sauvegarde avec « jalon restore ».
store-erasure-incomplete = L’effacement ordonné par l’entrée n° { $number } n’est pas complet.
    .hint = Des faits du dossier sont encore dans le journal. Gardez la base telle quelle et faites-la examiner.
store-journal-is-append-only = Le journal ne se réécrit pas.
    .hint = Rien n’a été modifié. Corrigez par un nouvel acte, ou annulez l’acte.
store-refused = La base a refusé l’opération (code { $code }).
    .hint = Rien n’a été enregistré. Lancez « jalon check » ; si cela se répète, signalez ce code.

## Impact

action-open-family = ouvrir le dossier
    .help = Va au dossier de la famille de la ligne.

## Échéances

agenda-by-day = par jour
agenda-by-rule = par règle
agenda-antenna = Antenne
agenda-loading = Lecture des échéances…
agenda-empty = Aucune échéance d’ici la fin du mois prochain : elles se calculent à partir des dossiers. « { $orientation } » enregistre une orientation, « { $appointment } » prévoit un rendez-vous.
agenda-settled-by = { $key } : { $act }
agenda-days-left = { $days ->
    [0] Aujourd’hui
    [one] Dans { $days } jour
   *[other] Dans { $days } jours
}
agenda-days-late = { $days ->
    [one] En retard de { $days } jour
   *[other] En retard de { $days } jours
}
agenda-settled-by-either = { $key } : { $act }, ou { $drafted }
agenda-cut = les premières seulement
agenda-opens-family = { $key } : ouvrir le dossier
agenda-opens-exchange = { $key } : les échanges, pour relancer ou noter la réception
agenda-opens-settings = { $key } : les réglages, où la convention s’adapte

## Historique

history-undone = annulé
history-nothing-changed = Rien n’a changé dans le dossier.
history-more = … et { $count } de plus : { $key } pour tout lire.
history-undo-of = Annulation de : { $what }
history-what-on = { $what }, le { $date }
history-redo-of = Rétablissement de : { $what }
history-redo-title = Rétablir cet acte ?
history-redo-text = { $what }, annulé par { $author } le { $date } à { $time }. L’acte comptera de nouveau.
history-redo-yes = Rétablir l’acte
history-redo-no = Ne rien changer
history-value = { $label } : { $after }
history-value-changed = { $label } : { $before } → { $after }
history-value-removed = { $label } : { $before } → rien
history-undo-title = Annuler cet acte ?
history-undo-text = { $what }, saisi par { $author } le { $date } à { $time }. L’acte reste dans l’historique, marqué comme annulé ; il peut être rétabli.
history-undo-yes = Annuler l’acte
history-undo-no = Ne rien changer
history-undone-title = Déjà sans effet
history-undone-text = Cette ligne ne compte plus : ce qu’elle annulait a été rétabli.

## Échanges

exchange-next = Prochain lot, n° { $sequence } : { $entries ->
    [one] { $entries } acte
   *[other] { $entries } actes
}, { $families ->
    [one] { $families } famille
   *[other] { $families } familles
}.{ $remaining ->
    [0] {""}
    [one] {" "}Un acte ira dans le lot suivant.
   *[other] {" "}{ $remaining } actes iront dans les lots suivants.
}
exchange-beside-referrals = { $count ->
    [one] Pour l’équipe pluridisciplinaire seule : une saisine, avec ses notes
   *[other] Pour l’équipe pluridisciplinaire seule : { $count } saisines, avec leurs notes
}
exchange-beside-answers = { $count ->
    [one] Une orientation reçoit sa réponse
   *[other] { $count } orientations reçoivent leur réponse
}
exchange-beside-receipts = { $count ->
    [one] Un accusé de réception part aussi
   *[other] { $count } accusés de réception partent aussi
}
exchange-next-receipts = Prochain lot, n° { $sequence } : { $count ->
    [one] { $count } accusé de réception
   *[other] { $count } accusés de réception
}.
exchange-seal-receipts = { $count ->
    [one] { $count } accusé de réception part
   *[other] { $count } accusés de réception partent
} vers le Département, sans aucun acte. Le lot est signé, daté et archivé, puis écrit dans { $folder }.
exchange-folder = Répertoire où les lots sont écrits : { $folder }
exchange-in-folder = préparé · ✓ dans le répertoire
exchange-not-in-folder = préparé · absent du répertoire
exchange-handed-over-on = remis le { $date }
exchange-received-in-part = reçu le { $date } · ✗ { $refused ->
    [one] un refusé
   *[other] { $refused } refusés
}
exchange-handed-over-said = Lots jusqu’au n° { $sequence } : remis aujourd’hui.
exchange-kept-here-said = Lots à partir du n° { $sequence } : de nouveau à remettre.
exchange-bundle = { $kind } · empreinte { $digest }
exchange-receipt-says = L’accusé du Département :
exchange-receipt-words = Ses quatre mots, pour le téléphone : { $words }
exchange-figures-differ = ✗ Les indicateurs de ce lot ne sont pas ceux que font ses actes, dit le Département : appelez-le.
exchange-do-again = L’écrire de nouveau, à l’identique
exchange-do-hand-over = Noter qu’il est remis, et ceux d’avant
exchange-do-keep-here = Noter qu’il n’est pas encore remis, ni ceux d’après
exchange-do-confirm = Confirmer sa réception par les mots de l’accusé
exchange-do-slip = Écrire le bordereau de son accusé
exchange-do-nothing = Fermer
exchange-refused = Dossiers refusés par le Département
exchange-refused-title = Dossier refusé
exchange-refused-open = Ouvrir le dossier pour le corriger
exchange-refused-send = Le renvoyer seul, avec le prochain lot
exchange-refused-again = repart avec le prochain lot
exchange-refused-gone = reparti dans le lot n° { $sequence }, accusé attendu
exchange-not-answered = Ce lot n’a pas d’accusé en retour : il ne porte que des accusés, ou un signe de présence. Il n’y a rien à confirmer.
exchange-refused-again-said = Ce dossier repart avec le prochain lot.
exchange-no-file = sans dossier (effacé, ou orientation annulée)
exchange-leaves-again = repart en entier
exchange-received-on = ✓ reçu le { $date }
exchange-received-title = Lot n° { $sequence }
exchange-received-text = Le Département a-t-il confirmé, par courrier ou par téléphone, qu’il a reçu ce lot et ceux d’avant ?
exchange-received-yes = Oui, noter qu’il est reçu
exchange-received-no = Non
exchange-received-said = Lot n° { $sequence } : reçu par le Département.
exchange-received-which-title = Quel lot ?
exchange-received-which = Mettez d’abord le curseur sur un lot scellé, au bas de la liste ; s’il n’y en a pas, scellez-en un.
exchange-nothing = Rien à transmettre : aucun acte depuis le dernier lot.
exchange-nothing-text = Aucun acte n’a été enregistré depuis le dernier lot : le prochain ouvrira le lot suivant. Pour remettre de nouveau un lot déjà scellé : { $key } sur sa ligne.
exchange-nothing-title = Rien à transmettre
exchange-leaves-and-stays = Ce qui part et ce qui reste, famille par famille
exchange-sealed-so-far = Lots déjà scellés
exchange-none-sealed = Aucun encore.
exchange-leaves = { $count ->
    [one] part : 1
   *[other] part : { $count }
}
exchange-stays = reste : { $count }
exchange-leaves-what = Part : { $what }.
exchange-for-panel-what = Part pour l’équipe pluridisciplinaire seule : { $what }.
exchange-stays-what = Reste à l’antenne (secret professionnel, CASF L262-44) : { $what }.
exchange-sealed-line = n° { $sequence }  { $date } { $time }  { $file }
exchange-written-again = Lot écrit de nouveau, à l’identique : { $path }
exchange-seal-title = Sceller le lot n° { $sequence } ?
exchange-changed-meanwhile = Une autre fenêtre a enregistré un acte : relisez ce qui part, puis scellez.
exchange-seal-text = { $entries ->
    [one] { $entries } acte
   *[other] { $entries } actes
} de { $families ->
    [one] { $families } famille
   *[other] { $families } familles
}, actes de l’antenne compris ; { $stays ->
    [0] rien n’est retenu
    [one] un élément (coordonnées ou note) reste à l’antenne
   *[other] { $stays } éléments (coordonnées, notes) restent à l’antenne
}. Le lot est signé, daté et archivé, puis écrit dans { $folder }.
exchange-seal-yes = Sceller le lot
exchange-seal-no = Ne pas sceller
exchange-sealed-title = Lot n° { $sequence } scellé
cards-open-title = Quelle fiche lire ?
arrivals-open-title = Quel fichier prendre ?
arrivals-here = ✓ Regarder ici : { $folder }

## Lots reçus

inbox-not-enrolled = Le Département n’est pas encore enrôlé : rien de lui ne peut être reçu. Le volet « Enrôlement » est juste à côté.
inbox-frozen = ✗ Alerte : deux lots différents ont porté le même numéro, ou une copie ancienne a repris la suite. Plus rien n’est pris de cette série, reçue jusqu’au lot n° { $sequence }. Appelez le Département : il en commence une nouvelle.
inbox-nothing = Rien n’est encore venu du Département.
inbox-through = Reçu sans manque jusqu’au lot n° { $sequence }.
inbox-missing = { $count ->
    [one] Il manque le lot n° { $numbers }. Demandez au Département de le remettre : il en garde la copie exacte. Les suivants attendent.
   *[other] Il manque les lots n° { $numbers }. Demandez au Département de les remettre : il en garde la copie exacte. Les suivants attendent.
}
inbox-proposals = Orientations à inclure ou à refuser ({ $count })
inbox-more-proposals = D’autres attendent dans la file active, vue des orientations.
inbox-proposal = { $failed ->
    [0] ✓ rien ne s’y oppose
    [one] ✗ un contrôle
   *[other] ✗ { $failed } contrôles
} · { $center } · { $date }
inbox-proposal-how = Tous les contrôles de l’article 2 sont remplis : elle peut être incluse.
inbox-files = Fichiers dans { $folder }
inbox-files-known = { $count ->
    [one] Un fichier y est, déjà pris.
   *[other] { $count } fichiers y sont, déjà pris.
}
inbox-no-files = Aucun fichier du Département ne s’y trouve.
inbox-came = Lots reçus ({ $count })
inbox-file-next = ✓ n° { $sequence } · prêt · { $kind }
inbox-file-waits = n° { $sequence } · { $count ->
    [one] attend le n° { $first }
   *[other] attend les n° { $first } à { $last }
} · { $kind }
inbox-open-title = Recevoir ce fichier ?
inbox-open-yes = Le recevoir
inbox-open-no = Ne pas le recevoir
inbox-file-known = n° { $sequence } · déjà pris
inbox-file-own = ↺ à reprendre de vos fichiers · { $kind }, version { $version }
inbox-file-own-sent = ↺ à reprendre de vos fichiers · n° { $sequence } · { $kind }
inbox-file-refused = ✗ { $fault }
inbox-came-name = n° { $sequence } · { $kind }
inbox-came-waits = mis de côté le { $date }
inbox-came-left = laissé : une nouvelle série a commencé avant lui
inbox-came-applied = pris le { $date }
inbox-came-accepted = ✓ pris le { $date } · { $accepted ->
    [one] un élément accepté
   *[other] { $accepted } éléments acceptés
}
inbox-came-refused = pris le { $date } · ✗ { $refused ->
    [one] un élément refusé
   *[other] { $refused } éléments refusés
}
inbox-came-title = Lot n° { $sequence } · { $kind } · { $date }
inbox-words = Les quatre mots de notre accusé : { $words }
inbox-answered-in = L’accusé est parti dans notre lot n° { $sequence }.
inbox-answer-to-leave = L’accusé partira avec notre prochain lot.
inbox-topic-answered = Question au comité de suivi : { $topic }
    Réponse du { $date } : { $text }
inbox-support = Support publié : { $title }, version { $version }, à partir du { $date }
inbox-brought-nothing = Ce lot ne change rien dans les dossiers.
inbox-taken-title = Ce qui a été pris
inbox-none-taken-title = Rien n’a été pris

## Ce qui a été refusé

refused-part = ✗ { $of } : { $said }
refused-of-family = { $name } ({ $matricule })
refused-of-convention = Version « { $code } » de la convention, à partir du { $date }
refused-of-topic = Question au comité de suivi « { $text } »
refused-of-unknown = Un élément qui n’est plus ici
refused-families-title = Refusé par le Département, à corriger
lost-taken-back = { $of } : { $acts ->
        [one] un acte que le premier lot de la nouvelle série de l’antenne ne porte pas est repris ici
       *[other] { $acts } actes que le premier lot de la nouvelle série de l’antenne ne porte pas sont repris ici
    }. Les lots suivants ramènent ce qu’elle a gardé ; ce qu’elle a perdu avec sa base, elle le ressaisit.
lost-handed = { $of } : remis au Département dans le lot n° { $sequence }, perdu avec la base que la copie a remplacée. Comparez le dossier avec vos papiers, et ressaisissez ce qui manque.
lost-handed-unknown = Lot n° { $sequence }, perdu avec la base que la copie a remplacée : { $families ->
        [one] une famille ou une saisine n’est plus ici
       *[other] { $families } familles ou saisines ne sont plus ici
    }. Demandez lesquelles au Département, et ressaisissez-les.
refused-advice-theirs = Notre accusé de réception le dit au Département.
refused-advice-step = L’étape est rouverte : corrigez-la, puis donnez-la de nouveau.
refused-advice-cancelled = L’annulation tient : la décision n’a été notifiée à personne. S’il le faut, l’antenne prépare une nouvelle saisine.
refused-advice-same = L’antenne en garde un autre. Appelez-la, puis donnez ici le même, mot pour mot : il sera accepté.
refused-advice-convention = L’antenne ne l’a pas adoptée. Publiez une version sous un autre code, à une date d’effet libre, et qui garde les codes employés.
refused-advice-orientation = Corrigez l’orientation, puis envoyez-la de nouveau.

## Accusés de réception

receipt-unknown-person = Personne n’est connu sous ce numéro.
    .hint = Vérifiez l’identité et le numéro d’allocataire dans le dossier, corrigez-les, puis renvoyez-le.
receipt-unknown-referent = Le référent du dossier n’est pas un référent connu de l’antenne.
    .hint = Vérifiez les référents dans les réglages, désignez-en un dans le dossier, puis renvoyez-le.
receipt-already-processed = C’était déjà traité.
    .hint = Comparez avec ce qui a été enregistré avant ; il n’y a le plus souvent rien à faire.
receipt-contract-dates-overlap = Deux contrats courent le même jour.
    .hint = Corrigez les dates ou la fin de l’un des deux, puis renvoyez le dossier.
receipt-record-differs = Le dossier n’est pas celui que font ses actes.
    .hint = Lancez « jalon check ». S’il ne trouve rien, renvoyez le dossier ; refusé de nouveau, appelez le Département.
receipt-known-elsewhere = La personne est déjà suivie par une autre antenne.
    .hint = Appelez le Département : une famille n’a qu’un référent (art. 3). L’une des deux antennes enregistre la sortie.
receipt-rule = Une règle de la convention s’y oppose.
    .hint = Corrigez ce que la règle refuse, puis renvoyez.
slip-title = Bordereau d’accusé de réception
slip-bundle = Lot n° { $sequence } ({ $kind }), scellé par : { $sender }
slip-received = Reçu le { $date } par : { $recipient }
slip-digest = Empreinte du lot (SHA-256) : { $digest }
slip-counts = { $accepted ->
    [0] Rien à accepter
    [one] Un élément accepté
   *[other] { $accepted } éléments acceptés
}, { $refused ->
    [0] aucun refusé
    [one] un refusé
   *[other] { $refused } refusés
}.
slip-words = Les quatre mots de cet accusé :
slip-how-partly = Tout n’est pas accepté : le fichier de l’accusé doit d’abord arriver chez l’autre partie, car lui seul dit quoi. Ensuite, au téléphone, l’un lit ces quatre mots, l’autre les tape.
slip-how-both = Au téléphone, chacun lit ces quatre mots sur son propre exemplaire : le Département a les mêmes une fois l’accusé reçu.
slip-how = Au téléphone, l’un lit ces quatre mots, l’autre les tape : son programme compare. Ils disent le lot et tout ce que l’accusé en dit.
slip-file-came = bordereau-lot-recu
slip-file-sealed = bordereau-lot-remis
slip-written = Bordereau écrit : { $path }
slip-which-title = Quel accusé ?
slip-which = Mettez d’abord le curseur sur un lot qui a un accusé de réception.
words-receipt-title = Accusé du lot n° { $sequence }
words-receipt-text = Faites lire au téléphone les quatre mots de l’accusé que le Département a fait de ce lot, et tapez au moins les quatre premières lettres de chacun.
words-receipt-done-title = Réception confirmée
words-receipt-done = Le Département a reçu le lot n° { $sequence } le { $date } : ce sont bien les mots de son accusé.

## Supports

supports-none = Le Département n’a encore publié aucun support.
supports-filled-how = Pour en remplir un : { $key }, depuis le dossier d’une famille.
supports-title = { $title } · version { $version }
supports-version = Version { $version }
supports-in-force = ✓ en vigueur depuis le { $date }
supports-to-come = à venir, à partir du { $date }
supports-past = ancienne, du { $date }

## Enrôlement

enrolment-none = Le Département n’est pas encore enrôlé : ce qui part est signé mais n’est pas chiffré, et rien de lui ne peut être reçu.
enrolment-done = ✓ Enrôlé : { $name }, clé { $key }. Ce qui part est chiffré pour lui seul.
enrolment-registry = Registre du Département : version { $version }.
enrolment-known = ✓ Ce registre connaît notre poste : le Département reçoit ce qui en vient.
enrolment-no-registry = Le premier registre du Département n’est pas encore arrivé. Remettez-lui notre fiche et lisez-lui ses mots : il nous enrôle, et son registre vient avec son premier lot.
enrolment-not-known = Ce registre ne connaît pas encore notre poste. Remettez notre fiche au Département et lisez-lui ses mots.
enrolment-revoked = ✗ La clé de notre poste a été révoquée le { $date } : { $reason }. Le Département ne reçoit plus rien qui en vienne : appelez-le, puis créez de nouvelles clés.
enrolment-its-card = Sa fiche
enrolment-its-card-how = Le Département lit douze mots à voix haute. Vous tapez les quatre premières lettres de chacun : le programme compare.
enrolment-read-it = trouvée dans le répertoire
enrolment-choose-card = Choisir sa fiche ailleurs…
enrolment-our-card = Notre fiche
enrolment-write-card = L’écrire dans { $folder }
enrolment-no-words = Les mots à lire à voix haute s’affichent une fois la fiche écrite.
enrolment-words = À lire à voix haute : { $words }
enrolment-own-key = Empreinte de notre clé : { $key }
enrolment-given-title = Notre fiche
enrolment-given = { $path }

    Remettez ce fichier au Département, puis lisez-lui ces mots à voix haute :
    { $words }
enrolment-renew = Créer de nouvelles clés…
enrolment-renew-title = Nouvelles clés
enrolment-renew-text = À faire quand le Département a révoqué les clés de ce poste, ou quand quelqu’un d’autre a pu les copier. Tant qu’il n’a pas enrôlé la nouvelle fiche, il refuse ce qui part. Les lots sans accusé de réception seront scellés de nouveau et remis de nouveau.
enrolment-renew-no = Garder les clés
enrolment-renew-yes = Créer de nouvelles clés
enrolment-renewed-title = Nouvelle fiche
enrolment-renewed =
    { $bundles ->
        [0] L’antenne a de nouvelles clés. Rien n’est à remettre de nouveau.
        [one] L’antenne a de nouvelles clés. Le lot sans accusé de réception est scellé de nouveau : remettez-le une fois la nouvelle fiche enrôlée, et jetez l’ancien.
       *[other] L’antenne a de nouvelles clés. Les { $bundles } lots sans accusé de réception sont scellés de nouveau : remettez-les une fois la nouvelle fiche enrôlée, et jetez les anciens.
    }
enrolment-done-title = Département enrôlé
enrolment-done-text = { $name } est enrôlé : ce qui part est désormais chiffré pour lui.

    S’il ne l’a pas déjà, remettez-lui notre fiche et lisez-lui ses mots : il nous enrôle dans son registre.
words-card-title = Fiche : { $name }
words-card-text = Faites lire les douze mots de cette fiche à voix haute, au téléphone ou en présence, et tapez au moins les quatre premières lettres de chacun. Les accents ne comptent pas.
words-card-replaces = « { $name } » est déjà enrôlée : les clés que ce poste avait ne seront plus acceptées.
words-typed = { $typed ->
    [one] { $typed } mot
   *[other] { $typed } mots
} sur { $needed }
folder-title = Où écrire les lots
folder-nothing-there = { $path } : ni répertoire, ni fichier à ce nom. Vérifiez le chemin.
folder-here = ✓ Écrire ici : { $folder }
folder-without = { $folder } : rien de tel ici
exchange-sealed = { $path }

    { $entries ->
        [one] { $entries } acte
       *[other] { $entries } actes
    }, { $families ->
        [one] { $families } famille
       *[other] { $families } familles
    }.{ $remaining ->
        [0] {""}
        [one] {" "}Il reste un acte : scellez aussi le lot suivant.
       *[other] {" "}Il reste { $remaining } actes : scellez aussi le lot suivant.
    }
    Empreinte du lot : { $digest }
    Clé publique : { $key } (empreinte { $fingerprint })
    { $encrypted ->
        [yes] Chiffré : seul le Département peut le lire.
       *[no] Ce lot est signé mais n’est pas chiffré : ne le confiez qu’à un support sûr.
    }{ $others ->
        [0] {""}
        [one] {" "}À remettre avec lui, écrit à côté : { $names }
       *[other] {" "}À remettre avec lui, écrits à côté : { $names }
    }

## Conservation et accès

search-private = Note privée
search-panel-only = Note pour l’EP
search-what = Tapez au moins { $letters } lettres : un nom, un mot d’une note, d’un contrat, d’un engagement. Les accents et l’ordre des mots ne comptent pas ; les dossiers archivés n’y sont pas.
search-none = Rien ne répond à tous ces mots.
print-title = Écrire le dossier
print-text = Un fichier en clair, lisible par vous seul, dans { $folder } (le répertoire choisi dans les échanges). Les notes de toute confidentialité y sont. L’écriture est portée au journal des accès.
print-no = Ne rien écrire
print-whole = Le dossier tel qu’il est
print-everything = Tout ce qui est détenu, pour la personne (RGPD art. 15)
print-support = Support rempli : { $title }, v. { $version }
print-support-written = Écrit dans { $path }. Les pointillés sont à remplir à la main. La version du support est gardée dans une note privée du dossier. Ce fichier n’est pas chiffré : détruisez-le quand il a servi.
support-child = { $name } ({ $date })
support-contract = CER { $rank }, du { $from } au { $to }
support-made = « { $title } », version { $version }, valable depuis le { $from }. Rempli le { $date } par { $author }, { $antenna }.
support-note = Support rempli : « { $title } », version { $version }, valable depuis le { $from }.
print-written = Écrit dans { $path }. Ce fichier n’est pas chiffré : détruisez-le quand il a servi.
printout-file = dossier
printout-everything-file = acces-personne
printout-title = Dossier de { $name }
printout-everything-title = Tout ce que l’antenne détient sur { $name } (droit d’accès, RGPD art. 15)
printout-made = { $antenna } · établi le { $date } par { $author }
printout-rights = Pourquoi : l’accompagnement social des bénéficiaires du RSA majoré, mission de service public confiée par le Département ({ $department }) à la CAF par convention (CASF L262-27 et suivants ; RGPD art. 6.1 e).
    D’où : la Maison départementale des solidarités qui a orienté la famille, la personne elle-même, ses référents.
    À qui : les référents de l’antenne ; le Département, par les lots nommés plus bas. Les coordonnées et les notes privées ne quittent pas l’antenne.
    Combien de temps : { $kept } mois après le dernier contact, puis { $archived } mois d’archive au plus, puis l’effacement.
    Vos droits : faire rectifier (art. 16), limiter (art. 18), vous opposer (art. 21), réclamer auprès de la CNIL (cnil.fr). Aucune décision n’est prise par un calcul.
printout-read-again = Avant de remettre ce document : relisez-le et masquez ce qui concerne une autre personne, un signalement ou celui qui l’a fait (RGPD art. 15.4, CRPA L311-6). Les notes de toute confidentialité y sont : ce qui est écrit sur une personne lui est communicable.
printout-record = Le dossier
printout-history = Ce qui a été enregistré, quand et par qui
printout-bundles = Ce qui a été transmis au Département
printout-bundle = Lot n° { $sequence }, le { $date }
printout-accesses = Quand le dossier a été consulté
printout-access-opening = ouvert
printout-access-search = cherché
printout-access-printing = écrit ou imprimé
printout-access-persons-access = écrit pour la personne
printout-access-export = transmis
printout-none = Rien.
retention-none = Aucun dossier n’a passé sa durée de conservation.
retention-to-confirm = À confirmer
retention-past = Passés leur durée de conservation
retention-archive = Archivés
retention-archived-file = Dossier archivé
retention-proposed = proposé par { $by } · { $what }
retention-proposed-by-me = attend un autre référent · { $what }
retention-archived-on = archivé · à effacer après le { $until }
retention-kept-until = à conserver jusqu’au { $date }
retention-proposal = « { $motive } » ({ $by }, le { $date }) : { $what }.
retention-needs-another = Un autre référent confirme, depuis son propre accès.
retention-confirm = Ouvrez la ligne pour confirmer, ou gardez le dossier.
retention-propose = Ouvrez la ligne pour proposer d’archiver ou d’effacer ce dossier ; un autre référent confirmera.
retention-in-the-archive = Hors des listes et de la recherche ; une nouvelle orientation de la MDS le remet en service.
retention-what-is-erased = Un effacement détruit les faits du journal, les lots scellés qui portaient le dossier, ses brouillons et toutes les sauvegardes plus anciennes ; une sauvegarde neuve les remplace. Restent les empreintes et des nombres par mois.
retention-erased = { $count ->
        [0] Aucun dossier effacé à ce jour.
        [one] { $count } dossier effacé ; « jalon check » en donne l’ordre.
       *[other] { $count } dossiers effacés ; « jalon check » en donne les ordres.
    }
erasure-done = Dossier effacé
erasure-done-text = Plus aucune page de la base, aucun brouillon ni aucune sauvegarde de ce dossier n’existe ici. Les sauvegardes plus anciennes ont été retirées, une neuve a été faite. Les lots scellés qui portaient le dossier ont été détruits ; leur empreinte demeure. Ce qui a été remis au Département, imprimé ou copié sur un autre support ne peut pas être effacé d’ici.
erasure-waits = L’effacement est enregistré, mais la base ou le disque ne permet pas encore d’en détruire toutes les copies : ce sera fait à la fermeture ou à la prochaine ouverture.
accesses-kept = Sans contenu : qui, quand, quoi, quel dossier. Passer sur un nom dans la liste n’est pas l’ouvrir. Gardé { $months } mois, ne quitte pas l’antenne.
accesses-gone = dossier qui n’est plus
access-opening = a ouvert
access-search = a cherché
access-printing = a imprimé
access-persons-access = a écrit pour la personne
access-export = a transmis un lot

## Membres du dossier que les formulaires ne nomment pas

member-disposal = Proposition
member-by = Par
member-archived-on = Archivée le
member-rank = Rang
member-letter-on = Lettre envoyée le
member-cancelled-on = Annulée le
member-notified-on = Notifiée le
member-opened-on = Préparée le
member-departure-date = Envoyée le
member-opinion-date = Avis du
member-decision-date = Décision du
member-postponements-date = Reportée le
member-state = État
member-included-on = Inclusion
member-declared-on = Déclarée le
member-departed-on = Départ
member-ended-on = Terminée le
member-confidentiality = Confidentialité
member-pregnant = Grossesse
member-from = Depuis
member-theme = Thème
member-party = Qui s’engage
member-due = Pour le
member-reviews-date = Date du bilan
member-ended-date = Dernier jour du contrat
member-signature-date = Signé le
member-exit-date = Dernier jour dans la file active
member-assignments-from = À partir du
member-situation-date = Situation au
record-identity = Identité
record-contact = Coordonnées
record-situation = Situation
record-children = Enfant
record-pregnancies = Grossesse
record-orientations = Orientation
record-state = Réponse
record-stays = Passage dans la file active
record-exit = Sortie
record-panel-referrals = Saisine
record-statement = Contenu
record-departure = Départ
record-postponements = Report
record-opinion = Avis
record-decision = Décision
record-observations = Observations
record-assignments = Référent
record-stand-ins = Remplaçant
record-encounters = Entretien
record-notes = Note
record-proposal = Archivage ou effacement
record-contracts = Contrat
record-objectives = Objectif
record-commitments = Engagement
record-outcome = Évaluation
record-signature = Signature
record-composition = Composition de la famille
record-reviews = Bilan
record-ended = Fin
record-professional-referrals = Orientation vers un référent professionnel
record-returns-to-work = Retour à l’emploi ou en formation
record-housing-redirects = Renvoi vers la DDCS
record-child-protection-reports = Signalement
record-effect-ratings = Effets
record-ratings = Échelle
record-rights-claims = Accès aux droits
record-financial-aids = Aide financière
record-finalised = Réponse
record-answer = Réponse
record-diagnoses = Diagnostic
record-attendances = Présence à une action collective
record-themes = Thème
member-submitted-on = Déposé le
member-requested-on = Demandée le
member-rights-claims-opened-on = Ouvert le
member-themes-situation = Situation

## Listes d’orientation des MDS

list-column-surname = nom
list-column-given-name = prénom
list-column-full-name = nom et prénom
list-column-birth-date = date de naissance
list-column-matricule = matricule CAF
list-column-center = MDS
list-column-date = date d’orientation
list-column-document = document
list-column-isolated = parent isolé
list-column-benefit = prestation
list-column-followed = suivie par le Département
list-column-children = enfants
list-column-child-given-name = prénom de l’enfant
list-column-child-birth-date = date de naissance de l’enfant
list-column-telephone = téléphone
list-column-email = courriel
list-column-address = adresse
list-column-post-code = code postal
list-column-town = commune
list-column-language = langue
list-column-nir = numéro de sécurité sociale

list-unreadable = { $kind ->
        [missing] Ce fichier n’existe pas.
        [denied] Vous n’avez pas le droit de lire ce fichier.
        [directory] C’est un répertoire, et non un fichier.
       *[disk] Ce fichier ne peut pas être lu.
    }
    .hint = Vérifiez le chemin et les droits ; rien n’a été enregistré.
list-empty = Ce fichier est vide.
    .hint = Demandez à la MDS de l’envoyer de nouveau.
list-too-large = Ce fichier est trop grand pour une liste d’orientation.
    .hint = Une liste a au plus { $lines } lignes et 8 Mo : faites-en plusieurs.
list-too-many-lines = Cette liste a plus de { $lines } lignes.
    .hint = Faites-en plusieurs listes.
list-not-a-list = Ce fichier n’est ni un tableau Excel (.xlsx) ni un texte délimité (.csv).
    .hint = Enregistrez la liste en .xlsx ou en .csv ; un lot du Département se vérifie avec « jalon verify ».
list-old-or-protected = Ce classeur est dans l’ancien format d’Excel (.xls), ou protégé par un mot de passe.
    .hint = Ouvrez-le et enregistrez-le en .xlsx, sans mot de passe.
list-damaged = Ce classeur est abîmé ou incomplet.
    .hint = Demandez à la MDS de l’envoyer de nouveau.
list-quote-left-open = Un guillemet ouvert à la ligne { $line } n’est jamais fermé : la suite du fichier ne peut pas être lue.
    .hint = Ôtez ce guillemet ou fermez-le ; le fichier est peut-être coupé.
list-headers-missing = Aucune ligne ne nomme les colonnes.
    .hint = Mettez au-dessus des familles une ligne de titres : nom, prénom, date de naissance, matricule, MDS, date d’orientation.
list-columns-missing = { $count ->
        [one] Il manque une colonne : { $columns }.
       *[other] Il manque { $count } colonnes : { $columns }.
    }
    .hint = Ajoutez-les à la liste ou demandez-les à la MDS ; l’ordre des colonnes ne compte pas.
list-column-twice = Deux colonnes disent la même chose : « { $first } » et « { $second } ».
    .hint = Ôtez l’une des deux, ou changez son titre.
list-no-line = Sous les titres, il n’y a aucune famille.
    .hint = Demandez à la MDS de l’envoyer de nouveau.
list-line-refused = Rien n’a été reçu, car la ligne { $line } ne peut plus l’être : { $rule }
    .hint = Un autre poste a changé la base depuis : relisez la liste.
list-not-written = { $kind ->
        [missing] Le répertoire de ce fichier n’existe pas.
        [denied] Vous n’avez pas le droit d’écrire dans ce répertoire.
        [full] Il n’y a plus de place sur le disque.
       *[disk] Le rapport ne peut pas être écrit.
    }
    .hint = Choisissez un autre répertoire ; rien n’a été écrit.

list-problem-in-column = « { $column } » : { $fault }
list-problem-missing = la case est vide.
    .hint = Il faut la remplir.
list-problem-date-unknown = « { $cell } » n’est pas une date.
    .hint = Écrivez jour/mois/année, par exemple 12/03/2026.
list-problem-date-impossible = le jour { $cell } n’existe pas.
    .hint = Le jour s’écrit avant le mois.
list-problem-number-shortened = le tableur a remplacé les derniers chiffres par des zéros ({ $cell }).
    .hint = Mettez la colonne au format texte et tapez de nouveau le numéro.
list-problem-center-unknown = « { $cell } » n’est pas une MDS connue.
    .hint = Les MDS connues : { $known }.
list-problem-center-none = « { $cell } » ne peut pas être reconnue : aucune MDS n’est encore connue.
    .hint = L’antenne ajoute ses MDS dans ses réglages ; le Département les connaît dès qu’il a reçu un lot d’elle.
list-problem-answer-unknown = « { $cell } » n’est ni oui ni non.
    .hint = Écrivez oui ou non.
list-problem-children-unknown = « { $cell } » ne donne pas la date de naissance de chaque enfant.
    .hint = Écrivez par exemple : Awa 11/02/2024, Ali 03/05/2022.
list-problem-name-undivided = « { $cell } » ne dit pas où finit le nom et où commence le prénom.
    .hint = Écrivez le nom en capitales.
list-problem-formula-failed = la formule du tableur a échoué ({ $cell }).
    .hint = Tapez la valeur elle-même.
list-problem-nir-inside = la case contient un numéro de sécurité sociale, qui n’est jamais demandé ni enregistré.
    .hint = Effacez-le.
list-problem-cells-moved = La ligne a plus de cases que de colonnes : un séparateur dans un texte les a décalées.
    .hint = Mettez ce texte entre guillemets, ou enregistrez la liste en .xlsx.
list-problem-number-twice = la ligne { $line } porte le même matricule.
    .hint = Gardez une seule des deux lignes.
list-problem-number-in-file = la ligne { $line } de « { $file } » porte le même matricule.
    .hint = Gardez une seule des deux lignes.
list-problem-no-place-left = MDS complète : { $taken } familles pour { $places } places.
    .hint = Attendez une place, ou envoyez au-delà des places.
list-problem-followed-already = Déjà suivie par { $antenna } (art. 3).
    .hint = Il n’y a rien à envoyer : son dossier y est ouvert.
list-problem-other-person = ce matricule est celui d’un dossier d’un autre nom ou d’une autre date de naissance.
    .hint = Vérifiez le matricule et la date de naissance.

list-remark-lines-joined = La même famille, un enfant par ligne : réunie avec { $lines }.
list-remark-zeros-restored = Le tableur avait ôté les zéros du début du matricule : lu { $number }.
list-remark-year-of-two-digits = L’année n’avait que deux chiffres : lue { $year }.
list-remark-child-unnamed = Le prénom d’un enfant manque : il est noté « ? » et se corrige dans le dossier.
list-remark-comes-back = Famille connue ({ $status }) : elle revient dans son dossier, dont le nom et les enfants ne changent pas.
list-supposed = La liste ne le dit pas, et c’est supposé comme dans le formulaire : { $rules }.

list-alike-family = Peut-être la même personne que { $name } (même date de naissance, nom proche).
list-alike-line = Peut-être la même personne que la ligne { $line } (même date de naissance, nom proche).
list-alike-in-file = Peut-être la même personne que la ligne { $line } de « { $file } » (même date de naissance, nom proche).

list-known = Cette orientation est déjà enregistrée : il n’y a rien à faire.
list-sent = Cette orientation a déjà été envoyée : il n’y a rien à faire.
list-standing-ready = prête
list-standing-to-send = à envoyer
list-standing-to-look-at = à regarder
list-standing-known = déjà enregistrée
list-standing-sent = déjà envoyée
list-standing-refused = refusée
list-check-failed = { $count ->
        [one] un manque à l’art. 2
       *[other] { $count } manques à l’art. 2
    }
list-nir-passed-over = { $count ->
        [one] La colonne { $titles } n’est pas lue : le numéro de sécurité sociale n’est jamais demandé ni enregistré.
       *[other] Les colonnes { $titles } ne sont pas lues : le numéro de sécurité sociale n’est jamais demandé ni enregistré.
    }
list-unread = { $count ->
        [one] Colonne qui n’est pas lue : { $titles }.
       *[other] Colonnes qui ne sont pas lues : { $titles }.
    }
list-unread-sheets = { $count ->
        [one] Feuille qui n’est pas lue : { $titles }.
       *[other] Feuilles qui ne sont pas lues : { $titles }.
    }
list-title = « { $title } »

list-report-line = ligne
list-report-reason = motif du refus
list-report-file = refus
list-report-known = Peut-être déjà connue de l’antenne : un dossier a la même date de naissance et un nom proche. L’antenne vérifie.

## Écran des listes d’orientation

action-show-lists = listes d’orientation
    .help = Les familles envoyées en liste par les MDS : vérifiées ligne par ligne, puis reçues ensemble.
action-choose-list = liste
    .help = Choisit le fichier (.csv ou .xlsx) reçu de la MDS.
action-choose-line = choisir
    .help = Choisit la ligne ou la laisse de côté.
action-choose-all-lines = toutes ou aucune
    .help = Choisit toutes les lignes sans défaut, ou aucune.
action-receive-lines = recevoir
    .help = Reçoit les lignes choisies, toutes ensemble ou aucune.
action-write-report = motifs pour la MDS
    .help = Écrit à côté de la liste ce qui est refusé et pourquoi, pour la MDS qui l’a envoyée.
context-lists = Listes d’orientation
lists-open-title = Ouvrir une liste d’orientation (.csv, .xlsx)
lists-sender-title = Aucune colonne ne nomme la MDS : laquelle a envoyé cette liste ?
lists-none = Aucune liste n’est ouverte. Chaque ligne d’une liste est vérifiée avant que quoi que ce soit ne soit reçu : ce qui manque, qui est déjà connu, les conditions de l’art. 2.
lists-chosen = { $chosen ->
        [0] aucune choisie sur { $lines }
        [one] une choisie sur { $lines }
       *[other] { $chosen } choisies sur { $lines }
    }
lists-line = Ligne { $line } · { $name }
lists-all-well = Tout ce que la liste dit de cette ligne convient.
lists-receive-title = Recevoir la liste
lists-receive-text = { $count ->
        [one] Une orientation sera reçue ; elle attendra votre réponse dans la file active.
       *[other] { $count } orientations seront reçues, toutes ensemble ou aucune ; elles attendront votre réponse dans la file active.
    }
lists-supposed = Ce que la liste ne dit pas est supposé comme dans le formulaire : { $rules }. À vérifier avant l’inclusion.
lists-left = { $left ->
        [one] Une ligne reste de côté.
       *[other] { $left } lignes restent de côté.
    }
lists-receive-yes = Recevoir
lists-receive-no = Regarder encore
lists-nothing-chosen = Aucune ligne n’est choisie. { $one } choisit la ligne sous le curseur, { $all } toutes celles qui sont sans défaut.
lists-not-to-be-chosen = Cette ligne ne peut pas être choisie.
lists-receiving = Réception : { $ready } orientations sur { $count }, enregistrées ensemble à la fin…
lists-still-receiving = Une liste est en cours de réception : rien n’est perdu, recommencez dans un instant.
lists-received = { $count ->
        [one] Une orientation reçue ; elle attend votre réponse.
       *[other] { $count } orientations reçues ; elles attendent votre réponse.
    }
lists-nothing-refused = Rien n’est refusé : il n’y a rien à renvoyer à la MDS.
lists-report-title = Motifs pour la MDS
lists-report-written = Écrit : { $path }

    Il contient des données personnelles : à remettre par un moyen sûr, puis à effacer.

## Réglages

context-settings = Réglages
action-show-settings = réglages
    .help = Référents, MDS, convention et avenants, thèmes, délais.
action-add-setting = ajouter
    .help = Un référent, une MDS, un avenant ou une ligne de la liste, selon la section.
action-end-setting = départ, retrait
    .help = Le départ du référent, la fermeture de la MDS ou le retrait de la ligne sous le curseur.
noun-antenna = Antenne
settings-referents = Référents
settings-centers = MDS et territoires
settings-versions = Convention et avenants
settings-themes = Thèmes et actions
settings-delays = Délais et seuils
settings-no-center = Aucune MDS encore : ajoutez la première ({ $key }), puis ses communes.
settings-read-only = Lecture seule : rien ne peut être modifié ici.
field-role = Rôle
role-referent = référent
role-lead = responsable de l’antenne
role-support = appui, sans famille
settings-role-lead = responsable
settings-role-support = appui
settings-since = depuis le { $date }
settings-left = départ le { $date }
settings-leaves = quitte l’antenne le { $date }
settings-families = { $families ->
    [0] aucune famille
    [one] 1 famille
   *[other] { $families } familles
}
settings-leaving-any = À partir du départ, les familles que l’agent suit encore seront sans référent (art. 3) ; la liste dit combien.
settings-leaving-families = { $families ->
    [0] Aucune famille n’est suivie par { $name }.
    [one] 1 famille est encore suivie par { $name } : à partir du départ, elle sera sans référent (art. 3).
   *[other] { $families } familles sont encore suivies par { $name } : à partir du départ, elles seront sans référent (art. 3).
}
settings-key-slot = L’acte seul n’ouvre pas la base : la phrase de passe du nouveau référent se crée ensuite par la commande jalon referent add, avec le même nom.
settings-key-slot-short = Ajouter un référent n’ouvre pas la base.
settings-key-slot-command = Sa phrase de passe : jalon referent add, même nom.
settings-places = { $taken } sur { $places } places
settings-own-places = { $taken } sur { $places } places (à elle)
settings-closed = fermée depuis le { $date }
settings-closes = ferme le { $date }
settings-in-force = en vigueur
settings-to-come = à venir
settings-past = passée
settings-version-from = À partir du { $date }
settings-version-title = Version du { $date } ({ $article })
settings-version-period = Du { $from } au { $to }
settings-version-first = C’est le premier texte.
settings-version-changes = Ce qu’elle change :
settings-changes-nothing = Aucun paramètre ne change.
settings-changes-more = { $count ->
    [one] … et 1 autre changement
   *[other] … et { $count } autres changements
}
settings-report-only = signalement seulement (art. 5)
settings-redirect-only = renvoi DDCS seulement (art. 5)
settings-avenant-from = Établi à partir de la version du { $date } ({ $article }) : ce qui n’est pas modifié reste tel quel.
settings-adopt-title = Adopter « { $article } » au { $date } ?
settings-adopt-yes = Adopter cette version
settings-adopt-no = Revenir au formulaire
settings-prepared-mark = préparé
settings-prepared = Avenant en préparation
settings-prepared-open = à relire, dater et adopter
settings-ends-nothing-title = Rien à retirer ici
settings-ends-nothing = Une version de la convention ne se retire pas : la suivante la remplace. Dans les thèmes et actions, mettez le curseur sur une ligne pour la retirer.
settings-prepared-said = ✓ Préparé ({ $count ->
    [one] { $count } changement
   *[other] { $count } changements
    }) : { $key } date l’avenant et l’adopte.
settings-prepared-before = { $count ->
    [one] { $count } changement préparé dans les listes entre dans cet avenant.
   *[other] { $count } changements préparés dans les listes entrent dans cet avenant.
    }
settings-part-title = Avenant à la convention
settings-part-prepared = Le changement est préparé ici ; il vaudra pour tous à la date de l’avenant qui l’adoptera (art. 9).
settings-reductions-from = procédures du { $date }
field-part-label-fr = Libellé
field-part-label-en = Libellé anglais
field-part-ground = Fondement
field-part-source = Texte
field-part-from = Procédures à partir du
field-part-steps = Paliers
exit-ground-benefit = suspension ou fin du RSA majoré
exit-ground-contract = contrat terminé
exit-ground-agent = demande de l’agent, avec l’accord de l’EP
exit-ground-panel = demande de l’EP
convention-list-levels = Niveaux des effets
convention-part-changed = { $part } : { $before } → { $after }
convention-part-added = Ajouté : { $part }
convention-part-removed = Retiré : { $part }
convention-part-caseload-places = Places en tout
    .hint = De la file active (art. 1).
convention-part-caseload-places-per-center = Places par MDS
    .hint = De chaque Maison des solidarités (art. 2).
convention-part-inclusion-child-under-years = Âge de l’enfant (ans)
    .hint = Au moins un enfant plus jeune le jour de l’inclusion (art. 2).
convention-part-inclusion-benefit-code = Code de la prestation
convention-part-delays-first-meeting-days = 1er entretien (jours)
    .hint = Après l’inclusion.
convention-part-delays-contract-months-after-orientation = Contrat à signer (mois)
    .hint = Après l’orientation (CASF L262-36).
convention-part-delays-review-months-before-end = Bilan (mois)
    .hint = Avant la fin du contrat (art. 4).
convention-part-delays-renewal-months-before-end = Renouvellement (mois)
    .hint = Avant la fin du contrat (art. 4).
convention-part-delays-examination-from-months = EP, dès (mois)
    .hint = Examen en équipe pluridisciplinaire, après l’inclusion (art. 4).
convention-part-delays-examination-by-months = EP, au plus tard (mois)
    .hint = Examen en équipe pluridisciplinaire, après l’inclusion (art. 4).
convention-part-delays-observations-months = Observations (mois)
    .hint = De la personne, après la lettre (CASF R262-69).
convention-part-delays-opinion-months = Avis de l’EP (mois)
    .hint = Après la saisine (CASF R262-70).
convention-part-delays-silence-days = Sans entretien (jours)
    .hint = Alerte quand aucun entretien n’a eu lieu.
convention-part-delays-department-silence-days = Dépt sans accusé (jours)
    .hint = Alerte quand un lot reste sans accusé de réception.
convention-part-delays-retention-months = Conservation (mois)
    .hint = Après le dernier contact.
convention-part-delays-archive-months = Archives (mois)
    .hint = Durée de garde d’un dossier archivé.
convention-part-delays-disposal-days = Autre référent (jours)
    .hint = Pour répondre à une proposition d’archiver ou d’effacer.
convention-part-delays-access-months = Accès gardés (mois)
    .hint = Qui a ouvert, cherché ou imprimé un dossier.
convention-part-delays-backup-days = Sauvegarde (jours)
convention-part-contract-durations-months = Durées CER (mois)
    .hint = Séparées par des virgules.
convention-part-publication-hidden-below = Chiffres cachés sous
    .hint = Dans les tableaux publiés (secret statistique).
convention-part-period-starts = Début
    .hint = De la convention (art. 11).
convention-part-period-ends = Fin
    .hint = De la convention (art. 11).
convention-part-period-notice-months = Préavis (mois)
    .hint = Avant la fin de la convention (art. 10).
convention-part-period-report-months-before-end = Évaluation (mois)
    .hint = Avant la fin de la convention (art. 7, 11).
convention-part-parties-department = Département
convention-part-parties-organisation = Organisme
convention-part-title = Intitulé
convention-part-effective-from = En vigueur dès le
    .hint = Premier jour où les actes sont jugés par cette version (art. 9).
convention-part-article = Référence
    .hint = avenant n° 1, renouvellement 2027…
convention-list-themes = Thèmes
convention-list-exit-reasons = Motifs de sortie
convention-list-exit-outcomes = Issues
convention-list-reduction-scales = Barèmes de réduction
convention-list-professional-kinds = Référents professionnels
convention-list-work-kinds = Retours à l’emploi ou en formation
convention-list-rights = Droits
convention-list-instruments = Aides financières
convention-list-effects = Effets

## Le Département en ligne de commande

cli-department = L’autre partie de la remise : le Département, sur sa propre base (sans commande : où en est chaque antenne)
cli-department-init = Crée la base du Département
cli-department-card = Écrit la fiche du Département, à remettre à chaque antenne
cli-department-enroll = Enrôle une antenne à partir de sa fiche
cli-department-revoke = Révoque les clés d’une antenne
cli-department-orient = Envoie des listes d’orientations (.csv ou .xlsx) aux antennes des MDS
cli-department-receive = Reçoit les lots des antennes et scelle les accusés de réception
cli-department-decide = Montre l’ordre du jour de l’équipe pluridisciplinaire ; avec une saisine, enregistre un avis, une décision ou un report
cli-department-publish = Montre ce qui est publié et les questions en attente ; avec un plan, publie la suite
cli-department-report = Donne les indicateurs de l’article 7 sur toutes les antennes, recomptés d’après leurs actes
cli-department-presence = Dit à chaque antenne que le Département est là et jusqu’où il a lu
cli-department-identity = Donne la clé qui lit les lots (identité age), pour les lire avec d’autres outils
cli-department-identity-warning = Cette clé lit tout ce que les antennes vous remettent : gardez-la comme la base elle-même.
cli-department-signing-key = { $name }, clé de signature au registre : { $key }
cli-department-slip = Imprime le bordereau d’un accusé de réception, avec ses quatre mots pour le téléphone
cli-department-slip-antenna = Antenne, par des mots de son nom
cli-department-slip-number = Numéro du lot que l’antenne a remis
cli-department-slip-sent = De l’accusé de l’antenne pour un lot du Département, plutôt que du nôtre pour un lot d’elle
cli-department-again = Écrit de nouveau un lot déjà scellé pour une antenne
cli-department-orient-files = Listes de familles à orienter
cli-department-orient-preview = Montre les lignes et leurs vérifications, sans rien envoyer
cli-department-orient-only-valid = Envoie les lignes qui peuvent l’être, même si d’autres sont refusées
cli-department-receive-files = Lots remis par les antennes
cli-department-publish-plan = Plan de publication (.toml)
cli-department-report-by = antenna : par antenne (par défaut), mds : par MDS, referent : par référent
cli-department-report-format = text pour lire (par défaut), csv pour un tableur, json pour un programme
cli-department-report-from = Premier jour (AAAA-MM-JJ ; sinon le 1er janvier)
cli-department-report-to = Dernier jour (AAAA-MM-JJ ; sinon aujourd’hui)
cli-arg-example = Donne un exemple à modifier : plan, un plan de publication ; convention, une version de la convention
cli-department-revoke-antenna = Antenne, par des mots de son nom
cli-department-again-antenna = Antenne, par des mots de son nom
cli-department-init-name = Votre nom, tel que les accès le montreront
cli-department-card-out = Répertoire où écrire (sinon celui où vous êtes)
cli-arg-presence = Dit seulement au Département que vous êtes là, et jusqu’où vous avez lu
cli-arg-reason = Pourquoi ces clés ne valent plus
cli-arg-until = Dernier numéro encore accepté (sinon le dernier reçu)
cli-arg-beyond-places = Envoie aussi au-delà des places libres d’une MDS
cli-arg-referral = Saisine, par son identifiant
cli-arg-opinion = Avis de l’équipe : keep, change-referent, reorient, suspend, reduce ou exit
cli-arg-decision = Décision du Président du conseil : keep, change-referent, reorient, suspend, reduce ou exit
cli-arg-postpone = Jour auquel l’équipe renvoie la saisine
cli-arg-date = Date de l’étape (sinon aujourd’hui)
cli-arg-comment = Commentaire, ou motif du report
cli-arg-number = Numéro du lot
cli-arg-plan = Plan de publication (.toml)
cli-value-REFERRAL = SAISINE
cli-value-MEASURE = MESURE
cli-value-TEXT = TEXTE
cli-department-words = Remettez cette fiche à chaque antenne, puis lisez-lui ces mots à voix haute : { $words }
cli-department-enrolled = { $name } est enrôlée (registre n° { $version }). Remettez ces lots :
cli-department-revoked = Les clés de { $name } sont révoquées. Remettez ces lots aux autres antennes :
cli-department-done = La base du Département est créée dans { $path }.
cli-department-no-antenna = Aucune antenne n’est enrôlée. Recevez sa fiche, puis enrôlez-la avec « jalon department enroll ».
cli-department-waiting = En attente de réponse : { $orientations ->
        [0] aucune orientation
        [one] une orientation
       *[other] { $orientations } orientations
    }. À l’ordre du jour de l’équipe pluridisciplinaire : { $referrals ->
        [0] aucune saisine
        [one] une saisine
       *[other] { $referrals } saisines
    }.
cli-standing = { $name } : { $received ->
        [0] rien reçu
       *[other] reçu jusqu’au lot n° { $received }
    } ; lots scellés pour elle : { $sent }, lus par elle : { $acknowledged } ; familles refusées : { $refused }
cli-department-nothing-received = Aucune antenne n’a encore transmis d’actes : il n’y a rien à compter.
    .hint = Recevez d’abord leurs lots avec « jalon department receive ».
cli-standing-last = dernier lot le { $date } ({ $days ->
        [0] aujourd’hui
        [one] hier
       *[other] il y a { $days } jours
    })
cli-standing-last-ahead = dernier lot le { $date }
cli-standing-nothing = aucun lot reçu
cli-standing-frozen = ARRÊTÉ : deux lots portent le même numéro ; appelez l’antenne
cli-standing-revoked = clés révoquées le { $date } : { $reason }
cli-department-not-oriented = { $count ->
        [one] Rien n’a été envoyé : une ligne est refusée ou à regarder. Corrigez-la, ou ajoutez --only-valid pour envoyer les autres.
       *[other] Rien n’a été envoyé : { $count } lignes sont refusées ou à regarder. Corrigez-les, ou ajoutez --only-valid pour envoyer les autres.
    }
cli-department-oriented = { $count ->
        [0] Aucune orientation à envoyer.
        [one] Une orientation à remettre :
       *[other] { $count } orientations à remettre :
    }
cli-department-agenda-empty = Aucune saisine à l’ordre du jour.
cli-agenda-line = { $id }  { $name } ({ $antenna }) : { $measure }
cli-agenda-sent = saisine partie le { $date }
cli-agenda-until = avis attendu jusqu’au { $date } ; ensuite il est réputé donné
cli-agenda-opinion = avis du { $date } : { $measure }
cli-published-version = { $version ->
        [0] Rien n’est publié.
       *[other] Publication n° { $version }
    }
cli-published-support = { $title } ({ $code }), version { $version }, à partir du { $date }
cli-published-convention = { $title } ({ $code }), à partir du { $date }
cli-published-topic = Question { $id } ({ $antenna }, { $date }, { $answered ->
        [yes] répondue
       *[no] sans réponse
    }) : { $text }
taken-figures-differ = Les indicateurs de ce lot ne sont pas ceux que font ses actes : l’évaluation consolidée montre les écarts.
impact-table-antennas = Par antenne
impact-table-differences = Écarts entre ce que l’antenne annonce et ses actes
impact-stated = Annoncé
    .short = annoncé
impact-counted = Recompté
    .short = recompté

## L’écran du Département

context-department = Sur tous les écrans du Département
context-streams = Antennes
context-arrivals = Réception
action-show-streams = antennes
    .help = Où en est la remise avec chaque antenne.
action-show-arrivals = réception
    .help = Les lots remis par les antennes.
action-take-in = recevoir
    .help = Reçoit des lots : un fichier, ou tous ceux d’un répertoire. Chacun est vérifié, puis pris ou refusé.
action-send-presence = signe de présence
    .help = Scelle pour chaque antenne un lot qui dit seulement que nous sommes là, et jusqu’où nous avons lu.
header-antennas = antennes { $count }
header-antennas-short = ant. { $count }
header-alarms = ! alertes { $count }
header-alarms-short = ! { $count }
header-referrals = saisines { $count }
header-referrals-short = EP { $count }
header-orientations = orientations { $count }
header-orientations-short = orient. { $count }
department-written = { $count ->
    [one] Un lot est scellé. Remettez ce fichier à l’antenne :
   *[other] { $count } lots sont scellés. Remettez chaque fichier à son antenne :
}
department-written-folder = Répertoire : { $folder }
department-presence = Signe de présence
department-presence-title = Envoyer un signe de présence ?
department-presence-text = Un lot sans aucun acte est scellé pour chaque antenne. Il lui dit que le Département est là, et jusqu’où il a lu.
department-presence-yes = Sceller un lot par antenne
department-nobody-to-send-to = Rien à sceller : aucune antenne enrôlée n’a de clé en service.
department-card-title = Notre fiche
department-card-text = { $path }

    Remettez ce fichier à chaque antenne, puis lisez-lui ces douze mots à voix haute :

    { $words }
streams-none = Aucune antenne n’est enrôlée : recevez la fiche de chacune, et remettez-lui la vôtre.
streams-choose-antenna = Aucune antenne n’est sous le curseur : choisissez d’abord celle dont les clés sont à révoquer.
streams-numbers = { $received ->
    [0] rien reçu
   *[other] reçu jusqu’au n° { $received }
}, { $sent ->
    [0] rien de scellé pour elle
   *[other] scellé jusqu’au n° { $sent }
}, { $read ->
    [0] rien encore lu par elle
   *[other] lu par elle jusqu’au n° { $read }
}
streams-numbers-short = reçu { $received ->
    [0] —
   *[other] n° { $received }
}, scellé { $sent ->
    [0] —
   *[other] n° { $sent }
}, lu { $read ->
    [0] —
   *[other] n° { $read }
}
streams-heard = { $days ->
    [0] lot reçu aujourd’hui
    [one] lot reçu hier
   *[other] dernier lot il y a { $days } jours
}
streams-nothing-heard = rien reçu encore
streams-revoked = clés révoquées le { $date } ({ $reason })
streams-revoked-until = { $until ->
    [0] Rien de ce que ces clés ont signé n’est accepté.
   *[other] Accepté jusqu’au lot n° { $until }.
}
streams-frozen = ARRÊTÉE : deux lots portent le même numéro, appelez l’antenne
streams-missing = { $count ->
    [one] il manque le lot n° { $first } : demandez-le de nouveau
   *[other] il manque { $count } lots, du n° { $first } au n° { $last } : demandez-les de nouveau
}
streams-silent = silencieuse : appelez-la
streams-refused = { $count ->
    [one] une famille refusée
   *[other] { $count } familles refusées
}
streams-waiting = Lots mis de côté jusque-là : n° { $numbers }.
streams-epoch = Son poste a été restauré à partir d’une copie : elle en est à sa série n° { $epoch }.
streams-refused-families = Familles refusées, à corriger par l’antenne
streams-none-refused = Aucune.
streams-refused-there = { $count ->
    [one] une étape ou une version refusée par elle
   *[other] { $count } étapes ou versions refusées par elle
}
streams-refused-there-title = Refusé par l’antenne, à reprendre ici
streams-refused-matricule = Matricule { $matricule }
streams-sealed = Lots scellés pour elle
streams-sealed-line = n° { $sequence }  { $date }
streams-read = ✓ lu par elle
arrivals-came = Lots reçus
arrivals-none = Aucun encore.
arrivals-no-files = Aucun fichier d’une antenne ne s’y trouve.
arrivals-line = n° { $sequence } · { $kind } · { $date }
arrivals-applied = reçu
arrivals-waits = mis de côté
arrivals-partly = reçu en partie
arrivals-figures-differ = chiffres différents
arrivals-left = abandonné
arrivals-counts = Accepté : { $accepted }, refusé : { $refused }.
arrivals-words = Pour confirmer l’accusé au téléphone : { $words }.
arrivals-words-partly = Les quatre mots de l’accusé : { $words }. L’antenne doit d’abord recevoir son fichier : lui seul dit ce qui n’est pas accepté.
arrivals-waits-for = { $count ->
    [one] Il attend le lot n° { $first }, qui n’est pas arrivé : demandez-le à l’antenne.
   *[other] Il attend les lots n° { $first } à { $last }, qui ne sont pas arrivés : demandez-les à l’antenne.
} Il sera pris aussitôt après.
arrivals-answered-in = L’accusé est parti dans le lot n° { $sequence }.
arrivals-not-answered = L’accusé partira avec la prochaine réception.
arrivals-digest = Empreinte du lot : { $digest }
refused-unknown-person = Personne inconnue
    .hint = Aucune famille de ce numéro n’est connue : l’antenne doit d’abord remettre son dossier.
refused-unknown-referent = Référent inconnu
    .hint = Le référent de la famille n’est pas un référent de l’antenne : elle l’ajoute dans ses réglages, puis remet le dossier.
refused-already-processed = Déjà traité
    .hint = Une réponse ou une décision a déjà été donnée : elle ne change pas.
refused-contract-dates-overlap = Deux contrats courent le même jour
    .hint = L’antenne corrige les dates d’un des contrats (art. 4), puis remet le dossier.
refused-record-differs = Dossier différent de ses actes
    .hint = Le dossier remis n’est pas celui que font ses actes : appelez l’antenne, et prévenez le service informatique.
refused-known-elsewhere = Suivie par une autre antenne
    .hint = Une personne n’a qu’un référent (art. 3) : les deux antennes se mettent d’accord, et l’une enregistre la sortie.
refused-rule = Refusé par une règle de la convention
    .hint = Ouvrez la ligne : elle nomme la règle.
context-sittings = Équipe pluridisciplinaire
action-show-sittings = équipe pluridisciplinaire
    .help = L’ordre du jour : les saisines reçues, leur avis et leur décision.
sittings-empty = Aucune saisine n’attend l’équipe pluridisciplinaire.
sittings-closed = Décidées ou retirées
sittings-sent = Saisine partie de l’antenne le { $date }
sittings-deemed = Le mois de l’équipe est passé le { $date } : l’avis est réputé rendu (CASF R262-70), la décision peut suivre.
sittings-refused = ✗ L’antenne a refusé la dernière étape. { $reason }
sittings-cancelled = Annulée par l’antenne le { $date }
sittings-person = Matricule { $matricule }, né(e) le { $born } · { $antenna }
sittings-grounds = RAISONS
sittings-situation = SITUATION
sittings-initial-objectives = OBJECTIFS DE DÉPART
sittings-reached-objectives = OBJECTIFS ATTEINTS
sittings-new-objectives = NOUVEAUX OBJECTIFS
sittings-letter = Lettre d’information du { $date }
sittings-companion = accompagnée de { $name }
sittings-note = Note pour l’équipe, du { $date }
sittings-said = ✓ { $act } : c’est fait. Remettez { $file } à l’antenne.
noun-department = Département
act-revoke-antenna = Révoquer les clés
    .short = révoquer
    .help = Poste volé, départ, doute : ce que ces clés signent n’est plus pris au-delà d’un numéro.
act-answer-topic = Répondre à une question
    .short = répondre
    .help = La réponse part à l’antenne avec une publication (art. 8).
field-revoke-antenna-reason = Pourquoi
    .hint = Le motif part avec le registre, à toutes les antennes.
field-revoke-antenna-until = Dernier lot accepté
    .hint = Laissez vide pour le dernier lot reçu.
field-answer-topic-date = Répondu le
field-answer-topic-text = Réponse
department-enrolled = Antenne enrôlée
department-revoked = Clés révoquées
revoke-title = Révoquer les clés
revoke-text = { $until ->
    [0] Plus rien de « { $name } » ne sera accepté
   *[other] Plus rien de « { $name } » ne sera accepté après le lot n° { $until }
}, jusqu’à ce qu’une fiche de nouvelles clés soit enrôlée. Une révocation ne s’annule pas.
revoke-yes = Révoquer ces clés
revoke-no = Ne rien faire
publications-sent = Publication
context-sent = Orientations envoyées
context-sending = Envoi d’une liste
context-publications = Publications
action-show-sent = orientations
    .help = Les orientations envoyées aux antennes, et leurs réponses.
action-show-sending = liste ouverte
    .help = La liste d’orientations à envoyer.
action-show-publications = publications
    .help = Les supports et la convention publiés, les questions au comité de suivi.
action-send-lines = envoyer
    .help = Envoie les lignes choisies, un lot par antenne.
action-beyond-places = au-delà des places
    .help = Choisit aussi les lignes d’une MDS sans place libre, ou plus.
action-choose-list-to-send = liste à envoyer
    .help = Choisit un fichier (.csv ou .xlsx) d’orientations à envoyer aux antennes.
action-choose-plan = publier
    .help = Choisit un plan de publication (.toml), montre ce qu’il publie et le demande.
plans-open-title = Publier un plan (.toml)
sent-waiting = Sans réponse ({ $count })
sent-answered = Répondues ({ $count })
sent-none-waiting = Aucune orientation n’attend de réponse.
sent-none-answered = Aucune encore.
sent-no-answer = envoyée
sent-pending = de nouveau en attente
sent-included = ✓ incluse le { $date }
sent-refused = ✗ refusée le { $date }
sent-refused-by-program = ✗ refusée par une règle
sent-from = { $center }, orientée le { $date }
sending-title = Envoyer la liste
sending-text = { $count ->
    [one] Une orientation part, dans un lot pour l’antenne de sa MDS.
   *[other] { $count } orientations partent, un lot par antenne.
}
sending-failing = { $failing ->
    [one] Une ne remplit pas l’article 2 : ce qui manque est sous sa ligne.
   *[other] { $failing } ne remplissent pas l’article 2 : ce qui manque est sous leur ligne.
    }
sending-places-taken = Rien n’est parti : des lignes choisies n’ont plus de place dans leur MDS. Regardez celles qui restent, puis recommencez.
sending-yes = Envoyer
sending-sent = Orientations envoyées
sending-beyond = Les lignes d’une MDS sans place libre peuvent partir.
sending-within = Les lignes d’une MDS sans place libre restent de côté.
publications-title = { $version ->
        [0] Rien n’est publié encore
        [1] Publié (une publication)
       *[other] Publié ({ $version } publications)
    }
publications-not-adopted = { $name } · { $told }
publications-support = version { $version } · { $code }
publications-convention = convention, à partir du { $date }
publications-convention-whole = Vaut à partir du { $date } ({ $article }), pour une convention du { $starts } au { $ends }.
sittings-choose-referral = Aucune saisine n’est sous le curseur.
publications-choose-topic = Aucune question n’est sous le curseur : choisissez d’abord celle qui attend une réponse.
publications-topics = Questions au comité de suivi
publications-no-topic = Aucune question ouverte.
publications-waits = ! sans réponse
publications-answered = ✓ répondue
publications-ask-title = Publier ce plan ?
publications-ask = { $supports ->
    [0] Aucun support
    [one] Un support
   *[other] { $supports } supports
}, { $conventions ->
    [0] aucune version de la convention
    [one] une version de la convention
   *[other] { $conventions } versions de la convention
}, { $answers ->
    [0] aucune réponse
    [one] une réponse
   *[other] { $answers } réponses
}. Un lot est scellé pour chaque antenne ; ce qui est publié ne change plus.
publications-yes = Publier
publications-no = Ne pas publier
context-consolidated = Évaluation consolidée
action-show-consolidated = évaluation
    .help = Les indicateurs de l’article 7 sur toutes les antennes, recomptés d’après leurs actes.
impact-differs = annoncé : { $stated }, du { $from } au { $to }
streams-again = { $key } : écrire de nouveau ce lot, à l’identique. Empreinte { $digest }
