"""What moves what: the guarantee's worlds, bargains and levers against ends, measured for the page of that name."""
