### The sentences of the laboratory in English. Every id here is in ja.ftl as well; a test holds the two together.

## The frame of every page
title = Kaname laboratory
skip = Skip to the content
doors = Doors
door-front = Front page
door-compare = Compare
door-law = The law
door-claims = Claims
door-crisis = One crisis
door-library = Library
other-language = 日本語
purpose = The model speaks of its own futures. It does not say what any country will do.
no-change = no change
nothing = none
percent = { " " }%
list-comma = ,{ " " }
colon = :{ " " }
interval = { $mean } ({ $low } to { $high })

## The front page
front-title = Move a lever, see the argument move
front-for = For comparing bargains between allies on the same futures, and for asking what the law lets each side do. Not for predicting a crisis, and not for choosing targets.
front-authors = Five authors, five arguments
front-authors-lead = Each card is an argument about the alliance as its author wrote it, read as levers. Open one and move what you doubt.
front-doors = Where do you want to go?
front-compare = Bargains as cards, levers as sliders. A first picture from { $first } futures, refined to { $last } while you look.
front-law = Say what happened, in your own words. The answer comes with article, the Japanese sentence, the path with its clock, and what would flip it.
front-crisis = The tree of one crisis as each side sees it. Walk it, or take a seat.
front-claims = What the authors claim, passage by passage, and how each claim would be tested.
front-library = Runs on this disk, every figure with source and grade, what the model contains.
open-card = Open this bargain
their-year = argued from { $year }
source-of = Source: { $works }

## Compare
compare-title = Compare bargains
compare-lead = Choose a bargain, then move any lever. Each picture is held against things as they are, on the same futures.
scenario = Alliance and start
bargains = Bargains
bargain-own-judgement = Our own reading; no single text
levers-title = Levers
levers-lead = A lever moves only when those who must consent agree, and works after its lag. What a slider asks for is not what always happens.
lever-now = as it is { $value }
lever-consent = Consent: { $bodies }
lever-price = Price from none to full: { $price }
lever-law = Law at the start: { $answer }
lever-promise = A promise: keeping it depends on who governs.
lever-asked = asked for by this bargain
lever-about = About
price-of-side = { $side } { $low } to { $high } bn USD a year
price-none = none of its own: words, orders, or a share of a budget counted elsewhere
law-open = open
law-closed = closed
law-part = open in part
law-none = no law is asked
unit-short-quarters = { " " }quarters
unit-short-money = { " " }bn USD a year
body-ally_cabinet = cabinet ({ $side })
body-ally_parliament = parliament ({ $side })
body-ally_prefecture = host communities ({ $side })
body-protector_executive = executive ({ $side })
body-protector_congress = legislature ({ $side })
group-ally_money = { $ally }: money and procurement
group-ally_posture = { $ally }: posture and decisions
group-ally_relations = { $ally }: neighbours and bases
group-protector_promise = { $protector }: presence and promise
group-protector_others = { $protector }: rivals, deals and trade
group-joint_command = Together: command and planning
group-joint_promises = Together: what is promised
group-joint_region = Together: the region
show-answer = Show the answer
undo = Undo
redo = Redo
reset = Back to this bargain
pin = Pin this setting
unpin = Unpin
pinned = Pinned: { $name }
pinned-moved = { $name }, { $count ->
    [one] { $count } lever moved
   *[other] { $count } levers moved
}
results = What moves
waiting = Working on the first { $futures } futures …
waiting-compile = Making the model ready. The first time after an installation this takes some minutes; after that, seconds.
refining = { NUMBER($futures) } futures; being refined to { NUMBER($last) }.
refined = { NUMBER($futures) } futures.
stopped = Connection lost. Move a lever or load the page again.
headline-nothing-asked = Nothing is moved yet: this is things as they are. Choose a bargain or move a lever.
headline-none = In { NUMBER($futures) } futures no clear difference is large enough to matter.
headline-some = In { NUMBER($futures) } futures { $better ->
    [0] nothing is better
    [one] one outcome is better
   *[other] { $better } outcomes are better
} and { $worse ->
    [0] nothing is worse
    [one] one is worse
   *[other] { $worse } are worse
}, clearly and by enough to matter.
headline-most = Of what is held or lost, { $outcome } moves most: { $change } { $unit }, { $word }.
headline-small = { $count ->
    [0] Nothing else is surely
    [one] One is
   *[other] { $count } are
} too small to matter; { $unclear ->
    [0] none is
    [one] one is
   *[other] { $unclear } are
} not clear at this number of futures.
about-small = Too small to matter: less than { NUMBER($effect) } standard deviations of things as they are (the grey zone). A judgement, the same everywhere in Kaname.
about-clear = Better and worse are said only where the interval, widened for all { $count } rows at once, leaves zero out. These differences are not yet held against rival theories; the full report does that.
group-ends = What is held or lost
group-causes = What explains it
group-places = Where
column-outcome = Outcome
column-now = As it is
column-mine = This setting
column-change = Difference (95 %)
column-verdict = Verdict
column-pinned = Against the pinned
column-mark = Size
scale-worse = worse
scale-better = better
scale-small = too small to matter
verdict-better = better
verdict-worse = worse
verdict-higher = higher
verdict-lower = lower
verdict-small = too small to matter
verdict-same = the same in every future
verdict-unclear = no clear difference
verdict-few = too few to tell
take-away = Take it with you
take-link = The address of this page is the result: copy it
take-python = The Python
take-command = The command
take-file = The bargain as a file
take-data = The data of this picture (CSV)
take-report = Make the full report
take-report-lead = A comparison of { NUMBER($futures) } futures with all checks; takes some minutes, and stays in the library.
levers-in-force = Steps in force at the end: { $force } of { $asked } asked for, on average. The rest was refused, waits, or lapsed.
dose-title = How much of it: { $lever }
dose-lead = { $outcome } ({ $unit }), difference to things as they are, with this lever at five places and all else as set; { $futures } futures each.
unit-share = %
    .difference = percentage points
unit-crises = crises per future
unit-thousand-people = thousand people
unit-bn-usd-2023 = bn USD 2023
unit-probability = %
    .difference = percentage points
unit-probability-per-crisis = % per crisis
    .difference = percentage points
unit-signed-share = %
    .difference = percentage points
unit-probability-per-war = % per war
    .difference = percentage points
unit-ratio = ratio
unit-index = on a scale of 0 to 1
unit-days = days
unit-warheads = warheads
unit-missiles = missiles
unit-count = times per future
report-making = Making the report …
report-part = { NUMBER($done) } of { NUMBER($all) } parts are done.
report-ready = The report is ready.
report-open = Open the report
report-failed = The report could not be made: { $why }
report-stop = Stop

## The law
law-title = Ask the law
law-lead = Search in your own words, choose a question, then say what is so. A fact that you do not know stays unknown.
law-search = Search
law-search-hint = for example: may we shoot down a missile over the sea
law-found = Found
law-found-none = No word of this is in the book. Try other words, in English or Japanese.
law-question = Question
law-choose = Choose a question
law-date = Day
law-date-slider = Move through the law since { $first }
law-changes = Days on which the law changed
law-facts = Facts
law-facts-lead = Only those that this question turns on. The first ones settle most.
law-other-facts = Further facts that were told
law-not-told = not known
law-ask = Ask
law-next = What to say next
law-next-lead = Of what is still open, this fact would settle most.
law-next-closing = Is any of these exceptions so? If none is, the answer stands.
law-settled = Nothing that is left open can change the answer.
law-answer = Answer
law-decides = Decides: { $body }
law-path = The path and its clock
law-reasons = Reasons
law-citations = Citations
law-flips = What would flip it
law-flips-none = No small change of these facts would.
law-flip = { $answer }, if { $facts }
law-flip-date = { $answer } { $side ->
    [before] before
   *[from] from
} { $date }
law-rivals = Other readings
law-graph = Why, as a picture
law-graph-alt = Answer, rules and facts; the same stands in words under Reasons.
law-table = Who may do what
law-table-title = Actors and acts on { $date }
law-table-lead = Every act that the book knows, for the facts told; prints on a few pages.
law-table-open = The table of actors and acts for these facts
law-back = Back to the question
law-copy-command = The command that asks the same
law-history = Answers since { $first }

## Claims
claims-title = What the authors claim
claims-lead = Each claim with the passage it stands on, what would be varied, and what would count against it. Verdicts come from runs; where none was made, the card says so.
claims-not-run = not yet run
claims-passage = Passage
claims-pages = p. { $pages }
claims-expected = Expected
claims-conditions = Where it should hold, and where not
claims-system = Systems: { $systems }
claims-all = All authors
claims-try = Move these levers

## One crisis
crisis-title = One crisis
crisis-lead = The tree of a crisis as one side sees it. Each button is a move; the numbers are the model's chances at that point, in this side's picture.
crisis-place = Place
crisis-view = As seen by
crisis-start-over = Begin again
crisis-step = Step { $step }: { $mover } moves
crisis-ended = It ends here: { $ending }
crisis-so-far = So far
crisis-chance = chance { $chance }
crisis-play = Play it in a seat

## Library
library-title = Library
library-runs = Runs on this disk
library-runs-none = No run yet. Make a full report from the Compare page, or type: kaname compare us-japan
library-run = { NUMBER($futures) } futures
library-open = Open the report
library-delete = Delete
library-delete-question = Delete the run { $name } with all its files? This cannot be undone.
library-delete-yes = Delete it
library-delete-no = Keep it
library-deleted = The run { $name } is deleted.
library-evidence = Evidence
library-evidence-lead = Every figure that the model rests on: value, unit, source, grade, and the doubt about it.
library-evidence-count = { NUMBER($shown) } of { NUMBER($all) } figures
library-filter = Words in a name, source or doubt
library-grade = Grade
library-grade-any = any
library-figure = Figure
library-value = Value
library-doubt = Doubt
library-source = Source
library-judgement = our own judgement
library-systems = Systems and mechanisms
library-systems-lead = What the model contains, and how many tests show each.
library-system = System
library-mechanisms = Mechanisms
library-tests = Tests
library-more = More
library-again = Look again
library-name = Name
library-what = What was compared
library-day = Day
library-do = Actions
library-unfinished = unfinished: the command goes on with it
library-mine = your setting
library-first = One run
library-second = beside
library-two-go = Show them beside each other
library-two = Two runs beside each other
library-two-lead = What is held or lost under the bargains that both runs have: means with their 95 % ranges. Two runs may differ in scenario, seed or version; the ranges do not say why.
library-two-none = The two runs have no bargain and no outcome in common.
library-ranges = Ranges
library-apart = apart
library-overlap = overlap
library-before = Back
library-none = Nothing holds these words. Try fewer, or others.
library-note = Note
library-rests = What rests on it
library-rests-none = Nothing names it in the model, the scenarios or the bargains: it is kept for the record or for a study.
library-rests-lever = the price of the lever: { $lever }
library-rests-scenario = a start: { $name }
library-rests-bargain = a bargain: { $name }
library-cells = All { NUMBER($count) } numbers
library-map = The causal map
library-map-lead = An arrow from one mechanism to another: the second reads what the first writes. Point at a name to bring its arrows forward; choose it to go to its row.
library-map-alt = { NUMBER($mechanisms) } mechanisms on a circle by room, { NUMBER($arrows) } arrows; each mechanism has its arrows in words on its own page.
library-system-all = All systems
library-not-yet = not yet
library-preset-core = runs in the core preset and in full
library-preset-full = runs in the full preset
library-rule = The rule
library-into = What leads to it
library-out = What it leads to
library-figures = { $count ->
    [one] { $count } figure that it rests on
   *[other] { $count } figures that it rests on
}
library-glossary = Glossary
library-glossary-lead = Terms in both languages; those of law are official. The last column is the name by which files, commands and Python know it.
library-name-in-files = In files
figure-range = { $median } ({ $low } to { $high })
figure-many = { NUMBER($count) } numbers, { $low } to { $high }
term-lever = Levers
term-outcome = Outcomes
term-bargain = Bargains
term-actor = Actors
term-place = Places
term-question = Questions of law
term-fact = Facts of law
term-value = Values of facts
term-body = Bodies that decide or act
room-politics = Politics
room-perception = Perception
room-commitments = Commitments
room-economy = Economy
room-forces = Forces
room-diplomacy = Diplomacy
room-stability = Stability
room-coordination = Coordination
room-law = Law
room-crisis = Crisis
room-campaign = Campaign
room-engine = Clocks and counters
report-waiting = Waits for the report before it.
report-running = Begins …
report-stopped = Stopped.
report-setting = The setting

## When something is wrong
error-title = That did not work
error-back = Go back, or begin at the front page.
error-not-found = There is no such page here.
error-method = This page is not asked in that way.
error-host = This laboratory answers only at the address that was printed when it started.
error-origin = A change may come only from a page of this laboratory.
error-token = This form is no longer valid. Load the page again and repeat what you did.
error-long = The request is longer than the laboratory reads.
error-text = The request is not readable text.
error-crowded = Too many answers are waited for. Close a tab, or try again in a minute.
error-ours = Something went wrong on our side. The terminal in which the laboratory runs says more.
no-script-compare = Scripts are off, so nothing moves by itself. Set the sliders, then use the button.
no-script-law = Scripts are off: use the button after a change.

## Grades
grade-A = measured
grade-B = estimated in the literature
grade-C = carried over from another case
grade-D = our judgement

## Levers
lever-defence_share = Defence spending goal
lever-allocation_denial = Procurement: homeland denial
lever-allocation_strike = Procurement: strike
lever-allocation_interceptors = Procurement: interceptors
lever-allocation_bases = Procurement: hardened bases
lever-allocation_cyber = Procurement: ISR and cyber
lever-allocation_regional = Procurement: regional roles
lever-dispersal_civil = Civil airfields opened
lever-first_responder_readiness = First responders' readiness
lever-counterstrike = Counterstrike
lever-regional_role = Regional role
lever-host_support = Host-nation support
lever-decision_predelegation = Decisions delegated in advance
lever-engagement = Engagement of the rival
lever-reconciliation = Reconciliation with the partner
lever-base_handling = Handling of base disputes
lever-doctrine = Doctrine: forward to denial
lever-forward_presence = Forward presence
lever-arrival_commitment = Promise of reinforcement
lever-clarity = Clarity of the promise
lever-sovereignty_support = Support for the ally's claim
lever-consultation = Consultation before acting
lever-exercise_tempo = Tempo of exercises
lever-defence_architecture = Integrated missile defence
lever-deal_stance = Stance on a missile deal
lever-tariffs = Tariffs on the ally
lever-reassurance = Reassurance of the rival
lever-arms_talks = Strategic arms talks
lever-command_mode = Combined command
lever-coordination_use = Use of the coordination mechanism
lever-scope_core = Promises on core issues
lever-scope_wide = Promises on wider issues
lever-cyber_clause = Cyber clause
lever-triggers = Escalation triggers
lever-guidelines_interval = Time between guideline revisions
lever-expectation_management = Saying what will not be delivered
lever-trilateral = Trilateral cooperation
lever-framework = Multilateral ring
lever-framework_open_door = Ring open to the rival
lever-intelligence = Intelligence sharing
lever-bridge = Mediation between protector and rival
lever-mediation = Mediation with the proliferator
lever-coalition_building = Building a sanctions coalition
lever-pact_membership = Membership of the trade pact
lever-shield_part = Part in integrated missile defence
lever-neighbour_pact = Defence pacts with neighbours
lever-rear_area_rule = Rule of rear areas
