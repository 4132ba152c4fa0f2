"""How figures moved, which moves matter, and where and through which lever; never why."""
