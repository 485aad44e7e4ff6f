"""Identity numbers, names, pinyin, same-person questions."""
