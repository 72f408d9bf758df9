"""The demo: made-up people in real neighbourhoods, and what they asked, said and agreed on."""
