"""The page of an injected crisis: pictures as trees, where they part, the clock, and what experiments found."""
