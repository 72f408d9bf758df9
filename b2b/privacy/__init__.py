"""What is kept, why, for how long, and how it goes: the data map, the table of retention and what is drawn from them."""
