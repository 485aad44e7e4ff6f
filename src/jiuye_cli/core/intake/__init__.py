"""Rows of a workbook into what a file is told."""
