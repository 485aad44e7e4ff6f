"""Posts and referrals in the database."""
