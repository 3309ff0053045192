"""Repeated words, phrases and sentences."""
