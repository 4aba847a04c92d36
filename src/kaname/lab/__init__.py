"""The laboratory in a browser: pages over `api`, on the loopback of this machine; it holds no method of its own."""
