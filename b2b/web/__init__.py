"""What every page shares: guard, transactions, fragments, components, errors, headers, limits."""
