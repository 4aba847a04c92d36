"""Crisis: the game of moves in which each government plays its own picture."""
