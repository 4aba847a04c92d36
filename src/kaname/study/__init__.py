"""Study: experiments designed, run in chunks, stored and resumed."""
