"""The files of an archive that others ask for by their names."""

RECORDS = "records.ndjson"
FINDINGS = "findings.ndjson"
REFERENCES = "references.ndjson"
DUTIES = "duties.ndjson"
MANIFEST = "manifest.sqlite"
