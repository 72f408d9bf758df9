"""A town of millions of posts: each has a reference of its own."""

from b2b.core.ids import read_reference
from bench.town import reference_of


def test_no_two_posts_have_the_same_reference_and_each_can_be_read_out():
    made = [reference_of(number) for number in range(1, 200_001)]
    assert len(set(made)) == len(made)
    assert all(read_reference(reference) == reference for reference in made[:1000])
