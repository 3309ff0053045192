"""The rule `punctuation`: marks and numbers that do not follow GB/T 15834-2011 and GB/T 15835-2011."""
