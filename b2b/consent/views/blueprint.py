"""The blueprint of pages that explain, and of the texts that people accept."""

from flask import Blueprint

consent = Blueprint("consent", __name__)
