"""Posts, matches and referrals on screen."""
