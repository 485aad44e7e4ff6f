"""Commands of the way from class to work: classes, placements, public-welfare posts, ventures, events."""
