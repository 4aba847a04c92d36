"""Forces: what is built, kept ready, stationed and dispersed."""
