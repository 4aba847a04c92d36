"""Scenario: who and where, with contingencies, uncertainties, levers and bargains, loaded and checked."""
