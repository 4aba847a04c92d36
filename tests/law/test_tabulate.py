"""The tables of the crisis clock: they agree with the explanations, know the dates, and carry the systems of law."""

import datetime as dt

import numpy as np
import pytest

from kaname.core.errors import InputError
from kaname.law.ask import latency_on
from kaname.law.book import load_book
from kaname.law.delays import delay_hours, delay_terms
from kaname.law.tabulate import ROLES, ContingencyFacts, explain, shipped_contingencies, tabulate
from kaname.law.truth import WORDS
from kaname.words.axes import LEGAL_MOVES, STAGES

DATES = [dt.date(year, 6, 1) for year in (1955, 1975, 1998, 2003, 2012, 2015, 2017, 2026)] + [dt.date(2026, 11, 1)]


@pytest.fixture(scope="module")
def tables():
    return tabulate(shipped_contingencies(), DATES)


def at(tables, year, contingency, stage, role, move):
    date = [day[:4] for day in tables.dates].index(str(year))
    place = [one.name for one in tables.contingencies].index(contingency)
    return tables.permit[date, place, STAGES.index(stage), ROLES.index(role), LEGAL_MOVES.index(move)]


def test_every_entry_agrees_with_its_explanation(tables):
    for index in np.ndindex(tables.permit.shape):
        d, k, s, r, m = index
        answer = explain(tables, d, k, STAGES[s], ROLES[r], LEGAL_MOVES[m])
        assert WORDS[tables.permit[index]] == answer.answer, index
        assert answer.rules or answer.answer == "no", index


@pytest.mark.system("S01")
def test_article_five_covers_what_the_ally_administers_and_nothing_else(tables):
    covered = dict(zip([one.name for one in tables.contingencies], tables.treaty_covers[-1], strict=True))
    assert covered["senkaku"] == 1
    assert covered["korea_missile"] == 1
    assert covered["taiwan"] == covered["south_china_sea"] == covered["peninsula"] == 0
    assert tables.treaty_covers[0].max() == 0


@pytest.mark.system("S04")
def test_a_cyber_attack_is_undetermined_and_costs_more_open_questions_than_a_missile(tables):
    names = [one.name for one in tables.contingencies]
    assert tables.treaty_covers[-1, names.index("cyber")] == 2
    assert tables.undetermined[-1, names.index("cyber")] > tables.undetermined[-1, names.index("taiwan")]


@pytest.mark.system("S02")
def test_force_for_another_state_opens_in_2016_and_only_on_the_finding(tables):
    case = ("taiwan", "survival_threatening", "ally", "military_response")
    assert [at(tables, year, *case) for year in (2003, 2012, 2015, 2017)] == [0, 0, 0, 1]
    assert at(tables, 2017, "taiwan", "anticipated", "ally", "military_response") == 0
    assert at(tables, 1975, "senkaku", "armed_attack", "ally", "military_response") == 1


@pytest.mark.system("S02")
def test_rear_support_comes_with_the_act_of_1999(tables):
    case = ("taiwan", "anticipated", "ally", "rear_support")
    assert [at(tables, year, *case) for year in (1998, 2003, 2017)] == [0, 1, 1]


@pytest.mark.system("S59")
def test_the_hosts_consent_is_needed_for_combat_from_its_bases_outside_article_five(tables):
    for contingency in ("taiwan", "peninsula"):
        assert at(tables, 2026, contingency, "gray_zone", "protector", "host_consent_combat_use") == 1
        assert at(tables, 2026, contingency, "armed_attack", "protector", "host_consent_combat_use") == 0
    assert at(tables, 1955, "peninsula", "gray_zone", "protector", "host_consent_combat_use") == 0


def test_asset_protection_comes_with_the_legislation_of_2016(tables):
    case = ("senkaku", "gray_zone", "ally", "asset_protection")
    assert [at(tables, year, *case) for year in (2012, 2015, 2017)] == [0, 0, 1]


def test_cyber_neutralisation_waits_for_its_day_in_force(tables):
    names = [one.name for one in tables.contingencies]
    entries = tables.permit[-2:, names.index("cyber"), 0, 0, LEGAL_MOVES.index("cyber_response")]
    assert list(entries) == [0, 1]


@pytest.mark.system("S06")
@pytest.mark.system("S03")
def test_the_telephone_cabinet_and_the_coordination_mechanism_shorten_delay(tables):
    years = [day[:4] for day in tables.dates]
    before, after = years.index("2012"), years.index("2017")
    cabinet, joint = tables.components.index("cabinet"), tables.components.index("joint")
    assert (tables.delay[after, :, :, cabinet, 1] < tables.delay[before, :, :, cabinet, 1]).all()
    assert (tables.delay[after, 0, :, joint, 1] < tables.delay[before, 0, :, joint, 1]).all()


def test_delays_are_triangles_and_the_legal_delay_of_parliament_may_be_zero(tables):
    low, mode, high = (tables.delay[..., k] for k in range(3))
    assert (low <= mode).all()
    assert (mode <= high).all()
    assert (tables.delay[..., tables.components.index("parliament"), 0] == 0).all()


def test_a_wrong_role_is_refused_with_the_list():
    with pytest.raises(InputError, match="role of the ally"):
        tabulate([ContingencyFacts("x", "onlooker", "guarantor", {})], [dt.date(2026, 1, 1)])


def test_every_table_entry_of_a_lone_date_equals_that_date_among_others(tables):
    alone = tabulate(shipped_contingencies(), [DATES[4]])
    assert np.array_equal(alone.permit[0], tables.permit[4])
    assert np.array_equal(alone.delay[0], tables.delay[4])


def test_the_book_names_a_question_for_every_move_of_every_role():
    moves = load_book().data["moves"]["moves"]
    assert all(tuple(moves[role]) == LEGAL_MOVES for role in ROLES)


@pytest.mark.system("S07")
def test_one_combined_command_decides_sooner_than_two_parallel_chains():
    book = load_book()
    for date in ("1980-01-01", "2000-01-01", "2020-01-01"):
        combined, parallel = (latency_on(book, name, date)["hours"] for name in ("joint_combined", "joint_decision"))
        assert all(one < two for one, two in zip(combined, parallel, strict=True))
    assert latency_on(book, "joint_combined", "1970-01-01") is None


def test_a_component_of_delay_is_the_sum_of_its_latencies():
    book = load_book()
    hours = delay_hours(book, "senkaku", "armed_attack", "cabinet", "2020-01-01")
    terms = delay_terms(book, "senkaku", "armed_attack", "cabinet", "2020-01-01")
    assert [term.latency for term in terms] == ["nsc_meeting", "cabinet_decision"]
    assert hours == tuple(one + two for one, two in zip(terms[0].hours, terms[1].hours, strict=True))
    assert hours != terms[0].hours
