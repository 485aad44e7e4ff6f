"""Words typed, one call, words shown; decides nothing."""
