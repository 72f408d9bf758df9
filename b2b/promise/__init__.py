"""Nobody is left without an answer: a clock on each request, a ladder when it runs, and helpers who are asked gently."""
