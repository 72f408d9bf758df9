"""People: who they are, how they sign in, what role they have, whom they block."""
