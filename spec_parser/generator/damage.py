DAMAGES = {}


class Damage:
    pass
