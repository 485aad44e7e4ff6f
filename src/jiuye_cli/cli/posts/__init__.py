"""Commands about employers, posts, matching and referrals."""
