"""A whole archive: sources to records, once each; records to classes and their revisions, in one step."""
