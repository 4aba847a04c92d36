"""Politics: calendar, opinion, ideology, capital and consent inside each state."""
