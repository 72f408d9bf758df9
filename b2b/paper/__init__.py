"""Help for who has no e-mail: staff of the desk ask, choose and agree on somebody's behalf; paper and telephone carry it."""
