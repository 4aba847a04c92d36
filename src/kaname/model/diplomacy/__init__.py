"""Diplomacy: friction, sanctions, deals, blocs and frameworks between states."""
