"""Analysis: one method, one file. Every method reads a run's folder and nothing else; none waits for a compiler."""
