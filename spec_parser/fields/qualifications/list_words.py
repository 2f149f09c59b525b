"""Words that tell whether a phrase is a list."""

from typing import Final


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


# Words that tie what follows them to what stands before: an item that has one may lend it to the next item.
TYING: Final = words("""
    about against at between by for from in into of on over through to under with within
""")
DETERMINERS: Final = words("""
    a all an any each other related such the
""")
# Words that open a clause about all that stands before it.
CLAUSES: Final = words("""
    as including such that when where which while who whom whose
""")
NOT_ADJECTIVES: Final = words("""
    appraisal approval archive assessment capital career clinic computer customer department development
    directory employment enforcement environment equipment executive fabric factory fire forestry government
    history hospital inventory investment journal labor laboratory leather library logic lumber management
    mechanic music paper power procurement proposal recruitment referral rehearsal rubber salary solar timber
    traffic treasury treatment water weather
""")
# Gerunds that name a field, and need no object: "accounting systems" is not the accounting of systems.
FIELDS: Final = words("""
    accounting advertising auditing banking billing bookkeeping broadcasting budgeting building computing
    contracting counseling counselling drafting engineering farming financing fishing housing landscaping
    lending licensing logging machining manufacturing marketing mining nursing planning plumbing printing
    processing programming publishing purchasing roofing shipping staffing surveying teaching testing training
    underwriting welding zoning
""")
# What many a word can stand before.
GENERAL_NOUNS: Final = words("""
    administration affairs analysis design development engineering law maintenance management operations
    planning policy programs relations services systems work
""")
# What belongs together, whatever stands around it.
BOUND: Final = frozenset(
    line.strip()
    for line in """
    accounts payable and receivable
    arts and sciences
    buildings and grounds
    care and custody
    children and families
    design and construction
    fire and life safety
    fish and game
    fish and wildlife
    food and beverage
    health and safety
    heating and cooling
    hotel and restaurant
    laws and regulations
    laws, rules and regulations
    maintenance and repair
    operation and maintenance
    operations and maintenance
    parks and recreation
    policies and procedures
    principles and practices
    profit and loss
    records and information
    repair and maintenance
    research and development
    rules and regulations
    safety and health
    sales and use
    science and technology
    search and rescue
    terms and conditions
""".strip().splitlines()
)
