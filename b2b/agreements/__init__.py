"""Appointments, the address that belongs to one, and how it went."""
