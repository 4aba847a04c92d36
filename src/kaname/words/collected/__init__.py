"""What the files of the model declare, collected by `make order` for everyone who needs no compiler."""
