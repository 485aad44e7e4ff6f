"""A policy and its verdict: questions, radar, bundle, impact."""
