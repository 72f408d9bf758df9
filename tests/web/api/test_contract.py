"""Schemathesis asks the app whatever its own openapi.json allows, and what it forbids: no answer may surprise."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

EXAMPLES = 8
"""Of each operation, both of questions that fit its description and of those that do not."""


@pytest.fixture
def schema(app):
    """The description as it is sent."""
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["fits", "does not fit"])
def test_no_operation_answers_what_it_does_not_describe(schema, system, handoff, make, mode):
    make.post(make.member("Bram"))
    token = {"Authorization": f"Bearer {system().token}"}
    asked = [found.ok() for found in schema.get_all_operations()]
    assert len(asked) == 22
    for operation in asked:
        told = operation.definition.raw
        if mode is GenerationMode.NEGATIVE and not (told["parameters"] or "requestBody" in told):
            continue  # a question without anything in it always fits
        _ask(operation.as_strategy(generation_mode=mode), token)


def _ask(cases, token):
    @seed(1)
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases)
    def surprises(case):
        # A well-formed question may still be refused: a place that is not ours, an address inside a network.
        case.call_and_validate(headers=token, excluded_checks=[positive_data_acceptance])

    surprises()
