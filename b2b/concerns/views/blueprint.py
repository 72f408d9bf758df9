"""Where the pages of worries and early signals hang."""

from flask import Blueprint

concerns = Blueprint("concerns", __name__)
