"""World: what mechanisms share: the turn, seats, the log, the surrogate, the contract. Its words are in `words`."""
