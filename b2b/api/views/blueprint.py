"""The blueprint of pages about the API, of feeds, and of lists for other sites."""

from flask import Blueprint

api = Blueprint("api", __name__)
