"""Not a migration.

revision = "zz"
"""
NAMES = ("a", "b")
