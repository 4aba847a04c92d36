### The sentences of a report in English. Every id here is in report.ja.ftl as well; a test holds the two together.

## The frame of the page
page-title-survive = Does it survive?
page-title-ends = Who gains, who pays
page-title-against = Against each other
page-title-fate = What becomes of the offer
page-title-regret = Under your weights
page-title-price = What it costs, and when it is weak
page-title-levers = Which lever does it
page-title-time = Over time
page-title-failure = How it fails
page-title-deterred = What deterred
page-title-influence = What drives it
page-title-beliefs = Beliefs
page-title-compared = What is compared
page-title-where = Where
page-title-why = Why: the causal map
page-title-rests = What it rests on
page-title-repeat = Repeat it
page-link-survive = Does it survive
page-link-ends = Who gains
page-link-against = Each other
page-link-fate = The offer
page-link-regret = Weights
page-link-price = Cost
page-link-levers = Levers
page-link-time = Over time
page-link-failure = How it fails
page-link-deterred = What deterred
page-link-influence = What drives it
page-link-beliefs = Beliefs
page-link-compared = Bargains
page-link-where = Where
page-link-why = Why
page-link-rests = Rests on
page-link-repeat = Repeat
page-skip = Skip to the sections
page-sections = Sections
page-table = Table
page-data = Data (CSV)
page-data-of = Data of { $name } as CSV
page-kept-in-english = In English stay: authors' passages, works and their doubts, names of figures and mechanisms, commands, and the data behind a picture.
page-list = { $first } and { $last }
page-semicolon = ;{ " " }
page-stop = .
page-head = { $name }.
page-amount = { $size } { $unit }
page-other-ways = { $ways } other { $ways ->
    [one] way
   *[other] ways
}
page-more = { $left } more
page-more-pairs = { $left } more pairs
page-in-brackets = { " " }({ $words })
page-quoted = “{ $name }”
page-none = none
page-nothing-here = None.
page-not-said = not said
page-same-everywhere = The same in every future.
page-people = people
page-better = better →
page-higher-way = more →

## Verdicts
page-verdict-better = better
page-verdict-worse = worse
page-verdict-higher = higher
page-verdict-lower = lower
page-verdict-unclear = no clear difference
page-verdict-same = the same in every future
page-verdict-few = too few to tell
page-verdict-none = nothing to compare
page-not-clear = not clear
page-mark-holds = holds
page-mark-open = cannot tell
page-mark-fails = fails, surely less than half is left
page-mark-turns = fails, surely the other sign
page-mark-absent = not asked

## Columns of tables
page-column-bargain = bargain
page-column-end = end
page-column-verdict = verdict
page-column-difference-to = difference to { $reference }
page-column-difference = difference
page-column-main = main run
page-column-required = in required checks
page-column-where = where
page-column-of = of
page-column-under = under { $reference }
page-column-km = km from
page-column-airfields = main airfields in reach
page-column-regret = mean regret, in steps (95 %)
page-column-worst = worst twentieth
page-column-free = no regret in
page-column-what = what
page-column-published = published
page-column-ours = ours: mean (5 to 95 % of runs)
page-column-unit = unit
page-column-series = series
page-column-from = from
page-column-years = years
page-column-error = error: { $of ->
    [model] model
    [persistence] persistence
   *[trend] trend
}
page-column-n = n
page-column-says = what it says
page-column-source = source
page-column-figure = figure
page-column-value = value
page-column-grade = grade
page-column-doubt = doubt
page-column-influence = influence
page-column-judged = D judgement
page-column-read = A to C: measured, estimated, carried over
role-challenger = challenger
role-target = target
role-guarantor = guarantor
role-host = host
role-supporter = supporter

## Standing words
page-purpose = For comparing arguments and bargains under stated uncertainty. Not for predicting wars, planning operations or saying what a government will do.
page-headline = Differences to { $reference } in the same futures, with 95 % intervals; right is better. Full marks are clear, hollow ones are not; the shaded band is too small to matter.
page-against = Bargains beside each other, not beside { $reference }: the first less the second in the same futures, in the ends of the two sides. What both share falls out, so that two bargains may differ clearly from each other though neither does from { $reference }. The checks were not asked of these.
page-lines = The bargains in a line each
page-fate = What is asked is not what is had. Means over { $futures } futures of how far the steps of each bargain have come by the end: a body whose consent is required may refuse, an agreed step has its lag, and a promise may lapse.
page-ends = Each state beside the others, always as the difference to { $reference } in the same futures. Ends are not added up and bargains are not ranked across them: the weights are the reader's.
page-pareto = ● not beaten in this state's ends. ○ beaten: another bargain is better in at least one of its ends, sure among all that are asked, and clearly worse in none. Few futures beat little; an unbeaten bargain is not yet a good one.
page-time = On the left the level under { $reference }: median, 50 % and 90 % bands, which are the spread of { $futures } futures and not the error of a mean. Beside it, for each bargain that moves it, the paired difference by year with its 95 % interval; up is better where one way is.
page-more-time = { $number } more: other states, and outcomes without a clear difference
page-failure = Crises that ended in { $endings }, among the first eight events of the first { $futures } futures; moves are kept of crises in arms only. How often crises come is not calibrated, so these are counts in a model: good for comparing bargains, and for nothing else.
page-story = The first future in which the commonest failure in arms happened, as it is stored; the command tells every quarter and why.
page-influence = Rank correlation of { $tried } sampled figures and theories with the differences that are clear or that turn on something, over at most { $futures } futures. To the right the difference grows with the figure. Intervals hold for all of them at once (95 %), so that chance alone names none. A letter is the grade of the evidence: A measured, B estimated, C carried over, D judgement.
page-no-influence = No difference is clear or turns on anything, so nothing can be said to drive one.
page-why = { $mechanisms } mechanisms ran, tied by { $arrows } arrows: one writes what another reads. The map is drawn from what the code declares, and tests hold the declarations to the code. Point at a name to see its arrows (what it moves: full, what moves it: dashed); choose it to read its sentence, source and figures.
page-map-alt = Causal map of { $mechanisms } mechanisms in { $rooms } rooms with { $arrows } arrows; the cards below say the same in words.
page-map = { $mechanisms } mechanisms of { $rooms } rooms, in the order of the day, clockwise from the top.
page-judgement = { " " }Shares of variance that the figures of a grade explain by themselves and in a straight line, at least; the rest is chance, bends and joint effects.{ " " }
page-register = Influence: the largest share of variance of an end, or of a difference told above, that the figure explains by itself.{ " " }
page-repeat = The same seed gives the same rows to the bit for one lock file, operating system and kind of CPU; elsewhere they agree to nine digits or the difference is reported.
page-check = On another machine, `kaname compare --check` repeats the run of a folder and says whether it agrees to the bit, to nine digits, or where it does not.
page-survive = The main run is as offered: bargains are ratified, lag and are kept in part, and adversaries react. Each clear difference to { $reference } stands beside what is left of it in arms that change one thing, in the same futures. It holds where the interval on what the arm adds cannot take its sign away, fails where surely less than half of it is left, and else the futures cannot tell. A gain is proven only where it holds without the rivals' reaction, under both theories of credibility and in the core model.
page-no-checks = This run has no checks beside it (`kaname compare --robustness 0`), so no gain is proven on this page. Run it again with `--robustness 400` to have them.
page-cost = Present value of the incremental cost, in { $unit }, discounted at { $rate } a year; right is cheaper.
page-no-cost = This run says nothing of present cost by state; `kaname compare` of this version does.
page-window = Paired difference to { $reference } in the mean of each year, with 95 % intervals; up is better. A mark under a year says that it is clearly worse than the reference, by at least { $least } of the largest difference in the picture: the window in which old forces are cut and new ones are not there.
page-more-windows = { $number } more, without a year that is clearly worse
page-no-weak = No year of what is followed is clearly worse under any bargain.
page-no-window = This run stored no difference by year; `kaname compare` of this version does.
page-levers = Full bars: the lever alone, added to { $reference }. Framed bars: what the bargain loses without it. Where the two differ, levers work together or against each other. { $futures } futures with the shocks of the main run.
page-no-levers = No end of the two sides differs clearly, so there is nothing to attribute.
page-no-attribution = This run added and left out no single lever. `kaname compare --attribution 200` does, with as many futures.
page-deterred = In { $futures } futures the challenger was asked again on the same draw, without the guarantee, without the target's own defence, and without both. So an opportunity that passed unused is told by what kept it so. Opportunities come from salience and are the same under every bargain; few challenges may only mean that nobody wished to challenge.
page-no-deterrence = This run did not ask what deterred. `kaname compare` of this version asks it in futures 0 to 499, and with `--deterrence` in all of them: without the guarantee, without the target's own defence and without both.
page-beliefs = How likely each state holds it that the protector will fight, beside how often it did: of the crises in arms whose moves are stored and in which the protector was asked, the share that it answered by fighting. The event is the same on both sides; support short of fighting counts in neither. Numbers to the right count those crises; with fewer than { $small } the mark is hollow. The line between is the gap.
page-no-beliefs = This run says nothing of beliefs by place; `kaname compare` of this version does.
page-where = Where crises may come, and how far help has to travel. How often they come is not calibrated: circles compare places, they forecast nothing.
page-map-caption = Circles: area as the share of opportunities that were used under { $reference }; hollow where there were few. Lines and kilometres: from { $origin }, great circle, to the nearest 50. Coastline only: no borders, and islets too small to see are left out whoever claims them, so the map takes no side. { $source } Coast: Natural Earth.
page-no-places = The package places none of these contingencies on its map; distances and counts follow.
page-airfields = Counts for wide areas, as the run's figures give them; no site is named. Main airfields in reach are a party's stock times the share within reach of the objective, in whole ones.
page-regret = Set how much each end counts for a state; weights are made to sum to 100 %. Regret is what a bargain gives away against the best one in the same future, in steps: one step of an end is its spread over futures under the reference, said beside it. Over { $futures } futures; worst twentieth: mean of the { $share } with most regret. There is no right weight, and weights are never shared between states.
page-sliders = { " " }Other weights are reckoned over the first { $futures } futures.
page-no-regret = Nothing that a state is judged by differs between the bargains, so there is nothing to weigh.
page-elections = Ticks below: elections, { $sides }.
page-no-backtests = No backtest is shipped with this version.
page-more-influence = { $number } more clear differences are not drawn here; the rows of the run hold them.
page-less-time = { $number } outcomes are not drawn here, to keep the page small; the yearly rows of the run hold them.
page-missing-nuclear = Nuclear use is outside what the model says; nuclear options are political facts here.
page-missing-rates = How often crises come is not calibrated; no number on this page is a forecast of war.

## Sentences about differences
page-difference-none = { $outcome } under { $bargain }: no future ran to its end in both bargains, so there is nothing to compare.
page-difference-same = { $outcome } under { $bargain }: the same as under { $reference } in all { $pairs } futures.
page-difference-few = { $outcome } under { $bargain }: { $counts } { $reference }; too few to tell.
page-difference-unclear = { $outcome } under { $bargain }: no clear difference to { $reference }, { $size }{ $needing }.
page-difference-clear = { $outcome } under { $bargain }: { $direction ->
    [higher] higher
   *[lower] lower
} than under { $reference } by { $size }{ $judged ->
    [yes] , which is { $word }{ $owned ->
        [yes] { " " }for it
       *[no] { "" }
    }
   *[no] { "" }
}.
page-no-pairs = no pairs
page-zero-everywhere = 0 in every future
page-counted = in { $higher } of { $pairs } futures above, in { $lower } below and in { $same } equal to
page-needing = { " " }(a difference of this size would need about { $needed } { $of ->
    [pairs] pairs
   *[futures] futures
})
page-few-in-table = { $higher } above, { $lower } below, { $same } equal
page-clear-none = None of { $asked } differences is clear.
page-clear-count = Of { $asked } differences { $better ->
    [0] none are
    [one] { $better } is
   *[other] { $better } are
} clearly better, { $worse ->
    [0] none
   *[other] { $worse }
} clearly worse.
page-most-judged = Judgement (grade D) explains most of { $name }: at least { $share } of the variance.
page-turns = { $first }.{ $more ->
    [0] { "" }
    [one] { " " }{ $more } more difference turns on something.
   *[other] { " " }{ $more } more differences turn on something.
}
page-nothing-differs = No end differs, so nothing that was sampled could change the answer.
page-nothing-turns-but = No sampled figure turns the sign of a clear difference; { $headline } is moved most by { $mover }.
page-nothing-turns = No sampled figure turns the sign of a clear difference, and none clearly moves { $headline }.
page-nearest = More futures could change it: the difference nearest to clear is { $outcome } under { $bargain }, which would need about { $needed } futures.
page-turn = { $difference } turns on { $driver }: { $above } { $kind ->
    [theory] if it holds
   *[figure] above its middle value
}, { $below } { $kind ->
    [theory] otherwise
   *[figure] below it
}
page-difference-of = the difference in { $outcome } under { $bargain }
page-mover = { $driver } (rank correlation { $correlation })
page-drivers-few = Too few futures differ to say what moves { $difference }.
page-drivers-none = None of { $tried } sampled figures clearly moves { $difference }.
page-drivers = { $clear } of { $tried } sampled figures clearly { $clear ->
    [one] moves
   *[other] move
} { $difference }, most of all { $first }.
page-failures-left = { " " }Another { $left } may have gone on beyond the stored events.
page-failures-none = { $bargain }: no stored crisis ended badly.
page-failures-short-of-arms = { $bargain }: { $failed } stored { $failed ->
    [one] crisis
   *[other] crises
} ended badly, all short of arms.
page-failures = { $bargain }: { $failed } stored { $failed ->
    [one] crisis
   *[other] crises
} ended badly, { $armed } of them in arms; of these the commonest way, { $times } times, was { $commonest }.
page-reach-all = Under { $bargain } no future has more events than a row holds.
page-reach = Under { $bargain } { $full } of { $futures } futures fill the eight, half of these by { $year }; what came later is in the outcomes, not in the chains.
page-failed-none = No future failed, of { $futures } under each bargain.
page-failed-under = { $number } under { $name }
page-failed = Failed futures (a number left its range), left out of both arms of a pair: { $dropped }, of { $futures } each.
page-fan = Under { $name } the median of { $outcome } changes by { $change } from { $first } to { $last }.

## Sentences about what stands beside the main run
page-class-not_tempted = not tempted
page-class-deterred_by_guarantee = by the guarantee
page-class-deterred_by_denial = by the target's own defence
page-class-deterred_by_either = by either alone
page-class-deterred_by_both = only by both together
page-class-failed = not deterred
page-class-provoked = provoked by one of them
page-survival-none = No difference is clear in the main run, so there is nothing to check.
page-survival = Of { $clear } clear { $clear ->
    [one] difference
   *[other] differences
} { $holds } { $holds ->
    [one] holds
   *[other] hold
} in every required check
page-survival-fails = , { $fails } { $fails ->
    [one] fails
   *[other] fail
} in one
page-survival-rest = , and of { $rest } the checks cannot tell
page-survival-turned = ; { $turned } surely { $turned ->
    [one] turns
   *[other] turn
} round in at least one arm
page-survival-end = . Each arm has { $futures } futures with the shocks of the main run.
page-arm-none = No clear difference was asked in it.
page-arm-holds = Of { $asked } clear { $asked ->
    [one] difference
   *[other] differences
} { $holds } { $holds ->
    [one] holds
   *[other] hold
}
page-arm-fails = { $fails } { $fails ->
    [one] fails
   *[other] fail
}
page-arm-turned = { $turned } of them with the other sign
page-arm-undecided = of { $undecided } it cannot tell
page-rows-hold = The difference in { $outcome } under { $bargain } holds in every required check.
page-rows-fail = The difference in { $outcome } under { $bargain } fails in: { $checks }.
page-rows-open = The difference in { $outcome } under { $bargain } cannot be told in: { $checks }.
page-rows-unasked = The difference in { $outcome } under { $bargain } was not checked in every arm.
page-fair-few = { $differing } of { $pairs } futures differ; too few to tell
page-fair-unclear = no clear difference, { $size }
page-last-year = In { $year } under { $bargain }: { $difference }.
page-against-same = { $first } and { $second } are the same in every end of the two sides and every future.
page-against-none = { $first } and { $second }: none of { $moving } { $moving ->
    [one] end
   *[other] ends
} that can move differs clearly.
page-against-end = { $outcome } { $size }, { $word }
page-against-clear = { $first } less { $second }, { $clear } of { $moving } { $moving ->
    [one] end
   *[other] ends
}: { $ends }.
page-lever-carries = { $levers } { $many ->
    [one] carries
   *[other] carry
} it, added alone and left out
page-lever-alone = { $levers } { $many ->
    [one] moves
   *[other] move
} it added alone, not clearly when left out
page-lever-against = { $levers } { $many ->
    [one] works
   *[other] work
} against it
page-lever-none = No lever alone clearly carries the difference.
page-window-none = { $bargain }: no year shows a clear shortfall{ $slight ->
    [yes] { " " }worth telling
   *[no] { "" }
}.
page-window-short = { $bargain } falls short in { $years ->
    [one] one year,
   *[other] { $years } years, most in
} { $deepest }: { $size }.
page-windows-rest = No clear shortfall{ $slight ->
    [yes] { " " }worth telling
   *[no] { "" }
} under { $bargains }.
page-cost-none = { $bargain }: nothing was priced.
page-cost-by-state = { $bargain }: { $costs } { $unit }.
page-deterred-nothing = { $bargain }: no opportunity arose.
page-deterred-free = { $bargain }: { $total } { $total ->
    [one] opportunity
   *[other] opportunities
}, { $free } without a wish { $act ->
    [arms] to use arms
   *[any] to act
}
page-deterred-part = { $number } { $how }
page-deterred-by = : { $how }
page-deterred-tempted = ; of { $tempted } tempted { $held }{ $share } { $held ->
    [one] was
   *[other] were
} deterred{ $by }
page-deterred-provoked = ; { $provoked } provoked by the very guarantee or defence
page-unidentified-nobody = Nobody stands behind the target here, so what a guarantee deters cannot be told.
page-unidentified-unmoved = Taking the guarantee away changed no choice here, so what it deters cannot be told.
page-held-nobody = { $bargain }: nobody was tempted.
page-held = { $bargain }: of { $tempted } tempted { $kept }{ $share } { $kept ->
    [one] was
   *[other] were
} deterred.
page-belief-none = { $observer }: no belief is known.
page-belief-untested = { $observer } expects { $belief }; no stored crisis put it to a test.
page-belief-few = { $observer } expects { $belief }; in the model { $fought } of { $crises }.
page-belief-no-gap = { $observer } expects { $belief }; in the model { $model } of { $crises }: no clear gap.
page-belief-gap = { $observer } expects { $belief }, { $way ->
    [more] more
   *[less] less
} than happens in the model { $model } of { $crises }.
page-regret-nothing = Nothing that this state is judged by differs.
page-regret-unclear = With these weights there is no clear difference in mean regret between { $least } and { $after }.
page-regret-least = With these weights { $least } gives least away on average; next is { $after }.
page-backtests = { $missed } of { $all } { $missed ->
    [one] is
   *[other] are
} missed, { $hit } hit.
page-record = Over { $backtests } starts of past years the error is { $ratio } of the best simple rule's, which is { $side ->
    [worse] worse
   *[better] better
}, and { $coverage } of observed years lie in the 90 % band. { $far } of { $rates } { $rates ->
    [one] rate
   *[other] rates
} of crises and wars { $far ->
    [one] is
   *[other] are
} outside what public lists allow.
page-published-none = ; { $none } more { $none ->
    [one] has
   *[other] have
} no counterpart
page-published = { $missed } of { $all } published { $all ->
    [one] figure
   *[other] figures
} { $missed ->
    [one] is
   *[other] are
} missed, { $hit } hit{ $tail }. Nothing was tuned to them.
page-regret-zero = All weights are zero: nothing is weighed, so the table stands as it was.
page-of = { $part } of { $all }
page-explained = difference in { $outcome }, { $bargain }

## The first screen
page-answer = Answer.
page-only-reference = Only { $reference } was run, so there is nothing to compare.
page-in-short = In short.
page-how-sure = How sure.
page-what-would-change = What would change it.
page-unwanted-wars = Wars no side wanted.
page-few-more = { " " }{ $few } more rest on too few futures to tell.
page-under-stress = { $title }. Under stress: { $stress }
page-picture = Paired differences to { $reference } with 95 % intervals. { $answers }
page-ends-of-sides = Ends of the two sides
page-its-record = Its record: missed { $missed }
page-missed-of = { $wrong } of { $tried } { $what }
page-tests-on-past-years = tests on past years
page-published-figures = published campaign figures

page-short-none = No difference of the two sides is clear.
page-short-small = No bargain changes much: none of { $clear } clear { $clear ->
    [one] difference
   *[other] differences
} of the two sides is large enough to matter.
page-short = { $large } of { $clear } clear { $clear ->
    [one] difference
   *[other] differences
} of the two sides { $large ->
    [one] is
   *[other] are
} large enough to matter.
page-nearest-needs = { " " }(the nearest would need about { $needed } futures)
page-no-gain = No clear gain under any bargain{ $nearest }.
page-no-price = No clear price.
page-largest = { $end } under { $bargain }, { $change } from { $level } under { $reference }
page-times-what-matters = , { $size } times what matters
page-which-turns = , which turns on { $driver }
page-unproven = No { $word ->
    [gain] gain
   *[price] price
} is proven; the largest, { $clause }, { $lacks }.
page-others-have-one = { " " }({ $others } more { $others ->
    [one] bargain has
   *[other] bargains have
} one)
page-proven = The largest { $word ->
    [gain] gain
   *[price] price
} that holds in every check: { $clause }{ $more }.
page-check-name = ‘{ $name }’
page-lacks-fails = fails in the { $count ->
    [one] check
   *[other] checks
} { $checks }
page-lacks-open = cannot be told in the { $count ->
    [one] check
   *[other] checks
} { $checks }
page-lacks-chance = may be chance among so many
page-lacks-check = was not put to every check
page-sure-by-chance = ; chance alone would make about { $number } look so
page-sure = Over { $pairs } paired futures { $clear } of { $moving } { $moving ->
    [one] difference
   *[other] differences
} that can move { $clear ->
    [one] is
   *[other] are
} clear at 95 %{ $chance }.
page-sure-unasked = { " " }Reaction, both theories of credibility and the core model were not all asked beside it.
page-sure-stands = { " " }Of the { $clear }, { $holds } { $holds ->
    [one] holds
   *[other] hold
} without the rivals' reaction, under both theories of credibility and in the core model, { $fails } { $fails ->
    [one] fails
   *[other] fail
} in one of these, and of { $left } the futures of the checks cannot tell.
page-breaks = Most rests on { $check }: in that check { $times } of { $clear } clear { $clear ->
    [one] difference
   *[other] differences
} { $times ->
    [one] fails
   *[other] fail
}.
page-unwanted-none = Under { $reference } no war began in { $futures } futures
page-unwanted = Under { $reference } { $begun } { $begun ->
    [one] war
   *[other] wars
} began in { $futures } futures, and in { $wrong } of them ({ $share }) the side that moved had itself valued war below waiting
page-unwanted-other = under { $bargain } in { $wrong } of { $begun }
page-asks-nothing = It asks for no step.
page-fate-line = Of { $asked } { $asked ->
    [one] step
   *[other] steps
} { $offered } are offered, { $agreed } agreed, { $force } in force at the end and { $lapsed } lapsed.

## Headings and words of sections
page-against-heading = { $first } against { $second }
page-believed = { " " }believed,{ " " }
page-in-model = { " " }in the model,{ " " }
page-in-model-few = { " " }in the model, of few crises
page-where-crises = Where a crisis may come
page-after = After { $author }{ $keys }.
page-already = Already law or budgeted at the start:
page-adds = What it adds:
page-levers-count = { $count } { $count ->
    [one] lever
   *[other] levers
}
page-all-places = All places
page-by-place = By place
page-tempted-held = tempted and deterred
page-tempted-failed = tempted and not deterred
page-deterred-word = deterred
page-rung = { $rung ->
    [arms] using arms
   *[any] acting at all
}
page-rung-sentence = { $rung ->
    [arms] Using arms
   *[any] Acting at all
}: { $sentence }
page-rung-heading = { $rung ->
    [arms] Using arms
   *[any] Acting at all
}: opportunities that tempted, or provoked
page-all-counts = All counts in numbers
page-all-differences = All differences in numbers
page-shared = shared
page-unmoved = No end of its own differs in any future for: { $states }.
page-beaten = Which bargains are beaten, state by state
page-not-beaten = { " " }not beaten
page-and-more = and { $left } more
page-by = { " " }by
page-step-unasked = not asked
page-step-short-of-arms = short of arms
page-challenger-again = challenger again
page-again = { $kind } again
page-one-future = One future: number { $number } under { $bargain }
page-when = { $year }, quarter { $season }:
page-event-challenge = a challenge in { $place }: { $detail }.
page-event-ending = the crisis in { $place } ended: { $detail }.
page-event = { $kind } in { $place }: { $detail }.
page-event-anywhere = { $kind }.
page-either = { $first } or { $last }
page-fate-heading = Steps by the end, of those asked for
page-too-few-differ = Too few futures differ.
page-figures = figures
page-theories = rival theories
page-lever-tip = { $lever }: alone { $alone }; left out { $out }
page-lever-smaller = { " " }{ $left } smaller in the data.
page-cost-heading = Present cost by state
page-cost-title = Present cost
page-window-heading = The window of weakness
page-own-rate = the scenario's rate
page-other-states = Other states
page-pay = More or less to pay
page-difference-in = { $outcome }, difference in { $unit }
page-others = Other states: { $states }
page-regret-of = Regret of { $state }
page-gives-away = { $state }: what each bargain gives away
page-equal-data = { " " }The data are those of equal weights.
page-weights-of = Weights of { $state }
page-equal-weights = Equal weights
page-one-step = one step: { $size }
page-inputs = Inputs
page-run = Run
page-digests = Digests (SHA-256)
page-chunks = Chunks
page-parts = { " " }({ $made } of { $all } parts)
page-versions = Versions
page-machine = Machine
page-marks = Marks:{ " " }
page-takes-nothing = { " " }A proven gain need not hold in it.
page-as-run = As run
page-not-all-asked = not all asked
page-word-fails = fails
page-line-full = full
page-line-broken = broken, lower
page-same-years = { " " }The same in every year and future under { $bargains }.
page-outcome-unit = { $outcome }, { $unit }
page-off-map = { " " }Without a place on the map: { $places }.
page-map-heading = Where opportunities are used
page-used = { $challenges } of { $opportunities } opportunities used
page-no-place = no place
page-column-transit_first = days until the first arrive
page-column-transit_second = days until the others arrive
page-column-civil_airfields = civil airfields that could open
page-distances = Distances, arrival and airfields by region
page-map-title = Who writes what others read
page-mechanisms = { " " }{ $count } { $count ->
    [one] mechanism
   *[other] mechanisms
}
page-core = core
page-did-not-run = did not run
page-reads = reads
page-writes = writes
page-reads-link = from
page-writes-link = read by
page-reads-own = its own, given, or a lever:{ " " }
page-writes-own = for itself and the record:{ " " }
page-systems = systems
page-source = source
page-parameters = parameters
page-uncertain = uncertain
page-graded = { $figures } { $figures ->
    [one] figure
   *[other] figures
}: { $grades }.
page-judged-heading = How much rests on judgement
page-register-heading = Assumption register: { $figures } { $figures ->
    [one] figure
   *[other] figures
}, most influential first
page-not-sampled = not sampled
page-judgement-of = Judgement: { $judgement }
page-idle = Mechanisms that did not run: { $names }.
page-unknown-figures = Figures that the run names and this installation does not know: { $names }.
page-systems-left = { $left } of { $all } systems that no mechanism carries yet
page-missing-heading = What is missing
page-bibliography = Bibliography: { $works } { $works ->
    [one] work
   *[other] works
}
page-figures-count = { $count } { $count ->
    [one] figure
   *[other] figures
}
page-misses = What it gets wrong, and then right
page-backtests-heading = Backtests
page-hit = { $hit } hit
page-missed = { $missed } missed
page-untested = { $rows } not tested, and why
page-published-heading = Published figures of campaigns
page-hit-and-rest = { $hit } hit, and the rest
page-published-miss-word = missed
page-published-hit-word = hit
page-published-none-word = no counterpart
