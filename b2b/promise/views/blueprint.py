"""The blueprint of the promise."""

from flask import Blueprint

promise = Blueprint("promise", __name__)
