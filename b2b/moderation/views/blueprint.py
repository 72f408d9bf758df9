"""The blueprint of review."""

from flask import Blueprint

moderation = Blueprint("moderation", __name__)
