"""Values to screen, paper, workbook, JSON."""
