"""Knowledge, skill and ability: stems, the items that complete them, repetitions."""
