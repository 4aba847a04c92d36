"""The Python door: what `import kaname` offers, one idea a file; the command line is a skin over it."""
