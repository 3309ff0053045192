"""Marks and figures as GB/T 15834-2011 and GB/T 15835-2011 have them."""
